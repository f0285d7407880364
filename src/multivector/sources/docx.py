"""A Word document (.docx) -> Source: its paragraphs and the cells of its tables, in order."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from multivector.model import content_hash
from multivector.sources.base import MAX_BYTES, MAX_CHARS, Failure, Source, make_hints
from multivector.sources.packed import Budget
from multivector.sources.positions import own_positions

__all__ = ["read_docx"]

MEND = "save it again as .docx, or as text"
MAX_PARTS = 10 * MAX_BYTES  # bytes of all parts unpacked: pictures need room
DAMAGE = (zipfile.BadZipFile, KeyError, ValueError, AttributeError, LookupError, TypeError, RuntimeError, OSError)


def read_docx(name: str, data: bytes) -> Source | Failure:
    """The text of a .docx file; title, author and date as its properties give them. Nothing in it runs or is fetched.

    Positions count in the text itself: the file is packed, so there are no bytes to point at.
    """
    if not data.strip():
        return Failure(name, "the file is empty", "put the article into it, or remove it")
    try:
        refused = _refused(name, data)
        if refused:
            return refused
        text, fields = _content(data)
    except DAMAGE as error:
        return Failure(name, f"it is not a readable Word file: {str(error)[:120] or type(error).__name__}", MEND)
    if not text.strip():
        return Failure(name, "it has no text", "put the article's text into it, or remove it")
    if len(text) > MAX_CHARS:
        return Failure(name, f"it has {len(text):,} characters, the limit is {MAX_CHARS:,}", "split it")
    return Source(name, content_hash(data), text, own_positions(text), make_hints(fields), "docx")


def _refused(name: str, data: bytes) -> Failure | None:
    budget = Budget(left=MAX_PARTS, files=10_000)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        found = (budget.refuse(name, part.file_size, part.compress_size) for part in parts.infolist())
        return next((one for one in found if one), None)


def _content(data: bytes) -> tuple[str, dict[str, object]]:
    from docx import Document  # late: only Word files need it
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        document = Document(BytesIO(data))
        told = document.core_properties
        day = told.created.date().isoformat() if isinstance(told.created, datetime) else None
        fields: dict[str, object] = {"title": told.title, "author": told.author, "language": told.language}
        if day and day > "2013-12-23":  # python-docx's and Word's templates carry the day they were made
            fields["published"] = day
        return "\n\n".join(_blocks(document)), fields
    except (PackageNotFoundError, LxmlError) as error:
        raise ValueError(str(error)) from error


def _blocks(document: Any) -> Iterator[str]:
    """Paragraphs and tables in the order in which they stand."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield "\t".join(cell for cell in cells if cell)
        else:
            yield block.text.strip()
