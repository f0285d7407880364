"""The records of a brief by id, numbered and with their places on the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from multivector.brief.dates import day_words
from multivector.brief.given import BriefInput
from multivector.brief.plain import clip, one_line, token
from multivector.brief.words import MEASURES, listed, possessive, with_article
from multivector.model import (
    Actor,
    Document,
    Event,
    Link,
    Membership,
    Record,
    Statement,
    TradeMeasure,
    kind_of,
    words_of_speech,
)

__all__ = ["Book", "Cite", "Entry", "Told", "make_book", "source_words"]

LETTERS = {"statement": "S", "event": "E", "trade_measure": "T", "membership": "M", "link": "L"}
QUOTE_LIMIT = 280  # characters of evidence that a row can carry
QUOTE_MARKS = '"“”„«»‟'
GOODS_SHOWN = 4
Noun = TypeVar("Noun", Statement, Event, TradeMeasure, Membership, Link)

ACROSS = "story"  # the reader that draws links between articles


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with its document, its label (S3) and its part of the page's ids."""

    record: Record
    kind: str
    label: str
    token: str
    document: Document

    @property
    def mark(self) -> str:
        """The id of its highlight."""
        return f"h-{self.token}"

    @property
    def home(self) -> str:
        """The id of its row."""
        return f"r-{self.token}"


@dataclass(frozen=True, slots=True)
class Cite:
    """The words of the evidence with the way to their highlight, which is None where the record is not shown."""

    quote: str
    verbatim: bool  # to be set in quotation marks: false for reported speech
    label: str
    mark: str | None
    home: str | None
    source: str  # outlet (or file) and day; empty where there is but one document


@dataclass(frozen=True, slots=True)
class Told:
    """A further record that tells the same; its row is a line under the first one's."""

    token: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Book:
    """All entries by record id, in the order of reading, with the names of the actors. `heads` leads from a record that
    retells another article's to that one."""

    entries: Mapping[str, Entry]
    documents: tuple[Document, ...]
    names: Mapping[str, str]
    actors: Mapping[str, Actor]
    heads: Mapping[str, str] = field(default_factory=dict)

    def name(self, code: str | None) -> str:
        """The display name of a code, on one line; the code itself where none is known."""
        actor = self.actors.get(code or "")
        found = self.names.get(code or "") or (actor.name if actor else None) or code
        return clip(found, QUOTE_LIMIT) if found else "an unnamed actor"

    def knows(self, code: str) -> bool:
        """Whether there is a name for the code."""
        return code in self.names or code in self.actors

    def named(self, codes: Iterable[str]) -> str:
        """The names of several codes as they stand in a sentence."""
        return listed([with_article(self.name(code)) for code in codes]) or "an unnamed actor"

    def all_of(self, cls: type[Noun]) -> list[tuple[Entry, Noun]]:
        """The entries of one kind with their records."""
        return [(entry, entry.record) for entry in self.entries.values() if isinstance(entry.record, cls)]

    def cite(self, record: str, said: str = "") -> Cite:
        """The evidence of a record; `said` stands in for a record that is not in the book."""
        entry = self.entries.get(record)
        if entry is None:
            return Cite(_unquoted(said), not record.startswith("sil-"), "", None, None, "")
        words = words_of_speech(entry.record) if isinstance(entry.record, Statement) else entry.record.evidence.quote
        verbatim = entry.record.direct if isinstance(entry.record, Statement) else True
        source = source_words(entry.document) if len(self.documents) > 1 else ""
        return Cite(_unquoted(words), verbatim, entry.label, entry.mark, entry.home, source)

    def told(self, entries: Iterable[Entry]) -> tuple[Told, ...]:
        """The entries as lines under another one that tells the same."""
        return tuple(Told(entry.token, self.cite(entry.record.id)) for entry in entries)

    def doer(self, entry: Entry) -> str:
        """Who said or did it."""
        record = entry.record
        if isinstance(record, Statement):
            return clip(record.speaker.name, QUOTE_LIMIT)
        if isinstance(record, TradeMeasure):
            return clip(record.authority, QUOTE_LIMIT) if record.authority else self.name(record.imposer)
        return self.named(record.source) if isinstance(record, Event) else ""

    def describe(self, entry: Entry) -> str:
        """A record as a noun phrase: "Rosselkhoznadzor's import ban on wheat and lentils"."""
        record = entry.record
        if isinstance(record, TradeMeasure):
            goods = [clip(good.text, QUOTE_LIMIT) for good in record.goods]
            rest = [f"{len(goods) - GOODS_SHOWN} more"] if len(goods) > GOODS_SHOWN else []
            on = f" on {listed([*goods[:GOODS_SHOWN], *rest])}" if goods else ""
            return f"{possessive(self.doer(entry))} {MEASURES[record.measure]}{on}"
        if isinstance(record, Statement):
            return f"{possessive(self.doer(entry))} words “{_unquoted(record.content.quote, 90)}”"
        if isinstance(record, Event):
            return f"what {self.doer(entry)} did: “{_unquoted(record.evidence.quote, 90)}”"
        return f"“{_unquoted(record.evidence.quote, 90)}”"


def source_words(document: Document) -> str:
    """Outlet, or file name where none is known, and the day of publication."""
    outlet = clip(document.outlet or document.name, 60)
    return f"{outlet}, {day_words(document.published)}" if document.published else outlet


def _unquoted(words: str, limit: int = QUOTE_LIMIT) -> str:
    flat = one_line(words).strip()
    if flat[:1] in QUOTE_MARKS or flat[-1:] in QUOTE_MARKS:
        flat = flat.strip(QUOTE_MARKS) if not any(mark in flat[1:-1] for mark in QUOTE_MARKS) else flat
    return clip(flat.rstrip(","), limit)


def make_book(given: BriefInput) -> Book:
    """The book of an input. Every record gets a label and a part of an id that no other has."""
    documents = {reading.document.id: reading.document for reading in given.readings}
    entries: dict[str, Entry] = {}
    numbers = dict.fromkeys(LETTERS, 0)
    tokens: set[str] = set()
    for reading in given.readings:
        for record in reading.records:
            if record.id in entries or _drawn_across(record):
                continue
            kind = kind_of(record)
            numbers[kind] += 1
            part = _free(token(record.id), tokens)
            document = documents.get(record.evidence.document, reading.document)
            entries[record.id] = Entry(record, kind, f"{LETTERS[kind]}{numbers[kind]}", part, document)
    links = (record for reading in given.readings for record in reading.records if isinstance(record, Link))
    heads = {link.from_: link.to for link in links if link.link == "same_event"}
    return Book(entries, tuple(documents.values()), given.names, _actors(given), heads)


def _drawn_across(record: Record) -> bool:
    """Whether it is a link that was drawn between articles: it stands among the disagreements, not in an article."""
    return isinstance(record, Link) and any(origin.reader == ACROSS for origin in record.origin)


def _free(wanted: str, tokens: set[str]) -> str:
    found, n = wanted, 1
    while found in tokens:
        n += 1
        found = f"{wanted}.{n}"
    tokens.add(found)
    return found


def _actors(given: BriefInput) -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for reading in given.readings:
        for actor in reading.actors:
            kept = found.get(actor.code)
            if kept is None or (kept.sector is None and actor.sector is not None):
                found[actor.code] = actor
    return found
