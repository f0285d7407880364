"""What people's decisions change of a reading, record by record, and whether that touches the judgement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from multivector.brief.book import Entry
from multivector.brief.plain import token
from multivector.judge import concerns
from multivector.model import Question, Reading, Record, Review, kind_of
from multivector.model.review import in_force
from multivector.store.reviews import apply
from multivector.web.base import Base

__all__ = ["Changes", "Entries", "changes_of", "judged_readings", "readings_after", "touches"]

Changes = Mapping[str, Record | None]  # by id: the record as it was corrected, None where it was rejected
ON_RECORDS = ("accept", "reject", "correct")


def changes_of(base: Base, reviews: Sequence[Review]) -> Changes:
    """The records that are not as they were read, links that leave with their ends among them.

    Raises CaseError where a correction cannot be made.
    """
    named = {one.record for one in in_force(reviews) if one.act in ON_RECORDS} & base.records.keys()
    named.update(link for record in tuple(named) for link in base.resting.get(record, ()))
    before = {key: base.records[key] for key in sorted(named)}
    after = {record.id: record for record in apply(before.values(), reviews)}
    return {key: after.get(key) for key, record in before.items() if after.get(key) is not record}


def readings_after(base: Base, readings: tuple[Reading, ...], changes: Changes) -> tuple[Reading, ...]:
    """The readings (of the base, or what is left of them, each in its place) with these changes made."""
    if not changes:
        return readings
    found = list(readings)
    for place in {base.places[base.records[key].evidence.document] for key in changes}:
        found[place] = replace(found[place], records=tuple(_changed(found[place].records, changes)))
    return tuple(found)


def judged_readings(base: Base, question: Question, changes: Changes) -> tuple[Reading, ...]:
    """The readings with all that the judgement can rest on, and little else."""
    focus = base.focus(question)
    fresh = (record for key, record in changes.items() if key not in focus.ids)
    if any(record is not None and concerns(question, record) for record in fresh):
        return readings_after(base, base.readings, changes)
    return readings_after(base, focus.readings, {key: now for key, now in changes.items() if key in focus.ids})


def _changed(records: Iterable[Record], changes: Changes) -> Iterator[Record]:
    for record in records:
        now = changes.get(record.id, record)
        if now is not None:
            yield now


def touches(base: Base, question: Question, before: Sequence[Review], now: Sequence[Review]) -> bool:
    """Whether going from one list of decisions to the other can move the judgement of the question."""
    old, new = ({one.id: one for one in in_force(reviews)} for reviews in (before, now))
    decided = [old.get(key) or new[key] for key in sorted(old.keys() ^ new.keys())]
    if any(one.act not in ON_RECORDS or one.record not in base.records for one in decided):
        return True
    named = {one.record for one in decided}
    if not named.isdisjoint(base.focus(question).ids):
        return True
    either = [changes_of(base, [one for one in reviews if one.record in named]) for reviews in (before, now)]
    return any(record is not None and concerns(question, record) for one in either for record in one.values())


class Entries(Mapping[str, Entry]):
    """The records that stand as a book's entries, each made when a page shows it."""

    def __init__(self, base: Base, changes: Changes) -> None:
        self._base, self._changes = base, changes

    def __getitem__(self, key: str) -> Entry:
        record = self._changes.get(key, self._base.records[key])
        if record is None:
            raise KeyError(key)
        document = self._base.readings[self._base.places[record.evidence.document]].document
        return Entry(record, kind_of(record), self._base.labels[key], token(key), document)

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._base.records if self._changes.get(key, self._base.records[key]) is not None)

    def __len__(self) -> int:
        return len(self._base.records) - sum(record is None for record in self._changes.values())
