"""A trigger that is a record: the day of what it tells."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from multivector.errors import CaseError
from multivector.model import Event, Membership, Question, Reading, Statement, TradeMeasure

__all__ = ["dated"]

MARKS = ("sta-", "eve-", "tra-", "mem-")


def dated(question: Question, readings: Sequence[Reading]) -> Question:
    """The question with the day of its trigger, where that is a record's id; raises CaseError where there is none."""
    trigger = question.trigger
    if trigger is None or not trigger.startswith(MARKS):
        return question
    days = sorted(set(_days(trigger, readings)))
    if not days:
        raise CaseError(f"trigger: no record of this case begins with {trigger}, or it has no day; give the day itself")
    return replace(question, trigger=days[0])


def _days(trigger: str, readings: Sequence[Reading]) -> Iterable[str]:
    for reading in readings:
        for record in reading.records:
            if not record.id.startswith(trigger):
                continue
            told = _told(record) or reading.document.published
            if told:
                yield told[:10]


def _told(record: object) -> str | None:
    if isinstance(record, TradeMeasure):
        return record.start
    if isinstance(record, Statement):
        return record.said_on.start if record.said_on else None
    if isinstance(record, Event | Membership):
        return record.date.start if record.date else None
    return None
