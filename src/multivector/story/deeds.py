"""Hard acts as deeds: what several records, in one article or many, tell of one act is one deed with all its
tellings."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from multivector.model import Event, Evidence, Link, Reading, Record, Statement, TradeMeasure
from multivector.model.story import Group
from multivector.story.near import day_number, days_apart
from multivector.text.stemming import stemmer

__all__ = ["Deed", "View", "deeds_of"]

HARD = ("SANCTION", "COERCE", "ASSAULT", "THREATEN", "REJECT")
BANS = ("import_ban", "export_ban", "transit_ban")
REASON_REACH = 400  # characters after a deed within which its own party's words are its reasons
HEAD = 700  # characters of an article in which news stands; an act without a day below them is what went before
REPORT_DAYS = 7  # between the day of an act and a report that gives it none
CAUSE = re.compile(
    r"\b(?:because|due to|response|retaliat\w+|revenge|punish\w*|politic\w+|pressure|leverage|reason\w*)\b"
    r"|\b(?:из-за|в связи|ответ\w*|месть|наказ\w+|полити\w+|давлени\w+|причин\w+)",
    re.IGNORECASE,
)
GENERIC = frozenset({"his", "her", "their", "he", "she", "they", "it", "who", "его", "её", "их", "он", "она", "они"})


@dataclass(frozen=True, slots=True)
class View:
    """What somebody says of a deed or of a link: the words, who, and the sentence."""

    who: str
    words: str
    evidence: Evidence
    own: bool  # the deed's own party says it


@dataclass(frozen=True, slots=True)
class Deed:
    """One hard act: by whom, against whom, on which day (of the report where the text has none), and its reasons.

    `tellings` are the ids of all records that tell it, `record` the one that stands for it.
    """

    record: str
    by: str
    against: tuple[str, ...]
    what: str
    day: str | None
    dated: bool
    evidence: Evidence
    reasons: tuple[View, ...]
    tellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """A deed as one record tells it, with what it is compared by."""

    deed: Deed
    sort: str  # import_ban, or an event's type and mode
    goods: frozenset[str]


class _Act(NamedTuple):
    """What a record tells of a hard act, before it is known whether that counts as a deed."""

    record: Event | TradeMeasure
    by: str
    sort: str
    what: str
    goods: frozenset[str]
    day: str | None


def deeds_of(readings: Sequence[Reading], groups: Sequence[Group]) -> tuple[Deed, ...]:
    """The deeds of all articles, those of one act as one, in order of days.

    What a third state tells is its claim and no deed,
    but for what somebody links. A record whose day is not told counts
    where it is news, at its article's head.
    """
    heads = {record: group.head for group in groups for record in group.records}
    told = sorted((one for reading in readings for one in _tellings(reading)), key=_order)
    piles: dict[tuple[str, str], list[list[_Told]]] = {}
    by_head: dict[str, list[_Told]] = {}
    for one in told:
        head = heads.get(one.deed.record, one.deed.record)
        pile = by_head.get(head) or _fitting(piles, one)
        if pile is None:
            pile = []
            for code in one.deed.against:
                piles.setdefault((one.deed.by, code), []).append(pile)
        pile.append(one)
        by_head.setdefault(head, pile)
    unique = {id(pile): pile for group in piles.values() for pile in group}
    return tuple(sorted(map(_one, unique.values()), key=lambda deed: (deed.day or "9999", deed.record)))


def _order(one: _Told) -> tuple[bool, bool, str, str, int, str]:
    """Measures first, so that an event of the same words finds its measure's pile."""
    deed, at = one.deed, one.deed.evidence
    return (one.sort not in BANS, not deed.dated, deed.day or "9999", at.document, at.start, deed.record)


def _fitting(piles: Mapping[tuple[str, str], list[list[_Told]]], one: _Told) -> list[_Told] | None:
    candidates = (pile for code in one.deed.against for pile in piles.get((one.deed.by, code), ()))
    return next((pile for pile in candidates if any(_one_act(other, one) for other in pile)), None)


def _one_act(one: _Told, other: _Told) -> bool:
    """Whether two tellings by one doer against one target are of one act: the same sentence twice, or one sort of act
    at one time with one good in common."""
    a, b = one.deed, other.deed
    if a.evidence.document == b.evidence.document and _overlap(a.evidence, b.evidence):
        return True
    if one.sort != other.sort and not {one.sort, other.sort} <= {"SANCTION discontinue", *BANS}:
        return False
    if one.goods and other.goods and not one.goods & other.goods:
        return False
    return _one_time(a, b)


def _one_time(one: Deed, other: Deed) -> bool:
    """Whether two tellings give one day, or, where one gives none, days of act or report that are near."""
    if one.dated and other.dated:
        return one.day == other.day
    known = day_number(one.day) and day_number(other.day)
    return bool(known) and days_apart(one.day, other.day) <= REPORT_DAYS


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def _one(pile: Sequence[_Told]) -> Deed:
    """The tellings as one deed: the most exact stands for it, a measure before an event, a day before none."""
    best = min(pile, key=_order)
    dated = next((one.deed for one in pile if one.deed.dated), best.deed)
    reasons = {(view.who, " ".join(view.words.split())): view for one in pile for view in one.deed.reasons}
    return replace(
        best.deed,
        day=dated.day, dated=dated.dated,
        against=tuple(sorted({code for one in pile for code in one.deed.against})),
        reasons=tuple(reasons.values()),
        tellings=tuple(dict.fromkeys((best.deed.record, *(one.deed.record for one in pile)))),
    )  # fmt: skip


def _tellings(reading: Reading) -> Iterator[_Told]:
    sides = {s.speaker.name: s.speaker.state or s.speaker.actor for s in _said(reading.records)}
    linked, vague = _linked(reading.records), _vaguely_dated(reading.records)
    for record in reading.records:
        told = _told(record, reading)
        if told is None:
            continue
        teller = sides.get(getattr(record, "attributed_to", None) or "")
        party = teller is None or teller in (told.deed.by, *told.deed.against)
        if record.id in linked or (party and _is_news(told.deed, reading, vague)):
            yield told


def _linked(records: Iterable[Record]) -> set[str]:
    """The ids of what somebody says is an answer, or is answered."""
    links = (record for record in records if isinstance(record, Link) and record.link == "response_to")
    return {end for link in links for end in (link.from_, link.to)}


def _vaguely_dated(records: Iterable[Record]) -> list[Evidence]:
    """Where a month or a year stands: it says that the act was not of the day of report."""
    return [r.evidence for r in records if isinstance(r, Event) and r.date and r.date.precision != "day"]


def _is_news(deed: Deed, reading: Reading, vague: Sequence[Evidence]) -> bool:
    """Whether the act has a day, or stands at the head of an article that has one, without a vaguer date."""
    if deed.dated:
        return True
    head = deed.evidence.start < HEAD and reading.document.published is not None
    return head and not any(_overlap(span, deed.evidence) for span in vague)


def _said(records: Iterable[Record]) -> list[Statement]:
    return [record for record in records if isinstance(record, Statement)]


def _told(record: Record, reading: Reading) -> _Told | None:
    """The record as a deed; None where it is none, or its doer is hit by it too."""
    found = _of_measure(record) or _of_event(record)
    if found is None:
        return None
    act, by, day = found.record, found.by, found.day
    if by in act.target or by.startswith("person:"):
        return None
    own, reasons = day or reading.document.published, tuple(_reasons(act, by, reading))
    deed = Deed(act.id, by, act.target, found.what, own, day is not None, act.evidence, reasons)
    return _Told(deed, found.sort, found.goods)


def _of_measure(record: Record) -> _Act | None:
    if not isinstance(record, TradeMeasure) or record.measure == "lifted":
        return None
    if record.status != "asserted" or not record.target:
        return None
    names = ", ".join(good.text for good in record.goods)
    what = f"{record.measure.replace('_', ' ')}{f' on {names}' if names else ''}"
    goods = frozenset(code for good in record.goods for code in good.hs) | _stems(names)
    return _Act(record, record.imposer, record.measure, what, goods, record.start)


def _of_event(record: Record) -> _Act | None:
    if not isinstance(record, Event) or record.type not in HARD:
        return None
    if record.status != "asserted" or len(record.source) != 1 or not record.target:
        return None
    what = " ".join(filter(None, (record.type, record.mode)))
    day = record.date.start if record.date and record.date.precision == "day" else None
    return _Act(record, record.source[0], what, what, frozenset(), day)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem for _, _, stem in stemmer().spans(words))


def _reasons(deed: Event | TradeMeasure, by: str, reading: Reading) -> Iterator[View]:
    """The measure's stated reason, and what is said about the parties just after the deed."""
    reason = deed.reason if isinstance(deed, TradeMeasure) else None
    if reason:
        yield View(by, reason, deed.evidence, True)
    for said in _said(reading.records):
        own = by in (said.speaker.state, said.speaker.actor)
        if _near_by(said, deed) and not _tells(said, deed) and (own or _bears_on(said, {by, *deed.target})):
            yield View(said.speaker.name, said.content.quote, said.evidence, own)


def _near_by(said: Statement, deed: Record) -> bool:
    """Whether somebody who is named says it within REASON_REACH of the deed."""
    speaker, near = said.speaker, said.evidence
    gap = max(0, near.start - deed.evidence.end, deed.evidence.start - near.end)
    named = bool(speaker.state or speaker.actor) and speaker.name.casefold() not in GENERIC
    return named and gap <= REASON_REACH


def _bears_on(said: Statement, sides: set[str]) -> bool:
    """Whether the words are about one of the deed's sides, or name a cause."""
    return bool(sides & {*said.about}) or CAUSE.search(said.content.quote) is not None


def _tells(said: Statement, deed: Record) -> bool:
    """Whether the words are the deed's own telling, and not a reason: "the ministry said that it bans ..."."""
    return said.content.start <= deed.evidence.start and deed.evidence.end <= said.content.end
