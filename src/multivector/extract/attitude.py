"""Which of two marked actors speaks or acts well or ill of the other: five classes, by learned weights with names.

The rules of extract/directed.py are among the features; what they and all others weigh is in tone/directed.csv.
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from multivector.codebook.attitudes import CLASSES, Attitudes, attitudes
from multivector.extract.directed import Between, Told, told
from multivector.extract.directed_features import features, sided
from multivector.extract.stance import stance_hits, stance_toward
from multivector.extract.tone_graded import read_graded
from multivector.text.base import Parse

__all__ = ["Attitude", "attitude", "seen"]

SHOWN = 4

Features = Mapping[str, float]


class Attitude(NamedTuple):
    """The likeliest class (its number in CLASSES), the tones both ways, and the features that spoke most for it."""

    label: int
    tones: Between
    reasons: tuple[str, ...]


def attitude(parse: Parse, first: Sequence[int], second: Sequence[int]) -> Attitude:
    """What stands between two actors (their tokens, the first before the second); neutral where either has none.

    A tone is the probability of praise less that of blame, -1..1.
    """
    if not first or not second:
        return Attitude(0, Between(0.0, 0.0), ())
    forth, back = seen(parse, first, second)
    table = attitudes()
    scores = table.scores(forth, back)
    grown = [exp(s - max(scores)) for s in scores]
    shares = [g / sum(grown) for g in grown]
    label = scores.index(max(scores))
    tones = Between(round(shares[1] - shares[3], 3), round(shares[2] - shares[4], 3))
    return Attitude(label, tones, _reasons(table, label, forth if label in (1, 3) else back))


def seen(parse: Parse, first: Sequence[int], second: Sequence[int]) -> tuple[dict[str, float], dict[str, float]]:
    """The features of an attitude of the first toward the second, and of the second toward the first."""
    hits = stance_hits(parse, [t.i for t in parse.tokens])
    ways = told(parse, first, second, hits)
    toward = [_toward(parse, tokens, stance_toward(parse, [("", tokens)], hits)[0].value) for tokens in (first, second)]
    sides = [
        sided(parse, source, target, hits, _named(ways[n], ways[1 - n], toward[n], toward[1 - n]))
        for n, (source, target) in enumerate(((first, second), (second, first)))
    ]
    return features(sides[0]), features(sides[1])


def _toward(parse: Parse, tokens: Sequence[int], lexicon: float) -> tuple[float, float]:
    """The tone of the whole text toward one actor, by the lexicon and by the learned grades."""
    return lexicon, read_graded(parse, tokens, lexicon).value


def _named(mine: Told, its: Told, source: tuple[float, float], target: tuple[float, float]) -> dict[str, float]:
    return {
        "rule:deed": mine.done, "rule:said": mine.said, "rule:deed back": its.done, "rule:said back": its.said,
        "lexicon:source": source[0], "grades:source": source[1], "lexicon:target": target[0],
        "grades:target": target[1],
    }  # fmt: skip


def _reasons(table: Attitudes, label: int, found: Features) -> tuple[str, ...]:
    """The features that speak most for the class, strongest first; none for a neutral one."""
    if not label:
        return ()
    way = 0 if CLASSES[label].startswith("good") else 1
    gain = {n: table.weights[n][way] * v for n, v in found.items() if n in table.weights}
    return tuple(sorted((n for n in gain if gain[n] > 0), key=lambda n: (-gain[n], n))[:SHOWN])
