"""Highlights in a text: spans that may nest, overlap or cross become well-formed pieces in one order.

Where two spans cross, the one that opened later is closed at the border and opened again behind it. Each span's id
stands at its first piece, and its reference behind its last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Highlight", "Piece", "paragraphs_of", "pieces_of"]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span of a text. `id` is its anchor; `ref` and `label` lead back to where it is used, empty for none."""

    start: int
    end: int
    kind: str
    id: str
    ref: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One step of the output: a mark opens or closes, words, or a reference back."""

    act: Literal["open", "close", "text", "ref"]
    text: str = ""
    kind: str = ""
    id: str = ""
    ref: str = ""


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """The spans of the lines that hold more than white space."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def pieces_of(text: str, highlights: Sequence[Highlight]) -> list[tuple[Piece, ...]]:
    """The pieces of each paragraph, marks in pairs. An id stands in the first paragraph that its span touches, a
    reference in the last; a span that touches none is left out."""
    bounds = paragraphs_of(text)
    own: list[list[Highlight]] = [[] for _ in bounds]
    for highlight in highlights:
        touched = [n for n, (start, end) in enumerate(bounds) if highlight.start < end and start < highlight.end]
        for n in touched:
            own[n].append(_cut(highlight, bounds[n], first=n == touched[0], last=n == touched[-1]))
    return [tuple(_sweep(text, cut, bound)) for cut, bound in zip(own, bounds, strict=True)]


def _cut(highlight: Highlight, bounds: tuple[int, int], *, first: bool, last: bool) -> Highlight:
    start, end = max(highlight.start, bounds[0]), min(highlight.end, bounds[1])
    return Highlight(
        start, end, highlight.kind, highlight.id if first else "", highlight.ref if last else "", highlight.label
    )  # fmt: skip


def _sweep(text: str, highlights: Sequence[Highlight], bounds: tuple[int, int]) -> Iterator[Piece]:
    ordered = sorted(highlights, key=lambda h: (h.start, -h.end))
    borders = sorted({*bounds, *(h.start for h in ordered), *(h.end for h in ordered)})
    opened: list[Highlight] = []
    waiting = list(ordered)
    for here, following in zip(borders, [*borders[1:], None], strict=True):
        yield from _close(opened, here)
        while waiting and waiting[0].start == here:
            opened.append(waiting.pop(0))
            yield Piece("open", kind=opened[-1].kind, id=opened[-1].id)
        if following is not None:
            yield Piece("text", text[here:following])


def _close(opened: list[Highlight], here: int) -> Iterator[Piece]:
    """Close what ends here; what stands open above it is closed too and opened again."""
    ending = [h for h in opened if h.end <= here]
    if not ending:
        return
    lowest = opened.index(ending[0])
    again = [h for h in opened[lowest:] if h.end > here]
    for _ in opened[lowest:]:
        yield Piece("close")
    del opened[lowest:]
    for highlight in sorted(ending, key=lambda h: (-h.start, h.label)):
        if highlight.ref:
            yield Piece("ref", highlight.label, highlight.kind, ref=highlight.ref)
    for highlight in again:
        opened.append(highlight)
        yield Piece("open", kind=highlight.kind)
