"""Everything that the pages show at one state of a case; what is derived is made when it is first asked for."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from multivector.brief.answer import Answer, answer_view
from multivector.brief.book import Book
from multivector.judge import Dossier
from multivector.model import Actor, Document, Judgement, Reading, Record, Review, kind_of
from multivector.pipeline import Asked, question_of, ratings_of
from multivector.store import View
from multivector.store.merging import Conflict, conflicts
from multivector.web.base import Base
from multivector.web.judging import Judging
from multivector.web.reviewed import Changes, Entries, changes_of, judged_readings, readings_after, touches
from multivector.web.ties import Ties, ties_after
from multivector.web.visit import Visit
from multivector.world.actors import display_names

__all__ = ["State"]

VIEWS = 64  # views kept of one state


class State:
    """A case at one moment. Nothing in it changes; two threads may make the same thing at once, and it is the same.

    `case_stamp` tells one case.toml from another. `before` is an earlier state: where the decisions between the two
    cannot have moved the judgement, it is taken over.
    """

    def __init__(
        self,
        case: Path,
        base: Base,
        reviews: tuple[Review, ...],
        case_stamp: object = None,
        *,
        since: Visit | None = None,
        before: "State | None" = None,
    ) -> None:
        self.case, self.base, self.reviews, self.since = case, base, reviews, since
        self.case_stamp = case_stamp
        self.changes: Changes = changes_of(base, reviews)
        self.readings: tuple[Reading, ...] = readings_after(base, base.readings, self.changes)
        self.judging = self._judging(before)
        self._views: dict[Any, Any] = {}

    def _judging(self, before: "State | None") -> Judging:
        """The judgement; it is weighed when it is first asked for."""
        question = question_of(self.case, self.readings, Asked())
        dossier = Dossier(
            question, judged_readings(self.base, question, self.changes), self.reviews, self._ratings, self._names
        )
        if before is None or before.base is not self.base:
            return Judging(dossier)
        old = before.judging.dossier
        alike = (old.question, old.reliability) == (question, dossier.reliability)
        moved = not alike or touches(self.base, question, before.reviews, self.reviews)
        raters = {tuple(one.raters()) for one in (old, dossier)}
        kept = not moved and (len(raters) < 2 or all(len(who) < 2 for who in raters))
        return Judging(dossier, before.judging if kept else None)

    @property
    def _names(self) -> Mapping[str, str]:
        return self.base.once("names", lambda: display_names() | {a.code: a.name for a in self.base.actors.values()})

    @property
    def _ratings(self) -> Mapping[str, str]:
        def rated() -> Mapping[str, str]:
            one_of_each = {document.outlet: document for document in self.base.documents}
            return ratings_of(self.case, tuple(one_of_each.values()))

        return self.base.once(("ratings", self.case_stamp), rated)

    @property
    def dossier(self) -> Dossier:
        """What the judgement rests on."""
        return self.judging.dossier

    @property
    def judgement(self) -> Judgement:
        """The judgement."""
        return self.judging.judgement

    @property
    def view(self) -> View:
        """The store's view, without people's decisions."""
        return self.base.view

    def view_of(self, key: Any, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once for a key; nothing here changes, so a view can be shown again."""
        if key not in self._views:
            if len(self._views) >= VIEWS:
                self._views.pop(next(iter(self._views)), None)
            self._views[key] = make()
        return self._views[key]

    @cached_property
    def answer(self) -> Answer:
        """The judgement's answer as pages show it."""
        return answer_view(self.judgement, self.book)

    @cached_property
    def kinds(self) -> Counter[str]:
        """How many records of each kind stand."""
        gone = (key for key, record in self.changes.items() if record is None)
        return self.base.kinds - Counter(kind_of(self.base.records[key]) for key in gone)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where people contradict each other."""
        return conflicts(self.reviews)

    @cached_property
    def book(self) -> Book:
        """The records by id, with their labels."""
        return Book(Entries(self.base, self.changes), self.base.documents, self._names, self.base.actors)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every record that was read, by id, those that people rejected too, with corrections where it stands."""
        corrected = {key: record for key, record in self.changes.items() if record is not None}
        return {**self.base.records, **corrected} if corrected else self.base.records

    def records_in(self, document: str) -> tuple[Record, ...]:
        """The records of a document, those that people rejected too; none where there is no such document."""
        place = self.base.places.get(document)
        return () if place is None else tuple(self.records[r.id] for r in self.base.readings[place].records)

    def reading_of(self, document: str) -> Reading | None:
        """The reading of a document, without what people rejected."""
        place = self.base.places.get(document)
        return None if place is None else self.readings[place]

    def document_of(self, record: Record) -> Document:
        """The document in which a record stands."""
        return self.base.readings[self.base.places[record.evidence.document]].document

    def stands(self, record: str) -> bool:
        """Whether that record was read and nobody rejected it."""
        return record in self.base.records and (record not in self.changes or self.changes[record] is not None)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, the latest first; those without a day last."""
        return self.base.documents

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The actors that the articles name, by code."""
        return self.base.actors

    @cached_property
    def reviews_of(self) -> Mapping[str, tuple[Review, ...]]:
        """The decisions by record, those that were undone too, the latest first."""
        found: dict[str, list[Review]] = {}
        for review in sorted(self.reviews, key=lambda one: (one.when, one.id), reverse=True):
            found.setdefault(review.record, []).append(review)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def undecided(self) -> int:
        """How many records nobody has decided on."""
        return len(self.base.records) - sum(key in self.base.records for key in self.reviews_of)

    @cached_property
    def ties(self) -> Ties:
        """Who does what to whom and speaks of whom how, added up."""
        if not self.changes:
            return self.base.ties
        fresh = [(record.evidence.document, record) for record in self.changes.values() if record is not None]
        return ties_after(
            self.base.ties, self.changes.keys(), [(self.readings[self.base.places[d]], r) for d, r in fresh]
        )

    def name(self, code: str | None) -> str:
        """The display name of an actor."""
        return self.book.name(code)
