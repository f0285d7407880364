"""A record as a sentence."""

from multivector.brief.words import (
    MEASURES,
    MEMBERSHIPS,
    STATUSES,
    act_words,
    capital,
    listed,
    tone_word,
    with_article,
)
from multivector.model import Event, Link, Membership, Record, Statement, TradeMeasure
from multivector.web.state import State

__all__ = ["headline"]

GOODS_SHOWN = 4
# What joins a status to the organisation
JOINED = {"applicant": " to join", "declined": "", "withdrawn": " from", "suspended": " from", "expelled": " from"}
TONE_TOWARD = {"critical": "of"}
RESPONSES = {"response_to": "answers", "same_event": "tells the same as", "contradicts": "contradicts"}


def headline(state: State, record: Record) -> str:
    """The record as a sentence."""
    if isinstance(record, Statement):
        return _said(state, record)
    if isinstance(record, Event):
        return _event(state, record)
    if isinstance(record, TradeMeasure):
        return _measure(state, record)
    if isinstance(record, Membership):
        words = f"{MEMBERSHIPS[record.status]}{JOINED.get(record.status, ' of')}"
        return f"{state.name(record.state)} {words} {state.name(record.organisation)}"
    return _link(state, record)


def _said(state: State, record: Statement) -> str:
    """Who spoke of whom, those in one tone together: "Sergey Lavrov: critical of Kazakhstan and BRICS"."""
    how = "" if record.direct else " (reported)"
    by_tone: dict[str, list[str]] = {}
    for tone in record.stance:
        by_tone.setdefault(tone_word(tone.value), []).append(with_article(state.name(tone.actor)))
    told = "; ".join(f"{word} {TONE_TOWARD.get(word, 'toward')} {listed(names)}" for word, names in by_tone.items())
    return f"{record.speaker.name}{f': {told}' if told else ' spoke'}{how}"


def _event(state: State, record: Event) -> str:
    whom = state.book.named(record.target) if record.target else ""
    status = "" if record.status == "asserted" else f" ({STATUSES[record.status]})"
    return capital(f"{state.book.named(record.source)} {act_words(record.type, whom)} {whom}".strip()) + status


def _measure(state: State, record: TradeMeasure) -> str:
    goods = ", ".join(good.text for good in record.goods[:GOODS_SHOWN])
    against = f" against {state.book.named(record.target)}" if record.target else ""
    on = f" on {goods}" if goods else ""
    return f"{capital(MEASURES[record.measure])}{on} by {state.name(record.imposer)}{against}"


def _link(state: State, record: Link) -> str:
    ends = (record.from_, record.to)
    one, other = (headline(state, state.records[key]) if key in state.records else key for key in ends)
    by = f"According to {state.name(record.attributed_to)}: " if record.attributed_to else ""
    return f"{by}“{one}” {RESPONSES[record.link]} “{other}”"
