"""All that was read from one document."""

from dataclasses import dataclass

from multivector.model.actor import Actor, Mention
from multivector.model.document import Document, Sentence
from multivector.model.record import Record

__all__ = ["Reading", "Withheld"]


@dataclass(frozen=True, slots=True, order=True)
class Withheld:
    """Something that looked like a record and was not kept, with the reason and the words."""

    kind: str
    reason: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with its sentences, mentions, actors and records, in text order."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    records: tuple[Record, ...]
    withheld: tuple[Withheld, ...] = ()
