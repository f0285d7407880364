"""How much each clue speaks for a root as the act between two marked phrases.

See docs/decisions/2026-11-marked-pairs.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from multivector.codebook.base import load

__all__ = ["Clue", "Ranking", "ranking"]

NAMED = 3  # clues given as the reason
NONE = "AGREE"  # where nothing speaks for any root: the least that can be said between two parties (PLOVER's first)


class Clue(NamedTuple):
    """What may speak for a root: an act that was read, by how it binds the phrases, or a word, by its place."""

    place: str  # a key of ranking.yaml
    root: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """The weights of ranking.yaml, by the place of a clue."""

    acts: Mapping[str, float]
    words: Mapping[str, float]

    def best(self, clues: Mapping[Clue, float]) -> str:
        """The root with the highest sum of weights times strengths, the first by name of equals."""
        scores: dict[str, float] = {}
        for clue, strength in clues.items():
            scores[clue.root] = scores.get(clue.root, 0.0) + self._weight(clue) * strength
        return min(scores, key=lambda root: (-scores[root], root), default=NONE)

    def reasons(self, clues: Mapping[Clue, float], root: str) -> tuple[str, ...]:
        """The clues that speak most for the root, strongest first: "act ROOT PARTIES" or "PLACE can ROOT"."""
        own = sorted((c for c in clues if c.root == root), key=lambda c: -self._weight(c) * clues[c])
        return tuple(f"act {root} {c.place}" if c.place in self.acts else f"{c.place} can {root}" for c in own[:NAMED])

    def _weight(self, clue: Clue) -> float:
        return self.acts[clue.place] if clue.place in self.acts else self.words[clue.place]


@cache
def ranking() -> Ranking:
    """The shipped weights."""
    table = load("ranking.yaml")
    return Ranking(table["acts"], table["words"])
