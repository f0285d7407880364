"""Who is for or against whom in a whole Russian article: one regard for each ordered pair that its sentences show.

The sights of a pair are weighed by the table that reads single sentences too (attitude.py), together with what the
article as a whole tells of the two. What two sentences show counts less than twice; a sentence is evidence as far as
its own features speak for the sign.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp

from multivector.codebook.attitudes import Attitudes, attitudes
from multivector.codebook.strongest import strongest
from multivector.extract.regard_article import kinds_of, pooled
from multivector.extract.regard_sights import Sight, lines, sights
from multivector.model import Evidence, Reading, Regard
from multivector.text.base import Parse
from multivector.text.russian import LANGUAGE

__all__ = ["paired", "regards"]

SHOWN = 4  # features and sentences that a regard names


def paired(parse: Parse, reading: Reading) -> list[tuple[tuple[Sight, ...], dict[str, float]]]:
    """The sights of each ordered pair with all that is weighed of it, in the order of source and target."""
    kinds = kinds_of(reading)
    found: defaultdict[tuple[str, str], list[Sight]] = defaultdict(list)
    for sight in sights(lines(parse, reading.mentions)):
        found[sight.source, sight.target].append(sight)
    return [(tuple(seen), pooled(reading, kinds, seen)) for _, seen in sorted(found.items())]


def regards(parse: Parse, reading: Reading) -> tuple[Regard, ...]:
    """The article's regards, by source and target; () for an article in another language than Russian.

    Each has at least one sentence that itself speaks for it.
    """
    if parse.language != LANGUAGE:
        return ()
    table = attitudes(LANGUAGE)
    found = (_weighed(table, seen, features, reading) for seen, features in paired(parse, reading))
    return tuple(regard for regard in found if regard is not None)


def _weighed(table: Attitudes, seen: Sequence[Sight], features: Mapping[str, float], reading: Reading) -> Regard | None:
    praise, blame = table.ways(features)
    way = 0 if praise >= blame else 1
    if max(praise, blame) <= 0:
        return None
    told = sorted(
        ((sum(_leans(table, s.features, way).values()), s) for s in seen), key=lambda g: (-g[0], g[1].sentence)
    )
    evidence = tuple(_sentence(reading, s.sentence) for gain, s in told[:SHOWN] if gain > 0)
    if not evidence:
        return None
    shares = [exp(praise), exp(blame)]
    value = (shares[0] - shares[1]) / (1 + sum(shares))
    reasons = strongest(_leans(table, features, way), SHOWN)
    return Regard(seen[0].source, seen[0].target, round(value, 3), tuple(dict.fromkeys(evidence)), reasons)


def _leans(table: Attitudes, features: Mapping[str, float], way: int) -> dict[str, float]:
    """How far each feature speaks for praise rather than blame (0), or for blame rather than praise (1)."""
    known = [(name, table.weights[name], strength) for name, strength in features.items() if name in table.weights]
    return {name: (weights[way] - weights[1 - way]) * strength for name, weights, strength in known}


def _sentence(reading: Reading, number: int) -> Evidence:
    span = reading.sentences[number]
    return Evidence(reading.document.id, span.start, span.end, reading.document.text[span.start : span.end])
