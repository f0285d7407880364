"""Positions for texts that were packed or taken out of a table."""

from array import array
from collections.abc import Sequence
from itertools import accumulate

__all__ = ["own_positions"]


def own_positions(text: str) -> Sequence[int]:
    """For each character the byte at which it stands in the text's own UTF-8 form."""
    if text.isascii():
        return range(len(text))
    widths = (1 if c < "\x80" else 2 if c < "\u0800" else 3 if c < "\U00010000" else 4 for c in text[:-1])
    return array("q", accumulate(widths, initial=0))
