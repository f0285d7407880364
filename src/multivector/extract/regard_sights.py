"""Where an article sets one actor beside another: the sentences that name both, each seen from either side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from multivector.extract.attitude import Tones, toward, views
from multivector.extract.stance import StanceHit, stance_hits
from multivector.model import Mention
from multivector.text.base import Parse, alone

__all__ = ["Line", "Sight", "lines", "sights"]

CROWD = 25  # actors of a sentence; one that names more is a list
PLACES = 2  # of all pairs of mentions in a sentence the nearest count


@dataclass(frozen=True, slots=True)
class Sight:
    """One sentence (its number) that sets the source beside the target, with what is seen there."""

    sentence: int
    source: str
    target: str
    features: Mapping[str, float]


@dataclass(slots=True)
class Line:
    """A sentence as a parse of its own, the tokens of each actor in it, and the tones toward these, once asked."""

    number: int
    parse: Parse
    actors: Mapping[str, Sequence[int]]
    hits: Sequence[StanceHit]
    known: dict[int, Tones] = field(default_factory=dict)

    def tones(self, i: int) -> Tones:
        """The tone of the sentence toward the actor at token `i`."""
        if i not in self.known:
            self.known[i] = toward(self.parse, (i,), self.hits)
        return self.known[i]


def lines(parse: Parse, mentions: Sequence[Mention]) -> list[Line]:
    """The sentences that name two or more, lists apart; an actor stands at the last token of a mention."""
    ends = {m.end: m.actor for m in mentions}
    found = []
    for number, (first, end) in enumerate(parse.bounds):
        actors: defaultdict[str, list[int]] = defaultdict(list)
        for token in parse.tokens[first:end]:
            if token.end in ends:
                actors[ends[token.end]].append(token.i - first)
        if 1 < len(actors) <= CROWD:
            own = alone(parse, number)
            found.append(Line(number, own, actors, stance_hits(own, range(len(own.tokens)))))
    return found


def sights(given: Sequence[Line]) -> Iterator[Sight]:
    """All that the article shows of each ordered pair, in the order of its sentences."""
    for line in given:
        for one, other in combinations(line.actors, 2):
            forth, back = _met(line, one, other)
            yield Sight(line.number, one, other, forth)
            yield Sight(line.number, other, one, back)


def _met(line: Line, one: str, other: str) -> tuple[dict[str, float], dict[str, float]]:
    """Both views of the two, over the nearest of their mentions; the strongest holds where a feature occurs twice."""
    pairs = sorted((abs(i - j), i, j) for i in line.actors[one] for j in line.actors[other])[:PLACES]
    both: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for _, i, j in pairs:
        seen = views(line.parse, ((i,), (j,)), line.hits, (line.tones(i), line.tones(j)))
        for found, new in zip(both, seen, strict=True):
            found.update({name: max(found.get(name, 0.0), strength) for name, strength in new.items()})
    return both
