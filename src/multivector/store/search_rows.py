"""What full-text search knows of a case: one row for each sentence and each record."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from multivector.store.kinds import RECORD_KINDS

__all__ = ["COLUMNS", "TONES", "Found", "document_rows", "tone_word"]

TONES = ("negative", "neutral", "positive")
TONE_EDGE = 0.1  # tones nearer to zero than this are neutral
RECORD = ("id", "evidence.start", "evidence.end")
COLUMNS: dict[str, tuple[str, ...]] = {  # of each kind the columns, or the leaves of them, that search reads
    "document": ("id", "name", "text", "published", "language"),
    "sentence": ("start", "end"),
    "mention": ("start", "actor", "state"),
    "statement": (
        *RECORD, "speaker.actor", "speaker.state", "cue", "about", "stance.list.element.actor",
        "stance.list.element.value", "said_on.start",
    ),
    "event": (*RECORD, "source", "target", "actors", "type", "date.start"),
    "trade_measure": (*RECORD, "imposer", "target", "measure", "start"),
    "membership": (*RECORD, "state", "organisation", "status", "date.start"),
    "link": (*RECORD, "link"),
}  # fmt: skip

Row = Mapping[str, Any]


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


def document_rows(document: Row, nouns: Mapping[str, Sequence[Row]]) -> Iterator[Found]:
    """The rows of one document, sentences first, then its records by kind; each noun as a row with its COLUMNS."""
    ordered = sorted(nouns.get("mention", ()), key=lambda m: m["start"])
    starts = [m["start"] for m in ordered]
    for one in nouns.get("sentence", ()):
        inside = ordered[bisect_left(starts, one["start"]) : bisect_left(starts, one["end"])]
        named = [code for m in inside for code in (m["actor"], m["state"]) if code]
        yield _found(document, ("sentence", ""), one, _Told(named))
    for kind in RECORD_KINDS:
        for record in nouns.get(kind, ()):
            yield _found(document, (kind, record["id"]), record["evidence"], _told(kind, record))


def tone_word(value: float) -> str:
    """Negative, neutral or positive."""
    return TONES[1] if abs(value) < TONE_EDGE else TONES[2] if value > 0 else TONES[0]


class _Told(NamedTuple):
    """What a record tells: its actors, type, first day and tones."""

    actors: list[str]
    type: str = ""
    day: str | None = None
    tones: tuple[tuple[str, float], ...] = ()


def _found(document: Row, which: tuple[str, str], span: Row, told: _Told) -> Found:
    start, end = span["start"], span["end"]
    return Found(
        *which, document["id"], document["name"], start, end, document["text"][start:end],
        tuple(dict.fromkeys(told.actors)), told.type, told.day or document["published"], told.tones,
        document["language"],
    )  # fmt: skip


def _told(kind: str, row: Row) -> _Told:
    if kind == "statement":
        who = [code for code in (row["speaker"]["actor"], row["speaker"]["state"]) if code]
        tones = tuple((tone["actor"], tone["value"]) for tone in row["stance"])
        return _Told([*who, *row["about"]], row["cue"] or "", _day(row["said_on"]), tones)
    if kind == "event":
        return _Told([*row["source"], *row["target"], *row["actors"]], row["type"], _day(row["date"]))
    if kind == "trade_measure":
        return _Told([row["imposer"], *row["target"]], row["measure"], row["start"])
    if kind == "membership":
        return _Told([row["state"], row["organisation"]], row["status"], _day(row["date"]))
    return _Told([], row["link"])


def _day(when: Row | None) -> str | None:
    return when["start"] if when else None
