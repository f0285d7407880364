"""Everything that the pages show at one state of a case; what is derived is made when it is first asked for."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import Any

from multivector.brief import BriefInput
from multivector.brief.answer import Answer, answer_view
from multivector.brief.book import Book, make_book
from multivector.judge import Dossier, indicators, pooled, replay, sensitivity
from multivector.judge.varied import Varied
from multivector.model import Actor, Document, Judgement, Reading, Record, Review, kind_of
from multivector.model.judgement import Indicator, Pool, Step
from multivector.pipeline import Asked, case_hash, dossier_of, standings_of, versions
from multivector.store import View
from multivector.store.merging import Conflict, conflicts
from multivector.web.ties import Ties, make_ties
from multivector.web.visit import Visit

__all__ = ["State"]

SMALL = 3000  # records up to which the answer's course is made at once, not beside the pages
VIEWS = 64  # views kept of one state
COURSE_DAYS = 20  # the answer is replayed for so many days at most, each of them a whole judgement


class State:
    """A case at one moment. Nothing in it changes; two threads may make the same thing at once, and it is the same."""

    def __init__(
        self,
        case: Path,
        view: View,
        unreviewed: tuple[Reading, ...],
        readings: tuple[Reading, ...],
        reviews: tuple[Review, ...],
        since: Visit | None = None,
    ) -> None:
        self.case, self.view, self.unreviewed, self.readings, self.reviews = case, view, unreviewed, readings, reviews
        self.since = since
        self._as_of: dict[str, Judgement] = {}
        self._views: dict[Any, Any] = {}
        self._course: Thread | None = None

    @cached_property
    def dossier(self) -> Dossier:
        """What the judgement rests on."""
        return dossier_of(self.case, self.readings, Asked())

    @cached_property
    def judgement(self) -> Judgement:
        """The judgement."""
        return self.dossier.judged()

    def judged_by(self, day: str) -> Judgement:
        """The judgement as of the end of an ISO day."""
        if day not in self._as_of:
            self._as_of[day] = self.dossier.as_of(day).judged()
        return self._as_of[day]

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days that the answer is replayed for: all on which something came, or an even choice of them."""
        days = self.dossier.days()
        if len(days) <= COURSE_DAYS:
            return days
        return tuple(days[round(i * (len(days) - 1) / (COURSE_DAYS - 1))] for i in range(COURSE_DAYS))

    @cached_property
    def course(self) -> tuple[Step, ...]:
        """The answer on each of these days."""
        return replay(self.dossier, self.days)

    def course_if_ready(self) -> tuple[Step, ...]:
        """The course, empty while it is still being made: in a large case that takes long, and no page waits for it."""
        if "course" in self.__dict__ or len(self.records) <= SMALL:
            return self.course
        if self._course is None:
            self._course = Thread(target=lambda: self.course, daemon=True)
            self._course.start()
        return ()

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
        return Counter(kind_of(record) for one in self.readings for record in one.records)

    @cached_property
    def varied(self) -> tuple[Varied, ...]:
        """What each item does to the answer."""
        return sensitivity(self.dossier)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """What to watch for."""
        return indicators(self.dossier, self.judgement) if self.judgement.judged else ()

    @cached_property
    def pool(self) -> Pool | None:
        """The raters."""
        return pooled(self.dossier) if self.judgement.judged else None

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where people contradict each other."""
        return conflicts(self.reviews)

    @cached_property
    def book(self) -> Book:
        """The records by id, with their labels."""
        return make_book(self._given)

    @cached_property
    def _given(self) -> BriefInput:
        failures = tuple((f.name, f.reason, f.mend) for f in self.view.failures())
        digest = case_hash(self.readings, self.dossier.question)
        known = standings_of(self.readings)
        name = self.case.resolve().name
        return BriefInput(
            self.readings, self.judgement, self.dossier.names, failures, versions(), digest, known, name
        )  # fmt: skip

    @property
    def given(self) -> BriefInput:
        """What a brief of this state is made from."""
        return self._given

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every record that was read, by id, those that people rejected too, with corrections where it stands."""
        found = {record.id: record for one in self.unreviewed for record in one.records}
        return found | {record.id: record for one in self.readings for record in one.records}

    @cached_property
    def by_document(self) -> Mapping[str, Reading]:
        """The readings by their document's id, without what people rejected."""
        return {one.document.id: one for one in self.readings}

    @cached_property
    def all_of(self) -> Mapping[str, tuple[Record, ...]]:
        """The records of each document, those that people rejected too."""
        return {one.document.id: tuple(self.records[r.id] for r in one.records) for one in self.unreviewed}

    @cached_property
    def standing(self) -> frozenset[str]:
        """The ids of the records that nobody rejected."""
        return frozenset(record.id for one in self.readings for record in one.records)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents, the latest first; those without a day last."""
        documents = [one.document for one in self.readings]
        dated = sorted((d for d in documents if d.published), key=lambda d: d.name)
        dated.sort(key=lambda d: d.published or "", reverse=True)
        return (*dated, *(d for d in documents if not d.published))

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The actors that the articles name, by code."""
        return {actor.code: actor for one in self.readings for actor in one.actors}

    @cached_property
    def reviews_of(self) -> Mapping[str, tuple[Review, ...]]:
        """The decisions by record, those that were undone too, the latest first."""
        found: dict[str, list[Review]] = {}
        for review in sorted(self.reviews, key=lambda one: (one.when, one.id), reverse=True):
            found.setdefault(review.record, []).append(review)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def ties(self) -> Ties:
        """Who does what to whom and speaks of whom how, added up."""
        return make_ties(self.readings)

    def name(self, code: str | None) -> str:
        """The display name of an actor."""
        return self.book.name(code)
