"""The moves of spaCy's arc-eager parser, made for many runs of words at once.

A run has a stack of words in work and a row of words to come. A move shifts the next word onto the stack (S), takes the
top word off it (D), hangs the top word on the next one (L) or the next on the top one (R), or says that a sentence
begins behind the next word (B). A word that is taken off before it hangs on another is put back before those to come.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["FEATURES", "Board", "allowed"]

KINDS = "SDLRB"
SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(len(KINDS))
FEATURES = 8  # two words to come, three of the stack, and the last ones that hang on the foremost of them
MAY_SHIFT, MAY_REDUCE, MAY_HANG, MAY_BREAK = 1, 2, 4, 8  # bits of a choice
BOTTOM = 3  # places under a stack that stand for no word
BEHIND = 2  # places behind the last word to come, likewise


class Board:
    """All that is known of the words of many runs.

    Words are numbered from 1, run by run; 0 stands for none. A run is two places: of its top word in `stack` and of its
    next word in `coming`. What a run looks at and changes are its own words, so that runs move at once.
    """

    def __init__(self, moves: Sequence[str], lengths: Sequence[int]) -> None:
        import numpy as np

        words = sum(lengths) + 1
        self._kinds = np.array([KINDS.index(move[0]) for move in moves])
        self.head, self.move = np.zeros(words, dtype="int64"), np.zeros(words, dtype="int64")
        self._left, self._right, self._sister = (np.zeros(words, dtype="int64") for _ in range(3))
        self._begins, self._fixed = np.zeros(words, dtype=bool), np.zeros(words, dtype=bool)
        self._stack = np.zeros(words + BOTTOM * len(lengths), dtype="int64")
        self._coming = np.zeros(words + BEHIND * len(lengths), dtype="int64")
        self.tops: list[int] = []
        self.nexts: list[int] = []
        at = 0
        for n, length in enumerate(lengths):
            first = at + BEHIND * n
            self._coming[first : first + length] = np.arange(at + 1, at + 1 + length)
            self.tops.append(at + BOTTOM * (n + 1) - 1)
            self.nexts.append(first)
            at += length

    def unended(self, tops: "ndarray[Any, Any]", nexts: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
        """For each run whether it has a word left on its stack or to come."""
        left: ndarray[Any, Any] = (self._stack[tops] + self._coming[nexts]) > 0
        return left

    def seen(self, tops: "ndarray[Any, Any]", nexts: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
        """The words that each run's next move depends on: FEATURES rows, a column for each run."""
        import numpy as np

        found = np.empty((FEATURES, len(tops)), dtype="int64")
        coming, stack = self._coming, self._stack
        first, top = coming[nexts], stack[tops]
        found[0], found[1], found[2], found[3], found[4] = (
            first, coming[nexts + 1], top, stack[tops - 1], stack[tops - 2],
        )  # fmt: skip
        found[5], found[6], found[7] = self._left[first], self._left[top], self._right[top]
        return found

    def choices(self, seen: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
        """Which kinds of moves each run may make: MAY_SHIFT and so on, added up."""
        first, second, top = seen[0], seen[1], seen[2]
        held, inside = top > 0, (first > 0) & ~self._begins[first]
        hang = held & inside
        shift = ~held | (hang & (second > 0) & ~self._fixed[first])
        split = (second == first + 1) & ~self._begins[second]
        found: ndarray[Any, Any] = shift + MAY_REDUCE * held + MAY_HANG * hang + MAY_BREAK * split
        return found

    def make(
        self,
        moves: "ndarray[Any, Any]",
        seen: "ndarray[Any, Any]",
        tops: "ndarray[Any, Any]",
        nexts: "ndarray[Any, Any]",
    ) -> None:
        """Make each run's move; changes the places in `tops` and `nexts`."""
        kinds = self._kinds[moves]
        left, right = (kinds == LEFT).nonzero()[0], (kinds == RIGHT).nonzero()[0]
        self._hang_top(seen[2][left], seen[0][left], moves[left])
        self._hang_next(seen[2][right], seen[0][right], moves[right])
        self._begins[seen[1][kinds == BREAK]] = True
        pushed = ((kinds == SHIFT) | (kinds == RIGHT)).nonzero()[0]
        off = (kinds == REDUCE).nonzero()[0]
        back = off[(seen[3][off] > 0) & (self.head[seen[2][off]] == 0)]
        tops[pushed] += 1
        self._stack[tops[pushed]] = seen[0][pushed]
        nexts[pushed] += 1
        nexts[back] -= 1
        self._coming[nexts[back]] = seen[2][back]
        self._fixed[seen[2][back]] = True
        tops[left] -= 1
        tops[off] -= 1

    def _hang_top(self, top: "ndarray[Any, Any]", first: "ndarray[Any, Any]", moves: "ndarray[Any, Any]") -> None:
        """What a top word hung on before loses its last word."""
        self._right[self.head[top]] = self._sister[top]
        self._right[0] = 0
        self.head[top], self.move[top] = first, moves
        self._left[first] = top
        self._fixed[first] = False

    def _hang_next(self, top: "ndarray[Any, Any]", first: "ndarray[Any, Any]", moves: "ndarray[Any, Any]") -> None:
        self.head[first], self.move[first] = top, moves
        self._sister[first] = self._right[top]
        self._right[top] = first


def allowed(moves: Sequence[str]) -> "ndarray[Any, Any]":
    """For each choice a row with 0 for the moves that it allows and -inf for the others."""
    import numpy as np

    bits = {"S": MAY_SHIFT, "D": MAY_REDUCE, "L": MAY_HANG, "R": MAY_HANG, "B": MAY_BREAK}
    choices = range(2 * MAY_BREAK)
    return np.array([[0.0 if choice & bits[m[0]] else -np.inf for m in moves] for choice in choices], dtype="float32")
