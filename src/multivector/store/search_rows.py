"""What full-text search knows of a case: one row for each sentence and each record."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
        yield _found(document, "sentence", "", (one.start, one.end), actors=named)
    for record in records:
        span = (record.evidence.start, record.evidence.end)
        actors, type_, when, tones = _told(record)
        yield _found(document, kind_of(record), record.id, span, actors=actors, type_=type_, when=when, tones=tones)


def tone_word(value: float) -> str:
    """Negative, neutral or positive."""
    return TONES[1] if abs(value) < TONE_EDGE else TONES[2] if value > 0 else TONES[0]


def _found(
    document: Document,
    kind: str,
    identity: str,
    span: tuple[int, int],
    *,
    actors: Sequence[str] = (),
    type_: str = "",
    when: str | None = None,
    tones: Sequence[tuple[str, float]] = (),
) -> Found:
    quote = document.text[span[0] : span[1]]
    known = tuple(dict.fromkeys(actors))
    return Found(
        kind, identity, document.id, document.name, *span, quote, known, type_, when or document.published, tuple(tones),
        document.language,
    )  # fmt: skip


Told = tuple[list[str], str, str | None, list[tuple[str, float]]]


def _told(record: Record) -> Told:
    """Actors, type, first day and tones of a record."""
    if isinstance(record, Statement):
        who = [code for code in (record.speaker.actor, record.speaker.state) if code]
        return (
            [*who, *record.about],
            record.cue or "",
            _day(record.said_on),
            [(t.actor, t.value) for t in record.stance],
        )
    if isinstance(record, Event):
        return [*record.source, *record.target, *record.actors], record.type, _day(record.date), []
    if isinstance(record, TradeMeasure):
        return [record.imposer, *record.target], record.measure, record.start, []
    if isinstance(record, Membership):
        return [record.state, record.organisation], record.status, _day(record.date), []
    return [], record.link if isinstance(record, Link) else "", None, []


def _day(when: When | None) -> str | None:
    return when.start if when else None
