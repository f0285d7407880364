"""The parts of an outline, and evidence as it stands in one."""

from dataclasses import dataclass

from multivector.brief.book import Cite
from multivector.brief.plain import one_line

__all__ = ["Block", "Bullet", "Heading", "Paragraph", "Table", "cited", "cleaned"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` stands before it in bold."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a list, with what is said under it in smaller type."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullet | Table


def cited(cite: Cite) -> str:
    """The words of the evidence, its label and its source; reported speech stands without quotation marks."""
    words = f"“{cite.quote}”" if cite.verbatim else f"{cite.quote} (reported)"
    return " ".join(part for part in (words, f"[{cite.label}]" if cite.label else "", cite.source) if part)


def cleaned(block: Block) -> Block:
    """The block with every string on one line, without control characters or direction marks."""
    if isinstance(block, Heading):
        return Heading(block.level, one_line(block.text))
    if isinstance(block, Paragraph):
        return Paragraph(one_line(block.text), one_line(block.lead))
    if isinstance(block, Bullet):
        return Bullet(one_line(block.text), tuple(one_line(line) for line in block.under))
    return Table(
        tuple(one_line(cell) for cell in block.head), tuple(tuple(one_line(cell) for cell in row) for row in block.rows)
    )
