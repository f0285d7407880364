"""Text that knows where each of its characters stands in the source, and the short form of that: the offset map.

The rule of Document.offsets, stated once: from a pair (position, byte) on, the byte grows by the UTF-8 length of each
character passed, until the next pair. Plain UTF-8 text therefore needs a pair only where something was cut or joined.
"""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Traced", "byte_at", "join", "offset_map"]


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and, for each of its characters, its byte position in the source."""

    text: str
    at: Sequence[int]

    def part(self, start: int, end: int) -> "Traced":
        """The characters from start up to end."""
        return Traced(self.text[start:end], self.at[start:end])

    def trimmed(self) -> "Traced":
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))


def join(parts: Sequence[Traced], glues: Sequence[str]) -> Traced:
    """The parts with glues[i] between parts i and i + 1; a glue goes on where the part before it ends."""
    texts: list[str] = []
    at = array("q")
    for part, glue in zip(parts, (*glues, ""), strict=True):
        texts += (part.text, glue)
        at.extend(part.at)
        end = at[-1] + _width(part.text[-1]) if part.text else 0
        at.extend(range(end, end + len(glue)))
    return Traced("".join(texts), at)


def offset_map(traced: Traced) -> tuple[tuple[int, int], ...]:
    """The pairs of Document.offsets: as few as the rule allows, positions ascending, the first at 0."""
    pairs: list[tuple[int, int]] = []
    expected = -1
    for position, (char, place) in enumerate(zip(traced.text, traced.at, strict=True)):
        if place != expected:
            pairs.append((position, place))
        expected = place + _width(char)
    return tuple(pairs)


def byte_at(text: str, offsets: Sequence[tuple[int, int]], position: int) -> int:
    """The byte in the source at which the character at `position` of the stored text starts.

    Raises IndexError outside the text or for an empty map.
    """
    if not 0 <= position < len(text) or not offsets:
        raise IndexError(f"no character {position} in a text of {len(text)}")
    start, place = offsets[max(0, bisect_right(offsets, position, key=lambda pair: pair[0]) - 1)]
    return place + sum(map(_width, text[start:position]))


def _width(char: str) -> int:
    if char < "\x80":
        return 1
    if char < "\u0800":
        return 2
    return 3 if char < "\U00010000" else 4
