"""The tone of a text toward one of its words: the sentence model, a fitted head, and the lexicon with its say."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from multivector.text.sentence_model import Pieces, embed

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["LABELS", "TargetTone", "features", "read_tone"]

LABELS = ("negative", "neutral", "positive")
WINDOW = 5  # pieces on either side of the target that are averaged with it
# How much the lexicon's value (-1..1) moves the head's scores for negative and positive; near the best (1.0 to 1.5)
# on a quarter of NewsMTSC's training part with a head fitted on the rest.
LEXICON_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class TargetTone:
    """The likeliest label, its tone -1..1 (probability of positive less that of negative), and all probabilities."""

    label: str
    value: float
    probabilities: tuple[float, float, float]


def features(pieces: Pieces, start: int, end: int) -> "ndarray[Any, Any]":
    """Three averages in a row: over the target's pieces, over these with their window, over the whole text."""
    import numpy as np

    at = [n for n, (a, b) in enumerate(pieces.spans) if a < end and b > start]
    if not at:  # the target lies beyond what the model sees
        at = [0]
    low, high = max(0, at[0] - WINDOW), at[-1] + 1 + WINDOW
    rows = (pieces.vectors[at], pieces.vectors[low:high], pieces.vectors)
    return np.concatenate([row.mean(axis=0) for row in rows])


def read_tone(text: str, start: int, end: int, lexicon: float = 0.0) -> TargetTone:
    """The tone toward text[start:end], with the value that the lexicon gives it.

    Raises MissingInput where the extra `multivector[embed]` is not installed.
    """
    import numpy as np

    pieces = embed(text)
    if not pieces.spans:
        return TargetTone("neutral", 0.0, (0.0, 1.0, 0.0))
    weights, bias = _head()
    scores = features(pieces, start, end) @ weights + bias + LEXICON_WEIGHT * lexicon * np.array([-1.0, 0.0, 1.0])
    grown = np.exp(scores - scores.max())
    shares = [round(float(p), 4) for p in grown / grown.sum()]
    label = LABELS[int(np.argmax(scores))]
    return TargetTone(label, round(shares[2] - shares[0], 3), (shares[0], shares[1], shares[2]))


@cache
def _head() -> tuple["ndarray[Any, Any]", "ndarray[Any, Any]"]:
    """Weights (features by labels) and biases, as tools/fit_tone.py wrote them."""
    import numpy as np

    path = files("multivector.extract") / "data" / "tone_head.csv"
    table: Sequence[Sequence[str]] = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))[1:]
    numbers = np.array([[float(cell) for cell in row[1:]] for row in table])
    return numbers[1:], numbers[0]
