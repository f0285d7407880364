"""What of a large case fits into one file that can be sent: what the answer rests on first, then what is nearest to it.

A case of thousands of articles would make a page that no browser opens gladly. The brief then shows the records that
the judgement names, next those between observer and subject, next those of either, up to a stated number, and says how
many it leaves to `multivector export`. Nothing that the answer rests on is left out before anything else is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from multivector.brief.given import BriefInput
from multivector.model import Bearing, Event, Judgement, Membership, Record, Statement, TradeMeasure

__all__ = ["MOST_RECORDS", "MOST_TEXT", "Focus", "focused"]

MOST_RECORDS = 700  # about a kilobyte of page each
MOST_TEXT = 250_000  # characters of article text; beyond, the cited sentences alone
MOST_MOMENTS = 300  # dated things
MOST_ITEMS, MOST_ASIDE, MOST_DAYS = 80, 40, 60  # items that count, of each kind that does not, days of the course


@dataclass(frozen=True, slots=True)
class Focus:
    """The input to show, and what of it was left out."""

    given: BriefInput
    records: int = 0
    documents: int = 0

    @property
    def notice(self) -> str:
        """The sentence that says what was left out; empty where nothing was."""
        if not self.records and not self.documents:
            return ""
        shown = sum(len(reading.records) for reading in self.given.readings)
        return (
            f"This page shows the {shown:,} records nearest to the question; {self.records:,} more, and "
            f"{self.documents:,} articles without any of those shown, are in the case: multivector export writes all."
        )


def focused(given: BriefInput) -> Focus:
    """The input cut to what fits; the same input where it fits."""
    total = sum(len(reading.records) for reading in given.readings)
    named = _named(given.judgement)
    judgement = _trimmed(given.judgement)
    kept = given.readings
    if total > MOST_RECORDS:
        wanted = _nearest(given, named)
        cut = (replace(one, records=tuple(r for r in one.records if r.id in wanted)) for one in given.readings)
        kept = tuple(one for one in cut if one.records)
    texts = given.texts and sum(len(one.document.text) for one in kept) <= MOST_TEXT
    moved = tuple(step for step in given.replay if step.moved)[-MOST_DAYS:]
    replay = given.replay if len(given.replay) <= MOST_DAYS else moved
    told = {record.id for one in kept for record in one.records}
    moments = (
        tuple(one for one in given.moments if told & set(one.records)) if kept != given.readings else given.moments
    )
    shown = replace(
        given,
        readings=kept,
        judgement=judgement,
        texts=texts,
        replay=replay,
        contradictions=given.contradictions[:MOST_ASIDE],
        moments=moments[-MOST_MOMENTS:],
    )
    return Focus(shown, total - sum(len(one.records) for one in kept), len(given.readings) - len(kept))


def _named(judgement: Judgement) -> frozenset[str]:
    rows = (*judgement.bearings[:MOST_ITEMS], *judgement.opinions[-MOST_ASIDE:], *judgement.baseline[-MOST_ASIDE:])
    return frozenset(key for row in rows for key in (row.record, *row.also))


def _trimmed(judgement: Judgement) -> Judgement:
    def last(rows: tuple[Bearing, ...]) -> tuple[Bearing, ...]:
        return rows[-MOST_ASIDE:]

    return replace(
        judgement,
        bearings=judgement.bearings[:MOST_ITEMS],
        opinions=last(judgement.opinions),
        baseline=last(judgement.baseline),
        set_aside=last(judgement.set_aside),
    )


def _nearest(given: BriefInput, named: frozenset[str]) -> frozenset[str]:
    """The ids of the records to show, the nearest to the question first; of equals the surest, then the earlier."""
    pair = {given.judgement.question.observer, given.judgement.question.subject} - {None}
    records = [record for reading in given.readings for record in reading.records]

    def rank(place: int) -> tuple[bool, int, float, int]:
        record = records[place]
        return record.id not in named, -len(pair & set(_states(record))), -record.confidence, place

    order = sorted(range(len(records)), key=rank)[:MOST_RECORDS]
    return frozenset(records[place].id for place in order)


def _states(record: Record) -> Iterable[str | None]:
    if isinstance(record, Statement):
        return (record.speaker.state, *record.about)
    if isinstance(record, Event):
        return (*record.source, *record.target)
    if isinstance(record, TradeMeasure):
        return (record.imposer, *record.target)
    if isinstance(record, Membership):
        return (record.state, record.organisation)
    return ()
