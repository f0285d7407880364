"""Fitting the weights of attitudes between two marked actors on labelled pairs.

One vector of weights reads praise and one blame, whichever of the two actors is the source: a conditional logit over
neutral and four attitudes, with ridges. The same pairs give the same weights.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from multivector.codebook.attitudes import CLASSES, START, Attitudes
from multivector.extract.directed_runs import RUN

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["Labelled", "best_class", "fit", "fit_settled", "matrix"]

# By five-fold cross-validation on the project's own pairs: of ridges 3 to 30 and powers .3 to .7 the best, nearly.
RIDGE, RIDGE_WORDS, RIDGE_START = 8.0, 15.0, 0.1  # for kinds, for single words, for the attitudes' start
BALANCE = 0.5  # power by which a rare class counts more
RARE = 2  # a feature of fewer pairs is left out
STEPS = 150
HOLDS = (1.0, 0.3, 0.1)  # what the ridges are multiplied by: the more pairs, the less must be held
PART = 5  # each fifth pair is left out where the ridges are chosen
KINDS = ("deed", "tone", "leans", "speech")  # what follows a place where no single word is named
WORDY = ("up", "down", "way", "beside", "before", "behind", "between")

Features = Mapping[str, float]


class Labelled(NamedTuple):
    """A pair: its features seen from the first actor and from the second, and its class (its number in CLASSES)."""

    forth: Features
    back: Features
    label: int


def fit_settled(rows: Sequence[Labelled]) -> Attitudes:
    """The weights, held by those ridges with which four fifths of the pairs read the last fifth best."""
    inside, outside = ([r for i, r in enumerate(rows) if (i % PART == 0) is left_out] for left_out in (False, True))
    return fit(rows, max(HOLDS, key=lambda hold: _mean_f1(fit(inside, hold), outside)))


def fit(rows: Sequence[Labelled], hold: float = 1.0) -> Attitudes:
    """The weights of least loss; `hold` multiplies the ridges."""
    import numpy as np
    from scipy.optimize import minimize

    names = _names(rows)
    forth, back = (matrix(sides, names) for sides in ([r.forth for r in rows], [r.back for r in rows]))
    share, gold = _shares(rows), np.eye(len(CLASSES))[[row.label for row in rows]]
    held = [hold * (RIDGE_WORDS if _wordy(n) else RIDGE) for n in names]
    ridge = np.array([*held, *held, *[RIDGE_START] * len(START)])
    k = len(names)

    def loss(point: "ndarray[Any, Any]") -> "tuple[float, ndarray[Any, Any]]":
        praise, blame, start = np.split(point, [k, 2 * k])
        sides = [forth @ praise, back @ praise, forth @ blame, back @ blame]
        logits = np.stack([np.zeros(len(rows)), *(s + b for s, b in zip(sides, start, strict=True))], axis=1)
        logits -= logits.max(axis=1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
        slope = (np.exp(logits) - gold) * share[:, None]
        pulls = [forth.T @ slope[:, n] + back.T @ slope[:, n + 1] for n in (1, 3)]
        gradient = np.concatenate([*pulls, slope[:, 1:].sum(axis=0)]) + ridge * point
        return float(-(logits[gold == 1] @ share) + (ridge * point) @ point / 2), gradient

    best = minimize(loss, np.zeros(len(ridge)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    pairs = zip(best[:k].tolist(), best[k : 2 * k].tolist(), strict=True)
    return Attitudes(tuple(best[2 * k :].tolist()), dict(zip(names, pairs, strict=True)))


def best_class(table: Attitudes, row: Labelled) -> int:
    """The number of the class that the weights give the pair."""
    scores = table.scores(row.forth, row.back)
    return scores.index(max(scores))


def _mean_f1(table: Attitudes, rows: Sequence[Labelled]) -> float:
    """The mean F1 of the classes that are given or read."""
    pairs = [(row.label, best_class(table, row)) for row in rows]
    both = Counter(gold for gold, read in pairs if gold == read)
    named = Counter(label for pair in pairs for label in pair)
    return sum(2 * both[label] / count for label, count in named.items()) / max(1, len(named))


def _names(rows: Sequence[Labelled]) -> list[str]:
    count = Counter(name for row in rows for name in {*row.forth, *row.back})
    return sorted(name for name, seen in count.items() if seen >= RARE)


def _shares(rows: Sequence[Labelled]) -> "ndarray[Any, Any]":
    """How much each pair counts: more in a rare class."""
    import numpy as np

    count = Counter(row.label for row in rows)
    return np.array([(max(count.values()) / count[row.label]) ** BALANCE for row in rows])


def _wordy(name: str) -> bool:
    """True for a feature that names a single word or several."""
    if name.startswith(RUN):
        return True
    place, _, value = name.partition(":")
    if place == "top":
        return len(value.split()) > 1 and value.split()[0] not in KINDS
    return place.rstrip("<>") in WORDY and not value.startswith(KINDS)


def matrix(sides: Sequence[Features], names: Sequence[str]) -> Any:
    """A line for each side, a column for each name, sparse; what has no name here is left out."""
    from scipy.sparse import csr_matrix

    column = {name: i for i, name in enumerate(names)}
    cells = [(i, column[n], v) for i, side in enumerate(sides) for n, v in side.items() if n in column]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_matrix((values, (rows, columns)), shape=(len(sides), len(names)))
