"""The tone of a text toward one of its words: the sentence model, fitted for tone, and the lexicon's say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from multivector.codebook.grades import LABELS
from multivector.extract.tone_weights import CUT, ToneWeights, tone_weights
from multivector.text.sentence_model import embed
from multivector.text.threads import one_thread
from multivector.text.transformer import run_layer

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["LABELS", "MOST", "TargetTone", "read_tone", "scores", "target_pieces"]

MOST = 8  # pieces of a target that are averaged; names are rarely longer


@dataclass(frozen=True, slots=True)
class TargetTone:
    """The likeliest label, its tone -1..1 (probability of positive less that of negative), and all probabilities."""

    label: str
    value: float
    probabilities: tuple[float, float, float]


def read_tone(text: str, start: int, end: int, lexicon: float = 0.0) -> TargetTone:
    """The tone toward text[start:end], with the value that the lexicon gives it.

    Raises MissingInput where the extra `multivector[embed]` is not installed.
    """
    import numpy as np

    pieces = embed(text, CUT)
    if len(pieces.spans) <= 2:  # nothing but the marks of beginning and end
        return TargetTone("neutral", 0.0, (0.0, 1.0, 0.0))
    with one_thread():
        found = scores(tone_weights(), pieces.vectors, target_pieces(pieces.spans, start, end), lexicon)
    grown = np.exp(found - found.max())
    shares = [round(float(p), 4) for p in grown / grown.sum()]
    label = LABELS[int(np.argmax(found))]
    return TargetTone(label, round(shares[2] - shares[0], 3), (shares[0], shares[1], shares[2]))


def target_pieces(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """Which pieces stand in text[start:end]; the mark of beginning where the target lies beyond what the model sees."""
    return [n for n, (a, b) in enumerate(spans) if a < end and b > start] or [0]


def scores(
    weights: ToneWeights, hidden: "ndarray[Any, Any]", target: list[int], lexicon: float = 0.0
) -> "ndarray[Any, Any]":
    """The scores of the three labels: the target is marked at the cut, and the layers above gather what concerns it."""
    import numpy as np

    marked = hidden.copy()
    marked[target] += weights.mark
    for layer in weights.layers[:-1]:
        marked = run_layer(layer, marked)
    top = run_layer(weights.layers[-1], marked, [*target[:MOST], 0])
    seen = np.concatenate([top[:-1].mean(axis=0), top[-1]])
    return np.asarray(seen @ weights.head + weights.bias + lexicon * weights.lexicon)
