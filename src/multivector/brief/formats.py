"""The formats of a brief, each a way from the same input to bytes."""

from multivector.brief.as_docx import docx
from multivector.brief.as_json import brief_json
from multivector.brief.as_markdown import markdown
from multivector.brief.as_pdf import pdf
from multivector.brief.given import BriefInput
from multivector.brief.outline import outline
from multivector.brief.page import render
from multivector.errors import InputError

__all__ = ["FORMATS", "written"]

FORMATS = ("html", "md", "pdf", "docx", "json")


def written(given: BriefInput, form: str) -> bytes:
    """The brief in one of `FORMATS`; the same input gives the same bytes. Raises InputError for another format."""
    if form not in FORMATS:
        raise InputError(f"{form}: a brief is written as {', '.join(FORMATS)}")
    if form == "pdf":
        return pdf(outline(given))
    if form == "docx":
        return docx(outline(given))
    text = render(given) if form == "html" else brief_json(given) if form == "json" else markdown(outline(given))
    return text.encode("utf-8", "replace")  # a lone surrogate cannot be written; the page shows it as a question mark
