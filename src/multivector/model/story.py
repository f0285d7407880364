"""What a case's articles tell together: one thing told in many, where they disagree, and when what happened."""

from dataclasses import dataclass
from typing import Literal

from multivector.model.evidence import Evidence
from multivector.model.when import When

__all__ = ["Contradiction", "ContradictionKind", "Group", "Moment", "Phase", "Side"]

ContradictionKind = Literal["number", "date", "speaker", "denial", "opposite", "membership"]
Phase = Literal["decided", "announced", "in_force", "lifted", "planned", "done", "said"]


@dataclass(frozen=True, slots=True)
class Group:
    """One event, statement, measure or membership that several records tell.

    `head` is the record that stands for it, `records` all of them, the head first; `why` the rule in words;
    `differences` what the tellings have different, in words.
    """

    id: str
    kind: str
    head: str
    records: tuple[str, ...]
    why: str
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: what it says in short, every sentence that says so, and the records told there."""

    said: str
    evidence: tuple[Evidence, ...]
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things that articles say of one matter and that cannot both be so. Neither side is preferred."""

    id: str
    kind: ContradictionKind
    about: str
    one: Side
    other: Side


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated thing. `phase` is how far along it was on that day; `evidence` every sentence that dates it so.

    `said` are the words of the first of them around the date; `records` the records told in these sentences.
    """

    id: str
    when: When
    phase: Phase
    said: str
    evidence: tuple[Evidence, ...]
    records: tuple[str, ...]
    actors: tuple[str, ...] = ()
    planned: bool = False  # it lay ahead when it was told
