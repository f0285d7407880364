"""A record as a sentence."""

from multivector.brief.words import MEASURES, MEMBERSHIPS, STATUSES, act_words, capital, tone_word
from multivector.model import Event, Link, Membership, Record, Statement, TradeMeasure
from multivector.web.state import State

__all__ = ["headline"]

GOODS_SHOWN = 4
# What joins a status to the organisation
JOINED = {"applicant": " to join", "declined": "", "withdrawn": " from", "suspended": " from", "expelled": " from"}
RESPONSES = {"response_to": "answers", "same_event": "tells the same as", "contradicts": "contradicts"}


def headline(state: State, record: Record) -> str:
    """The record as a sentence."""
    if isinstance(record, Statement):
        return _said(state, record)
    if isinstance(record, Event):
        return _event(state, record)
    if isinstance(record, TradeMeasure):
        goods = ", ".join(good.text for good in record.goods[:4])
        on = f" on {goods}" if goods else ""
        return capital(
            f"{MEASURES[record.measure]}{on} by {state.name(record.imposer)}, {state.book.named(record.target)}"
        )
    if isinstance(record, Membership):
        words = f"{MEMBERSHIPS[record.status]}{JOINED.get(record.status, ' of')}"
        return f"{state.name(record.state)} {words} {state.name(record.organisation)}"
    one, other = (
        headline(state, state.records[key]) if key in state.records else key for key in (record.from_, record.to)
    )
    by = f"According to {state.name(record.attributed_to)}: " if record.attributed_to else ""
    return f"{by}“{one}” {RESPONSES[record.link]} “{other}”"


def _said(state: State, record: Statement) -> str:
    tones = ", ".join(f"{tone_word(t.value)} toward {state.name(t.actor)}" for t in record.stance)
    said = "said" if record.direct else "is reported to have said"
    return f"{record.speaker.name} {said}{f': {tones}' if tones else ''}"


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
