"""Stored text -> its paragraphs."""

import re
from itertools import chain

__all__ = ["paragraphs"]

GAP = re.compile(r"\n[^\S\n]*\n\s*")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The half-open spans of the paragraphs, in order; blank lines part them.

    Spans start and end with a visible character, do not overlap, and leave out white space only.
    """
    spans, start = [], 0
    for stop, after in chain(((gap.start(), gap.end()) for gap in GAP.finditer(text)), [(len(text), len(text))]):
        piece = text[start:stop]
        if words := piece.strip():
            first = start + piece.index(words[0])
            spans.append((first, first + len(words)))
        start = after
    return tuple(spans)
