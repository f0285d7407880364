"""Highlights in a text: spans that may nest, overlap or cross become well-formed pieces in one order.

Where two spans cross, the one that opened later is closed at the border and opened again behind it. Each span's id
stands at its first piece, and its reference behind its last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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


def pieces_of(text: str, highlights: Sequence[Highlight], bounds: tuple[int, int]) -> list[Piece]:
    """The pieces of text[bounds], marks in pairs. Highlights that reach beyond are cut at the bounds."""
    own = [h for h in highlights if h.start < bounds[1] and bounds[0] < h.end]
    cut = [_cut(h, bounds) for h in own]
    ordered = sorted(cut, key=lambda h: (h.start, -h.end))
    return list(_sweep(text, ordered, bounds))


def _cut(highlight: Highlight, bounds: tuple[int, int]) -> Highlight:
    """The part within the bounds; that with the start keeps the id, that with the end the reference."""
    return replace(
        highlight,
        start=max(highlight.start, bounds[0]),
        end=min(highlight.end, bounds[1]),
        id=highlight.id if highlight.start >= bounds[0] else "",
        ref=highlight.ref if highlight.end <= bounds[1] else "",
    )


def _sweep(text: str, ordered: Sequence[Highlight], bounds: tuple[int, int]) -> Iterator[Piece]:
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
