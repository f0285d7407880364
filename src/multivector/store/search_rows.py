"""What full-text search knows of a case: one row for each sentence and each record."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from multivector.model import (
    Document,
    Event,
    Link,
    Membership,
    Mention,
    Record,
    Sentence,
    Statement,
    TradeMeasure,
    When,
    kind_of,
)

__all__ = ["TONES", "Found", "document_rows", "tone_word"]

TONES = ("negative", "neutral", "positive")
TONE_EDGE = 0.1  # tones nearer to zero than this are neutral


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence or record as search finds it. `day` is the record's own first day, else the day of publication."""

    kind: str  # "sentence" or a kind of record
    id: str  # the record's id, "" for a sentence
    document: str  # the document's id
    name: str  # and its name
    start: int
    end: int
    quote: str
    actors: tuple[str, ...]
    type: str
    day: str | None
    tones: tuple[tuple[str, float], ...]  # actor, tone toward it
    language: str
    score: float = 0.0


def document_rows(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], records: Sequence[Record]
) -> Iterator[Found]:
    """The rows of one document, sentences first."""
    ordered = sorted(mentions, key=lambda m: m.start)
    starts = [m.start for m in ordered]
    for one in sentences:
        inside = ordered[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
        named = [code for m in inside for code in (m.actor, m.state) if code]
        yield _found(document, ("sentence", ""), (one.start, one.end), _Told(named))
    for record in records:
        span = (record.evidence.start, record.evidence.end)
        yield _found(document, (kind_of(record), record.id), span, _told(record))


def tone_word(value: float) -> str:
    """Negative, neutral or positive."""
    return TONES[1] if abs(value) < TONE_EDGE else TONES[2] if value > 0 else TONES[0]


class _Told(NamedTuple):
    """What a record tells: its actors, type, first day and tones."""

    actors: list[str]
    type: str = ""
    day: str | None = None
    tones: tuple[tuple[str, float], ...] = ()


def _found(document: Document, which: tuple[str, str], span: tuple[int, int], told: _Told) -> Found:
    quote, actors = document.text[span[0] : span[1]], tuple(dict.fromkeys(told.actors))
    day = told.day or document.published
    return Found(
        *which, document.id, document.name, *span, quote, actors, told.type, day, told.tones, document.language
    )


def _told(record: Record) -> _Told:
    if isinstance(record, Statement):
        who = [code for code in (record.speaker.actor, record.speaker.state) if code]
        tones = tuple((tone.actor, tone.value) for tone in record.stance)
        return _Told([*who, *record.about], record.cue or "", _day(record.said_on), tones)
    if isinstance(record, Event):
        return _Told([*record.source, *record.target, *record.actors], record.type, _day(record.date))
    if isinstance(record, TradeMeasure):
        return _Told([record.imposer, *record.target], record.measure, record.start)
    if isinstance(record, Membership):
        return _Told([record.state, record.organisation], record.status, _day(record.date))
    return _Told([], record.link if isinstance(record, Link) else "")


def _day(when: When | None) -> str | None:
    return when.start if when else None
