"""The brief as PDF, by fpdf2: pure Python, no browser and no system library, and the same bytes for the same brief.

The typeface is Source Serif Pro (SIL Open Font Licence, from its own package), which has Latin, Cyrillic and Greek; a
character that it lacks is printed as a box rather than left out.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from multivector.brief.blocks import Block, Bullet, Heading, Paragraph, Table
from multivector.brief.plain import clip

__all__ = ["pdf"]

FAMILY = "Source Serif Pro"
FACES = {"": "SourceSerifPro-Regular.ttf", "B": "SourceSerifPro-Bold.ttf", "I": "SourceSerifPro-It.ttf"}
SIZES = {1: 20, 2: 15, 3: 12}  # points, by level of heading
BODY, NOTE, LINE = 10.5, 9, 1.35
MARGIN, INDENT = 20, 5  # millimetres
INK, SOFT, RULE = (28, 27, 25), (90, 86, 80), (190, 184, 174)
CELL = 360  # characters: a row must fit on a page
LEAST_SHARE, LONGEST = 0.09, 60  # a column's least share of the width; characters beyond which a cell wraps anyway


def pdf(blocks: Sequence[Block]) -> bytes:
    """The file's bytes: A4, with page numbers and bookmarks for the headings."""
    page = _page(next((block.text for block in blocks if isinstance(block, Heading)), "Brief"))
    for block in blocks:
        _add(page, block)
    return bytes(page.output())


def _page(title: str) -> Any:
    from fpdf import FPDF  # late: nobody else needs it

    class Numbered(FPDF):
        def footer(self) -> None:
            self.set_y(-15)
            self.set_font(FAMILY, size=NOTE)
            self.set_text_color(*SOFT)
            self.cell(0, 8, f"{self.page_no()}", align="C")

    page = Numbered(format="A4")
    folder = _fonts()
    for style, name in FACES.items():
        page.add_font(FAMILY, style, str(folder / name))
    page.set_creation_date(dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    page.set_title(title)
    page.set_lang("en-GB")
    page.set_margins(MARGIN, MARGIN)
    page.set_auto_page_break(auto=True, margin=MARGIN)
    page.add_page()
    return page


def _fonts() -> Any:
    from importlib.resources import files  # late, as above

    return files("font_source_serif_pro").joinpath("files")


def _add(page: Any, block: Block) -> None:
    if isinstance(block, Heading):
        _heading(page, block)
    elif isinstance(block, Paragraph):
        if block.lead:
            _text(page, block.lead, style="B")
        _text(page, block.text)
        page.ln(1.5)
    elif isinstance(block, Bullet):
        _text(page, f"–  {block.text}", indent=INDENT)
        for line in block.under:
            _text(page, line, size=NOTE, colour=SOFT, indent=2 * INDENT)
        page.ln(1)
    else:
        _table(page, block)


def _heading(page: Any, block: Heading) -> None:
    size = SIZES.get(block.level, 11)
    page.ln(2 if block.level > 2 else 5)
    if page.will_page_break(3 * size / 2):  # no heading stands alone at the foot of a page
        page.add_page()
    page.start_section(block.text[:120], level=min(block.level, 3) - 1)
    if block.level == 2:
        page.set_draw_color(*INK)
        page.line(MARGIN, page.get_y(), page.w - MARGIN, page.get_y())
        page.ln(2)
    _text(page, block.text, size=size, style="B")
    page.ln(1)


def _text(
    page: Any, text: str, *, size: float = BODY, style: str = "", colour: tuple[int, ...] = INK, indent: float = 0
) -> None:
    page.set_font(FAMILY, style, size)
    page.set_text_color(*colour)
    page.set_x(MARGIN + indent)
    page.multi_cell(page.w - 2 * MARGIN - indent, size * LINE * 0.353, text, align="L", new_x="LMARGIN", new_y="NEXT")


def _table(page: Any, block: Table) -> None:
    page.set_font(FAMILY, size=NOTE)
    page.set_text_color(*INK)
    page.set_draw_color(*RULE)
    widths = _widths(block, page.w - 2 * MARGIN)
    with page.table(
        col_widths=widths, text_align="LEFT", borders_layout="HORIZONTAL_LINES", line_height=NOTE * LINE * 0.353 + 0.5
    ) as table:
        for cells in (block.head, *block.rows):
            row = table.row()
            for cell in cells:
                row.cell(clip(cell, CELL))
    page.ln(3)


def _widths(block: Table, whole: float) -> tuple[float, ...]:
    """The columns' widths by the length of their longest cells."""
    columns = zip(*(block.head, *block.rows), strict=True)
    lengths = [min(LONGEST, max(6, *(len(cell) for cell in column))) for column in columns]
    shares = [max(LEAST_SHARE, length / sum(lengths)) for length in lengths]
    return tuple(whole * share / sum(shares) for share in shares)
