"""The panel of one record: what it says, the rule that made it, who decided what on it, what may be corrected."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from multivector.brief.dates import when_words
from multivector.brief.words import EVENTS, MEASURES, MEMBERSHIPS, STATUSES
from multivector.model import (
    Event,
    Evidence,
    Membership,
    Record,
    Review,
    Statement,
    TradeMeasure,
    kind_of,
)
from multivector.model.codec import to_plain
from multivector.model.review import in_force
from multivector.web.headline import headline
from multivector.web.state import State

__all__ = ["CHOICES", "FieldView", "Past", "RecordView", "paths_of", "record_view", "verdict_of"]

# What may be corrected in each kind, as paths that a review names; the words of the text are nobody's to change
PATHS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "statement": ("speaker.name", "speaker.actor", "speaker.state", "about", "direct", "venue"),
    "event": ("type", "mode", "source", "target", "status", "attributed_to", "cameo"),
    "trade_measure": ("measure", "imposer", "authority", "target", "status", "reason", "temporary", "start", "end"),
    "membership": ("state", "organisation", "status"),
    "link": ("link", "attributed_to"),
})  # fmt: skip
CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "type": tuple(EVENTS), "event.status": tuple(STATUSES), "trade_measure.status": tuple(STATUSES),
    "measure": tuple(MEASURES), "membership.status": tuple(MEMBERSHIPS), "direct": ("true", "false"),
    "temporary": ("true", "false"), "link": ("response_to", "same_event", "contradicts"),
})  # fmt: skip
LABELS: Mapping[str, str] = MappingProxyType({
    "speaker.name": "speaker", "speaker.actor": "speaker's code", "speaker.state": "speaker's state", "about": "about",
    "attributed_to": "according to", "cameo": "CAMEO", "source": "who did it", "target": "to whom",
    "type": "PLOVER type",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldView:
    """A part of a record. `path` is set where it may be corrected; `raw` is its value as a correction writes it."""

    label: str
    value: str
    path: str
    raw: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """A decision on the record; `stands` is False once it was undone."""

    id: str
    act: str
    who: str
    when: str
    why: str
    what: str
    stands: bool


@dataclass(frozen=True, slots=True)
class RecordView:
    """The panel. `verdict` is accepted, rejected, corrected or undecided; `counts` says how it enters the judgement."""

    id: str
    label: str
    kind: str
    headline: str
    quote: str
    document: str
    also: tuple[Evidence, ...]
    rules: tuple[tuple[str, str, str], ...]
    confidence: float
    verdict: str
    fields: tuple[FieldView, ...]
    past: tuple[Past, ...]
    before: str
    after: str
    following: str  # the next that nobody has decided on
    counts: str


def record_view(state: State, record: str) -> RecordView:
    """The panel of a record of the case; the caller has made sure that there is one."""
    found = state.records[record]
    order = [one.id for one in _in_order(state.records_in(found.evidence.document))]
    at = order.index(record)
    return RecordView(
        id=record,
        label=state.base.labels[record],
        kind=kind_of(found),
        headline=headline(state, found),
        quote=found.evidence.quote,
        document=found.evidence.document,
        also=found.also if isinstance(found, Event | TradeMeasure | Membership) else (),
        rules=tuple((o.reader, o.rule, o.version) for o in found.origin),
        confidence=found.confidence,
        verdict=verdict_of(state, record),
        fields=tuple(_fields(state, found)),
        past=_past(state.reviews_of.get(record, ())),
        before=order[at - 1] if at else "",
        after=order[at + 1] if at + 1 < len(order) else "",
        following=_following(state, order, at),
        counts=_counts(state, record),
    )


def verdict_of(state: State, record: str) -> str:
    """What people made of a record."""
    acts = [review.act for review in in_force(state.reviews_of.get(record, ()))]
    if not state.stands(record):
        return "rejected"
    if "correct" in acts:
        return "corrected"
    return "accepted" if "accept" in acts else "undecided"


def paths_of(record: Record) -> tuple[str, ...]:
    """The parts of the record that a correction may set."""
    tones = [f"stance.{t.actor}.value" for t in record.stance] if isinstance(record, Statement) else []
    return (*PATHS[kind_of(record)], *tones)


def _in_order(records: Sequence[Record]) -> list[Record]:
    return sorted(records, key=lambda r: (r.evidence.start, r.evidence.end, kind_of(r), r.id))


def _fields(state: State, record: Record) -> Iterator[FieldView]:
    plain, kind = to_plain(record), kind_of(record)
    for path in paths_of(record):
        value = _value(plain, path)
        choices = CHOICES.get(f"{kind}.{path}") or CHOICES.get(path, ())
        yield FieldView(_label(state, path), _shown(state, value), path, _raw(value), choices)
    for label, told in _fixed(record):
        yield FieldView(label, told, "", "", ())


def _fixed(record: Record) -> Iterator[tuple[str, str]]:
    """What is shown of a record and nobody may correct."""
    when = getattr(record, "said_on", None) or getattr(record, "date", None)
    if when is not None:
        yield "when", when_words(when)
    if isinstance(record, Event | TradeMeasure) and record.goods:
        yield "goods (HS)", ", ".join(f"{g.text} ({', '.join(g.hs)})" if g.hs else g.text for g in record.goods)
    if isinstance(record, Statement):
        words = ", ".join(f"“{word}”" for tone in record.stance for word in tone.words)
        yield "cue", record.cue or "none"
        yield "words of tone", words or "none: neutral by default"


def _value(plain: Any, path: str) -> Any:
    for step in path.split("."):
        if isinstance(plain, list):
            plain = next(item for item in plain if item.get("actor") == step)
        else:
            plain = plain[step]
    return plain


def _label(state: State, path: str) -> str:
    if path.startswith("stance."):
        return f"tone toward {state.name(path.removeprefix('stance.').removesuffix('.value'))}"
    return LABELS.get(path, path.replace("_", " "))


def _shown(state: State, value: Any) -> str:
    if value is None or value == []:
        return "not given"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_shown(state, item) for item in value)
    if isinstance(value, float):
        return f"{value:+.2f}".replace("-", "−")
    named = state.name(value)
    return f"{named} ({value})" if named != value else str(value)


def _raw(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _past(reviews: Sequence[Review]) -> tuple[Past, ...]:
    standing = {review.id for review in in_force(reviews)}
    return tuple(
        Past(r.id, r.act, r.who, r.when[:16].replace("T", " "), r.why, f"{r.field} → {r.value}" if r.field else "",
             r.act != "undo" and r.id in standing)
        for r in reviews
    )  # fmt: skip


def _following(state: State, order: Sequence[str], at: int) -> str:
    """The next record behind this one that nobody has decided on, in this article or, if none is left, in another."""
    for key in (*order[at + 1 :], *order[:at]):
        if key not in state.reviews_of:
            return key
    return next((key for key in state.records if key not in state.reviews_of), "")


def _counts(state: State, record: str) -> str:
    judgement = state.judgement
    groups = (
        (judgement.bearings, "counts in the judgement"), (judgement.opinions, "is shown as opinion, not counted"),
        (judgement.baseline, "is baseline, not counted"), (judgement.set_aside, "is set aside"),
    )  # fmt: skip
    for rows, words in groups:
        for row in rows:
            if record == row.record or record in row.also:
                return f"{words} (weight {row.weight:.2f})" if rows is judgement.bearings else words
    return "plays no part in the judgement"
