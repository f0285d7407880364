"""Cue words of attribution."""

from dataclasses import dataclass
from functools import cache

from multivector.codebook.base import load

__all__ = ["Cues", "cues"]


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue lemmas by what they govern; several words are a verb with its particle or preposition."""

    plain: frozenset[str]
    strong: frozenset[str]
    thought: frozenset[str]
    regard: frozenset[str]
    act: frozenset[str]
    according: frozenset[str]
    noun: frozenset[str]
    venue: frozenset[str]
    document: frozenset[str]

    @property
    def speech(self) -> frozenset[str]:
        """Verbs that introduce a quotation or a reported clause as speech."""
        return self.plain | self.strong

    @property
    def quoting(self) -> frozenset[str]:
        """Verbs beside which a quotation may stand."""
        return _quoting()


@cache
def cues() -> Cues:
    """The cues of cues.yaml."""
    table = load("cues.yaml")
    say = table["say"]
    return Cues(
        *(frozenset(say[k]) for k in ("plain", "strong", "thought")),
        *(frozenset(table[k]) for k in ("regard", "act", "according", "noun", "venue", "document")),
    )


@cache
def _quoting() -> frozenset[str]:
    return cues().speech | cues().regard | cues().act | cues().thought
