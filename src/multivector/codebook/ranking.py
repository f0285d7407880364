"""How much each clue speaks for a root as the act between two marked phrases.

See docs/decisions/2026-11-marked-pairs.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from multivector.codebook.base import load

__all__ = ["NONE", "Ranking", "ranking"]

NAMED = 3  # clues given as the reason
NONE = "AGREE"  # where nothing speaks for any root: the least that can be said between two parties (PLOVER's first)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The weights of ranking.yaml; a clue is "act ROOT PARTIES" or "PLACE can ROOT"."""

    acts: Mapping[str, float]
    words: Mapping[str, float]

    def scores(self, clues: Mapping[str, float]) -> dict[str, float]:
        """Each root that any clue (name -> strength) speaks for, with the sum of what they say."""
        found: dict[str, float] = {}
        for root, weight, _ in self._votes(clues):
            found[root] = found.get(root, 0.0) + weight
        return found

    def best(self, clues: Mapping[str, float]) -> str:
        """The root with the highest score, the first by name of equals."""
        scores = self.scores(clues)
        return min(scores, key=lambda root: (-scores[root], root), default=NONE)

    def reasons(self, clues: Mapping[str, float], root: str) -> tuple[str, ...]:
        """The clues that speak most for the root, strongest first."""
        votes = sorted(((weight, name) for r, weight, name in self._votes(clues) if r == root), key=lambda v: -v[0])
        return tuple(name for _, name in votes[:NAMED])

    def _votes(self, clues: Mapping[str, float]) -> Iterator[tuple[str, float, str]]:
        for name, strength in clues.items():
            match name.split():
                case ["act", root, parties]:
                    yield root, self.acts[parties], name
                case [place, "can", root] if place in self.words:
                    yield root, self.words[place] * strength, name


@cache
def ranking() -> Ranking:
    """The shipped weights."""
    table = load("ranking.yaml")
    return Ranking(table["acts"], table["words"])
