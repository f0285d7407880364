"""A PDF with a text layer -> Source."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from multivector.model import content_hash
from multivector.sources.base import MAX_CHARS, Failure, Source

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["read_pdf"]

MAX_PAGES = 1000  # as many characters as MAX_CHARS on ordinary pages
# pypdf lets the errors of damaged and hostile files through as what they happen to be.
DAMAGE = (ArithmeticError, AttributeError, AssertionError, LookupError, TypeError, ValueError, RuntimeError)
SCAN = "save the article as text, or run the scan through text recognition first"


def read_pdf(name: str, data: bytes) -> Source | Failure:
    """The text of a PDF, page after page. Positions are the byte at which each page's object starts."""
    if not data.strip():
        return Failure(name, "the file is empty", "put the article into it, or remove it")
    # Late, because only PDFs need it.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it warns on stderr about what we report
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return Failure(name, "it is locked with a password", "save an unlocked copy")
        pages = list(_pages(reader))
    except DependencyError:
        return Failure(name, "it is encrypted", "save an unlocked copy")
    except (PyPdfError, *DAMAGE) as error:
        return Failure(name, f"it is not a readable PDF: {str(error)[:120] or type(error).__name__}", SCAN)
    return _source(name, data, pages)


def _source(name: str, data: bytes, pages: list[tuple[str, int]]) -> Source | Failure:
    text = "\n".join(page for page, _ in pages)
    if not text.strip():
        return Failure(name, "it has no text; it may be a scan", SCAN)
    if len(text) > MAX_CHARS:
        return Failure(name, f"it has more than {MAX_CHARS:,} characters", "split it")
    at: list[int] = []
    for page, start in pages:
        at.extend([start] * (len(page) + 1))
    notes = (f"only the first {MAX_PAGES} pages were read",) if len(pages) == MAX_PAGES else ()
    return Source(name, content_hash(data), text, at[: len(text)], decoded_as="pdf", notes=notes)


def _pages(reader: "PdfReader") -> Iterator[tuple[str, int]]:
    """Each page's text and the byte at which its object starts; stops when there is more text than is read."""
    total = 0
    for number, page in enumerate(reader.pages):
        text = page.extract_text()
        total += len(text)
        yield text, _place(reader, page)
        if total > MAX_CHARS or number + 1 >= MAX_PAGES:
            return


def _place(reader: "PdfReader", page: "PageObject") -> int:
    """The byte of the page's object; 0 for one that is packed into a stream of objects."""
    reference = page.indirect_reference
    if reference is None:
        return 0
    return int(reader.xref.get(reference.generation, {}).get(reference.idnum, 0))
