"""What was read of a case before anybody decided anything: made once, shared by all states until articles change."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from multivector.brief.book import LETTERS
from multivector.judge import concerns
from multivector.model import Actor, Document, Link, Question, Reading, Record, TradeMeasure, kind_of
from multivector.store import View
from multivector.web.ties import Ties, make_ties

__all__ = ["Base", "Focus"]

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Focus:
    """The records on which a question's judgement can rest: by id, and the readings with these alone, in order."""

    ids: frozenset[str]
    readings: tuple[Reading, ...]


class Base:
    """A reading of a case. Nothing in it changes; what is derived is made when it is first asked for."""

    def __init__(self, view: View, readings: tuple[Reading, ...]) -> None:
        self.view, self.readings = view, readings
        self._kept: dict[Any, Any] = {}

    def once(self, key: Any, make: Callable[[], Kept]) -> Kept:
        """What `make` gives, made once for a key."""
        if key not in self._kept:
            self._kept[key] = make()
        found: Kept = self._kept[key]
        return found

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every record by id, in the order of reading."""
        return {record.id: record for one in self.readings for record in one.records}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """A short name for each record (S3 is the third statement), which no decision changes."""
        numbers: Counter[str] = Counter()
        found: dict[str, str] = {}
        for record in self.records.values():
            kind = kind_of(record)
            numbers[kind] += 1
            found[record.id] = f"{LETTERS[kind]}{numbers[kind]}"
        return found

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where the reading of each document stands."""
        return {one.document.id: n for n, one in enumerate(self.readings)}

    @cached_property
    def resting(self) -> Mapping[str, tuple[str, ...]]:
        """The links that rest on a record: they leave with it."""
        found: dict[str, tuple[str, ...]] = {}
        for record in self.records.values():
            if isinstance(record, Link):
                for end in (record.from_, record.to):
                    found[end] = (*found.get(end, ()), record.id)
        return found

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents, the latest first; those without a day last."""
        documents = [one.document for one in self.readings]
        dated = sorted((d for d in documents if d.published), key=lambda d: d.name)
        dated.sort(key=lambda d: d.published or "", reverse=True)
        return (*dated, *(d for d in documents if not d.published))

    @cached_property
    def families(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents by their cluster: copies, later versions and translations of one text."""
        found: dict[str, list[Document]] = {}
        for one in self.readings:
            found.setdefault(one.document.cluster, []).append(one.document)
        return {key: tuple(documents) for key, documents in found.items()}

    @cached_property
    def outlets(self) -> tuple[tuple[str, int], ...]:
        """The outlets with their articles, those with most first."""
        found = Counter(one.document.outlet for one in self.readings if one.document.outlet)
        return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The actors that the articles name, by code."""
        return {actor.code: actor for one in self.readings for actor in one.actors}

    @cached_property
    def kinds(self) -> Counter[str]:
        """How many records of each kind were read."""
        return Counter(map(kind_of, self.records.values()))

    @cached_property
    def withheld(self) -> int:
        """How much was withheld."""
        return sum(len(one.withheld) for one in self.readings)

    @cached_property
    def ties(self) -> Ties:
        """Who does what to whom and speaks of whom how, added up."""
        return make_ties(self.readings)

    def focus(self, question: Question) -> Focus:
        """The records on which the judgement of a question can rest."""
        sides = (question.observer, question.subject)
        return self.once(("focus", *sides), lambda: self._focus(question))

    def _focus(self, question: Question) -> Focus:
        """Those that concern both sides, all of an article with a measure of theirs (its grounds stand beside it), and
        the links that rest on any of these."""
        found = {record.id for record in self.records.values() if concerns(question, record)}
        for one in self.readings:
            if any(isinstance(record, TradeMeasure) and record.id in found for record in one.records):
                found.update(record.id for record in one.records)
        found.update(link for record in tuple(found) for link in self.resting.get(record, ()))
        return Focus(frozenset(found), tuple(map(_only(found), self.readings)))


def _only(ids: set[str]) -> Callable[[Reading], Reading]:
    def narrowed(one: Reading) -> Reading:
        return replace(one, records=tuple(record for record in one.records if record.id in ids))

    return narrowed
