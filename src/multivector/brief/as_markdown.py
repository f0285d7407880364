"""The brief as Markdown (CommonMark with pipe tables), every string from outside escaped."""

import re
from collections.abc import Iterator, Sequence

from multivector.brief.blocks import Block, Bullet, Heading, Paragraph, Table

__all__ = ["markdown"]

# What could open a mark, a link, a tag, an entity or a table cell; and what only at a line's start.
ACTIVE = re.compile(r"([\\`*_\[\]<>|&~])")
AT_START = re.compile(r"^(\s*)([#+\-=>]|\d+[.)])")


def markdown(blocks: Sequence[Block]) -> str:
    """The text, with one blank line between blocks and a newline at its end."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        tight = isinstance(block, Bullet) and isinstance(before, Bullet)
        parts += [] if tight or before is None else [""]
        parts += _lines(block)
        before = block
    return "\n".join(parts) + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_escaped(block.text)}"
    elif isinstance(block, Paragraph):
        lead = f"**{_escaped(block.lead)}** " if block.lead else ""
        yield f"{lead}{_escaped(block.text)}"
    elif isinstance(block, Bullet):
        yield f"- {_escaped(block.text)}"
        yield from (f"  - {_escaped(line)}" for line in block.under)
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(_escaped, table.head))} |"
    yield f"|{'---|' * len(table.head)}"
    yield from (f"| {' | '.join(map(_escaped, row))} |" for row in table.rows)


def _escaped(text: str) -> str:
    return AT_START.sub(r"\1\\\2", ACTIVE.sub(r"\\\1", text))
