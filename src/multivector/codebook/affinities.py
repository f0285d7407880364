"""Words and phrases that lean to one type of act between two parties, for the ranking of marked pairs.

An affinity is weaker than a frame: it asks for no arguments. "draw level with" is in no frame; "lambast" leans to
ACCUSE wherever it stands. How much a leaning counts, and at which place, is learned (docs/decisions).
"""

from dataclasses import dataclass
from functools import cache

from multivector.codebook.base import load_folder

__all__ = ["Affinity", "affinities"]


@dataclass(frozen=True, slots=True)
class Affinity:
    """The lemmas of a phrase in their order, the first of which is looked up, and the type it leans to."""

    words: tuple[str, ...]
    root: str


@cache
def affinities() -> dict[str, tuple[Affinity, ...]]:
    """First lemma -> the affinities that begin with it, the longest first; from affinities/."""
    found: dict[str, list[Affinity]] = {}
    for root, phrases in (entry for file in load_folder("affinities") for entry in file.items()):
        for phrase in phrases:
            words = tuple(str(phrase).lower().split())
            found.setdefault(words[0], []).append(Affinity(words, root))
    return {head: tuple(sorted(group, key=lambda a: (-len(a.words), a.root))) for head, group in found.items()}
