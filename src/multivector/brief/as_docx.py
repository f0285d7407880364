"""The brief as a Word document, by python-docx: headings, lists and tables of Word's own styles, nothing embedded."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from multivector.brief.blocks import Block, Bullet, Heading, Paragraph, Table

__all__ = ["docx"]

STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP file can hold: same input, same bytes
NOTE_SIZE = 9  # points


def docx(blocks: Sequence[Block]) -> bytes:
    """The document's bytes; the same blocks give the same bytes."""
    from docx import Document  # late: nobody else needs it

    document = Document()
    properties = document.core_properties
    properties.created = properties.modified = dt.datetime(2000, 1, 1)
    properties.author, properties.comments = "Multivector", ""
    properties.title = next((block.text for block in blocks if isinstance(block, Heading)), "Brief")[:250]
    for block in blocks:
        _add(document, block)
    buffer = io.BytesIO()
    document.save(buffer)
    return _stamped(buffer.getvalue())


def _add(document: Any, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(block.text, level=0 if block.level == 1 else block.level - 1)
    elif isinstance(block, Paragraph):
        paragraph = document.add_paragraph()
        if block.lead:
            paragraph.add_run(f"{block.lead} ").bold = True
        paragraph.add_run(block.text)
    elif isinstance(block, Bullet):
        _bullet(document, block)
    else:
        _table(document, block)


def _bullet(document: Any, block: Bullet) -> None:
    from docx.shared import Pt  # late, as above

    document.add_paragraph(block.text, style="List Bullet")
    for line in block.under:
        run = document.add_paragraph(style="List Continue").add_run(line)
        run.font.size = Pt(NOTE_SIZE)


def _table(document: Any, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.head), style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        cell.text = text
    for row in block.rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    document.add_paragraph()


def _stamped(data: bytes) -> bytes:
    """The same ZIP file with fixed times."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, STAMP), old.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
