"""Cue words of attribution."""

from dataclasses import dataclass
from functools import cache

from multivector.codebook.base import load

__all__ = ["Cues", "cues"]

KINDS = ("intend", "regard", "act", "adjective", "according", "according_noun", "noun", "light", "venue", "document")


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue lemmas by what they govern; several words are a verb with its particle or preposition."""

    plain: frozenset[str]
    strong: frozenset[str]
    thought: frozenset[str]
    show: frozenset[str]
    intend: frozenset[str]
    regard: frozenset[str]
    act: frozenset[str]
    adjective: frozenset[str]
    according: frozenset[str]
    according_noun: frozenset[str]
    noun: frozenset[str]
    light: frozenset[str]
    venue: frozenset[str]
    document: frozenset[str]
    noun_of: dict[str, frozenset[str]]  # preposition, or "inf", -> the nouns whose content it leads to

    @property
    def speech(self) -> frozenset[str]:
        """Verbs that introduce a quotation or a reported clause as speech."""
        return _speech()

    @property
    def clausal(self) -> frozenset[str]:
        """Verbs whose content is a clause."""
        return _clausal()

    @property
    def verbal(self) -> frozenset[str]:
        """All verbs, with and without particles, that report words, thoughts, wishes or a side taken."""
        return _verbal()

    @property
    def quoting(self) -> frozenset[str]:
        """Verbs beside which a quotation may stand."""
        return _quoting()


@cache
def cues() -> Cues:
    """The cues of cues.yaml."""
    table = load("cues.yaml")
    say = table["say"]
    noun_of = {case: frozenset(nouns) for case, nouns in table["noun_of"].items()}
    rows = {k: frozenset(say[k]) for k in ("plain", "strong", "thought", "show")}
    rows |= {k: frozenset(table[k]) for k in KINDS}
    return Cues(noun_of=noun_of, **rows)


@cache
def _quoting() -> frozenset[str]:
    return cues().speech | cues().regard | cues().act | cues().thought


@cache
def _speech() -> frozenset[str]:
    return cues().plain | cues().strong


@cache
def _clausal() -> frozenset[str]:
    table = cues()
    return table.speech | table.thought | table.show


@cache
def _verbal() -> frozenset[str]:
    table = cues()
    return table.clausal | table.regard | table.intend | table.act
