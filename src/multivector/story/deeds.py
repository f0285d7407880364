"""Hard acts as deeds: what several records, in one article or many, tell of one act is one deed with all its"
" tellings."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from multivector.model import Event, Evidence, Link, Reading, Record, Statement, TradeMeasure
from multivector.model.story import Group
from multivector.story.near import day_number, days_apart
from multivector.story.stemming import stemmer

__all__ = ["Deed", "View", "deeds_of"]

HARD = ("SANCTION", "COERCE", "ASSAULT", "THREATEN", "REJECT")
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
    document: str
    cluster: str
    published: str | None


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
    deed = one.deed
    return (one.sort not in BANS, not deed.dated, deed.day or "9999", one.document, deed.evidence.start, deed.record)


def _fitting(piles: Mapping[tuple[str, str], list[list[_Told]]], one: _Told) -> list[_Told] | None:
    candidates = (pile for code in one.deed.against for pile in piles.get((one.deed.by, code), ()))
    return next((pile for pile in candidates if any(_one_act(other, one) for other in pile)), None)


def _one_act(one: _Told, other: _Told) -> bool:
    """Whether two tellings by one doer against one target are of one act: the same sentence twice, or one sort of act
    at one time with one good in common."""
    if one.document == other.document and _overlap(one.deed.evidence, other.deed.evidence):
        return True
    if one.sort != other.sort and not {one.sort, other.sort} <= {"SANCTION discontinue", *BANS}:
        return False
    if one.goods and other.goods and not one.goods & other.goods:
        return False
    if one.deed.dated and other.deed.dated:
        return one.deed.day == other.deed.day
    gap = days_apart(one.deed.day, other.deed.day)
    return bool(day_number(one.deed.day) and day_number(other.deed.day)) and gap <= REPORT_DAYS


BANS = ("import_ban", "export_ban", "transit_ban")


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
    document = reading.document
    linked = {
        end
        for one in reading.records
        if isinstance(one, Link) and one.link == "response_to"
        for end in (one.from_, one.to)
    }
    # A month or a year says that the act was not of the day of report.
    vague = [r.evidence for r in reading.records if isinstance(r, Event) and r.date and r.date.precision != "day"]
    for record in reading.records:
        told = _told(record, reading)
        if told is None:
            continue
        teller = sides.get(getattr(record, "attributed_to", None) or "")
        party = teller is None or teller in (told.deed.by, *told.deed.against)
        undated = not any(_overlap(span, record.evidence) for span in vague)
        news = told.deed.dated or (undated and record.evidence.start < HEAD and document.published is not None)
        if record.id in linked or (party and news):
            yield told


def _said(records: Iterable[Record]) -> list[Statement]:
    return [record for record in records if isinstance(record, Statement)]


def _told(record: Record, reading: Reading) -> _Told | None:
    """The record as a deed; None where it is none, or its doer is hit by it too."""
    if isinstance(record, TradeMeasure):
        if record.measure == "lifted" or record.status != "asserted" or not record.target:
            return None
        names = ", ".join(good.text for good in record.goods)
        what = f"{record.measure.replace('_', ' ')}{f' on {names}' if names else ''}"
        sort: str = record.measure
        by, against, day = record.imposer, record.target, record.start
        goods = frozenset(code for good in record.goods for code in good.hs) | _stems(names)
    elif isinstance(record, Event):
        if record.type not in HARD or record.status != "asserted" or len(record.source) != 1 or not record.target:
            return None
        what = sort = " ".join(filter(None, (record.type, record.mode)))
        by, against, goods = record.source[0], record.target, frozenset[str]()
        day = record.date.start if record.date and record.date.precision == "day" else None
    else:
        return None
    if by in against or by.startswith("person:"):
        return None
    document = reading.document
    reasons = tuple(_reasons(record, by, reading))
    deed = Deed(record.id, by, against, what, day or document.published, day is not None, record.evidence, reasons)
    return _Told(deed, sort, goods, document.id, document.cluster, document.published)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem for _, _, stem in stemmer().spans(words))


def _reasons(deed: Event | TradeMeasure, by: str, reading: Reading) -> Iterator[View]:
    """The measure's stated reason, and what is said about the parties just after the deed."""
    reason = deed.reason if isinstance(deed, TradeMeasure) else None
    if reason:
        yield View(by, reason, deed.evidence, True)
    for record in _said(reading.records):
        speaker, near = record.speaker, record.evidence
        gap = max(0, near.start - deed.evidence.end, deed.evidence.start - near.end)
        named = (speaker.state or speaker.actor) and speaker.name.casefold() not in GENERIC
        if gap <= REASON_REACH and named and not _tells(record, deed):
            own = by in (speaker.state, speaker.actor)
            sides = {by, *(deed.target)}
            if not own and not sides & {*record.about} and not CAUSE.search(record.content.quote):
                continue
            yield View(speaker.name, record.content.quote, near, own)


def _tells(said: Statement, deed: Record) -> bool:
    """Whether the words are the deed's own telling, and not a reason: "the ministry said that it bans ..."."""
    return said.content.start <= deed.evidence.start and deed.evidence.end <= said.content.end
