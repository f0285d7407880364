"""Which of two marked actors speaks or acts well or ill of the other: five classes, by learned weights with names.

The rules of extract/directed.py are among the features; what they and all others weigh is in tone/directed.csv.
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from multivector.codebook.attitudes import CLASSES, Attitudes, attitudes
from multivector.codebook.strongest import strongest
from multivector.extract.directed import Between, Told, told
from multivector.extract.directed_features import features, sided
from multivector.extract.directed_runs import RUN, runs
from multivector.extract.stance import StanceHit, stance_hits, stance_toward
from multivector.extract.tone_graded import read_graded
from multivector.extract.tone_russian import read_russian
from multivector.text.base import Parse
from multivector.text.russian import LANGUAGE as RUSSIAN

__all__ = ["Attitude", "Tones", "attitude", "seen", "toward", "views"]

SHOWN = 4

Features = Mapping[str, float]
Views = tuple[dict[str, float], dict[str, float]]
Pair = tuple[Sequence[int], Sequence[int]]


class Tones(NamedTuple):
    """The tone of a text toward one actor, -1..1."""

    lexicon: float
    learned: float


class Attitude(NamedTuple):
    """The likeliest class (its number in CLASSES), the tones both ways, and the features that spoke most for it."""

    label: int
    tones: Between
    reasons: tuple[str, ...]


def attitude(parse: Parse, first: Sequence[int], second: Sequence[int], table: Attitudes | None = None) -> Attitude:
    """What stands between two actors (their tokens, the first before the second); neutral where either has none.

    A tone is the probability of praise less that of blame, -1..1. The weights are the shipped ones of the text's
    language unless given.
    """
    if not first or not second:
        return Attitude(0, Between(0.0, 0.0), ())
    with_runs = table is not None and table.has(RUN)
    table = table or attitudes(parse.language)
    forth, back = seen(parse, first, second, with_runs=with_runs)
    scores = table.scores(forth, back)
    grown = [exp(s - max(scores)) for s in scores]
    shares = [g / sum(grown) for g in grown]
    label = scores.index(max(scores))
    tones = Between(round(shares[1] - shares[3], 3), round(shares[2] - shares[4], 3))
    return Attitude(label, tones, _reasons(table, label, forth if label in (1, 3) else back))


def seen(parse: Parse, first: Sequence[int], second: Sequence[int], *, with_runs: bool = False) -> Views:
    """The features of an attitude of the first toward the second, and of the second toward the first; `with_runs`
    adds those of directed_runs."""
    hits = stance_hits(parse, [t.i for t in parse.tokens])
    forth, back = views(parse, (first, second), hits, (toward(parse, first, hits), toward(parse, second, hits)))
    if not with_runs:
        return forth, back
    return forth | runs(parse, first, second), back | runs(parse, second, first)


def views(parse: Parse, actors: Pair, hits: Sequence[StanceHit], tones: tuple[Tones, Tones]) -> Views:
    """The same where the words of attitude and the tones of the text toward both actors are known."""
    ways = told(parse, *actors, hits)
    forth, back = (
        features(sided(parse, actors[n], actors[1 - n], hits, _named(ways[n], ways[1 - n], tones[n], tones[1 - n])))
        for n in (0, 1)
    )
    return forth, back


def toward(parse: Parse, tokens: Sequence[int], hits: Sequence[StanceHit]) -> Tones:
    """The tone of the whole text toward one actor, by the lexicon and by what was learned of single words."""
    lexicon = stance_toward(parse, [("", tokens)], hits)[0].value
    read = read_russian if parse.language == RUSSIAN else read_graded
    return Tones(lexicon, read(parse, tokens, lexicon).value)


def _named(mine: Told, its: Told, source: Tones, target: Tones) -> dict[str, float]:
    return {
        "rule:deed": mine.done, "rule:said": mine.said, "rule:deed back": its.done, "rule:said back": its.said,
        "lexicon:source": source.lexicon, "grades:source": source.learned, "lexicon:target": target.lexicon,
        "grades:target": target.learned,
    }  # fmt: skip


def _reasons(table: Attitudes, label: int, found: Features) -> tuple[str, ...]:
    """The features that speak most for the class, strongest first; none for a neutral one."""
    if not label:
        return ()
    way = 0 if CLASSES[label].startswith("good") else 1
    gain = {n: table.weights[n][way] * v for n, v in found.items() if n in table.weights}
    return strongest(gain, SHOWN)
