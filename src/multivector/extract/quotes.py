"""Quotations: where they begin and end, in linear time, whatever marks the text uses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Quote", "find_quotes"]

OPENING = {"“": "”", "«": "»", "„": "“”", "‹": "›"}
DOUBLE = '"'
MAX_LENGTH = 6000  # characters; a longer "quotation" is an unbalanced mark
MARKS = re.compile(r"[\"“”„«»‘’‹›]|(?<!\w)'|'(?!\w)")


@dataclass(frozen=True, slots=True)
class Quote:
    """The span between two marks (the marks left out), its paragraph, and whether the closing mark was found.

    `single` marks are ‘ ’ or ' '; they count as speech only where they do not stand inside a double quotation.
    """

    start: int
    end: int
    paragraph: int
    closed: bool
    single: bool = False


def find_quotes(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quote, ...]:
    """Outer quotations in text order. A quotation ends with its paragraph; an open one may go on in the next."""
    found: list[Quote] = []
    for number, (start, end) in enumerate(paragraphs):
        found.extend(_paragraph(text, start, end, number))
    return tuple(found)


def _paragraph(text: str, start: int, end: int, number: int) -> list[Quote]:
    found: list[Quote] = []
    opened, closers = -1, ""
    for mark in MARKS.finditer(text, start, end):
        sign, at = mark.group(), mark.start()
        if opened < 0:
            if sign in OPENING:
                opened, closers = at + 1, OPENING[sign]
            elif sign == DOUBLE and _opens(text, at, end):
                opened, closers = at + 1, DOUBLE + "”"
            elif sign in "‘'" and _opens(text, at, end) and (close := _single_close(text, at + 1, end)):
                found.append(Quote(at + 1, close, number, True, single=True))
        elif sign in closers and not (sign == DOUBLE and _opens(text, at, end) and not _closes(text, at, start)):
            found.append(Quote(opened, at, number, True))
            opened = -1
    if opened >= 0 and end - opened <= MAX_LENGTH:
        found.append(Quote(opened, end, number, False))
    outer = [q for q in found if not q.single]
    return sorted(
        (q for q in found if q.end > q.start and not (q.single and any(o.start <= q.start < o.end for o in outer))),
        key=lambda q: q.start,
    )


def _opens(text: str, at: int, end: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : min(end, at + 2)]
    return (not before or before.isspace() or before in "([—–-:/") and bool(after) and not after.isspace()


def _closes(text: str, at: int, start: int) -> bool:
    before = text[at - 1 : at] if at > start else ""
    return bool(before) and not before.isspace()


def _single_close(text: str, start: int, end: int) -> int | None:
    """The end of a quotation in single marks; an apostrophe inside a word is none."""
    limit = min(end, start + MAX_LENGTH)
    for i in range(start, limit):
        if text[i] in "’'" and not (i + 1 < end and text[i + 1].isalnum()):
            return i if i > start else None
    return None
