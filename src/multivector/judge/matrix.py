"""Heuer's matrix: how consistent each item is with each hypothesis.

Marks are CC, C, N, I, II (very consistent to very inconsistent) and NA. Heuer, Psychology of Intelligence Analysis
(CIA 1999), chapter 8, says to count what speaks against each hypothesis, not what speaks for it; the numbers for the
marks and the row's standard deviation follow the worked example in A Tradecraft Primer (CIA 2009).
"""

import math
from collections.abc import Sequence
from functools import cache
from statistics import pstdev

__all__ = ["diagnosticity", "inconsistency", "likelihood_of", "mark_value", "marks_of", "primer_score"]

MARKS = ("CC", "C", "N", "I", "II", "NA")
VALUES = {"CC": 2.0, "C": 1.0, "N": 0.0, "I": -1.0, "II": -2.0, "NA": 0.0}
# The Primer's words as probabilities: ++ .95, + .80, neutral .50, - .20, -- .05
LIKELIHOODS = {"CC": 0.95, "C": 0.80, "N": 0.50, "I": 0.20, "II": 0.05, "NA": 0.50}
# A likelihood is compared with the geometric mean of its row. Between two hypotheses that makes a ratio below 1.2
# neutral and one of 3 or more a double mark.
SINGLE = math.sqrt(1.2)
DOUBLE = math.sqrt(3.0)
ROUNDING = 1e-9  # a ratio that is 1.2 but for the last bit counts as 1.2


def mark_value(mark: str) -> float:
    """The mark as a number, -2..2; KeyError for a mark that is none of Heuer's."""
    return VALUES[mark]


def likelihood_of(mark: str) -> float:
    """P(item | hypothesis) that the mark stands for."""
    return LIKELIHOODS[mark]


def marks_of(likelihoods: Sequence[float]) -> tuple[str, ...]:
    """The marks that a row of likelihoods amounts to, each beside the row's geometric mean."""
    centre = math.fsum(math.log(value) for value in likelihoods) / len(likelihoods)
    return tuple(_mark(math.log(value) - centre) for value in likelihoods)


def _mark(distance: float) -> str:
    size = abs(distance) + ROUNDING
    if size < math.log(SINGLE):
        return "N"
    letter = "C" if distance > 0 else "I"
    return letter * 2 if size >= math.log(DOUBLE) else letter


def inconsistency(rows: Sequence[Sequence[str]], weights: Sequence[float] | None = None) -> tuple[float, ...]:
    """What speaks against each hypothesis: I counts 1 and II 2, each times the item's weight. Larger is worse."""
    if not rows:
        return ()
    scales = weights if weights is not None else [1.0] * len(rows)
    against = [
        [scale * max(0.0, -VALUES[mark]) for mark in row] for row, scale in zip(rows, scales, strict=True)
    ]  # fmt: skip
    return tuple(math.fsum(column) for column in zip(*against, strict=True))


def primer_score(rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """The count with the sign that the Primer prints: the hypothesis nearest to 0 has the least against it."""
    return tuple(-value if value else 0.0 for value in inconsistency(rows))


def diagnosticity(row: Sequence[str]) -> float:
    """Population standard deviation of the row's marks; 0 where the item cannot tell the hypotheses apart."""
    return _spread(tuple(mark for mark in row if mark != "NA"))


@cache
def _spread(marks: tuple[str, ...]) -> float:
    return pstdev(VALUES[mark] for mark in marks) if len(marks) > 1 else 0.0
