"""Tit for tat: deeds that answer one another, each with its own party's reasons and each observer's reading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from multivector.model import Event, Evidence, Link, Reading, Record, Statement, TradeMeasure
from multivector.model.story import Group
from multivector.story.near import days_apart

__all__ = ["Answer", "Deed", "View", "tit_for_tat"]

HARD = ("SANCTION", "COERCE", "ASSAULT", "THREATEN", "REJECT")
DAYS = 120  # within which who was hit hits back; measures answer more slowly than words
REASON_REACH = 400  # characters after a deed within which its own party's words are its reasons


@dataclass(frozen=True, slots=True)
class View:
    """What somebody says of a deed or of a link: the words, who, and the sentence."""

    who: str
    words: str
    evidence: Evidence
    own: bool  # the deed's own party says it


@dataclass(frozen=True, slots=True)
class Deed:
    """One hard act: by whom, against whom, on which day (of the report where the text has none), and its reasons."""

    record: str
    by: str
    against: tuple[str, ...]
    what: str
    day: str | None
    dated: bool
    evidence: Evidence
    reasons: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A deed and an earlier one that it may answer. `tie` says why: "linked" where the text or somebody says so (then
    `drawn_by` are those), "hit back" where who was hit acts against who hit within DAYS."""

    deed: Deed
    earlier: Deed
    tie: str
    drawn_by: tuple[View, ...]
    days: int


def tit_for_tat(readings: Sequence[Reading], groups: Sequence[Group]) -> tuple[Answer, ...]:
    """Every deed with the earlier ones that it may answer, in order of days. Rival causes all stand; none is chosen.

    Of several tellings of one deed the head of its group stands for it.
    """
    heads = {record: group.head for group in groups for record in group.records}
    deeds: dict[str, Deed] = {}
    for reading in readings:
        for record in reading.records:
            if _is_deed(record) and heads.get(record.id, record.id) == record.id:
                deeds[record.id] = _deed(record, reading)
    linked = _linked(readings, heads)
    pairs = {(one, other) for one, other in linked if one in deeds and other in deeds} | _opposed(deeds.values())
    found = (_answer(deeds[one], deeds[other], linked) for one, other in pairs)
    return tuple(sorted(filter(None, found), key=_order))


def _opposed(deeds: Iterable[Deed]) -> set[tuple[str, str]]:
    """The pairs of deeds whose doers act against each other."""
    by_doer: dict[str, list[Deed]] = {}
    for deed in deeds:
        by_doer.setdefault(deed.by, []).append(deed)
    return {
        (deed.record, other.record)
        for group in by_doer.values()
        for deed in group
        for target in deed.against
        for other in by_doer.get(target, ())
        if deed.by in other.against
    }


def _order(answer: Answer) -> tuple[str, str, str, str]:
    return (answer.deed.day or "9999", answer.deed.record, answer.earlier.day or "", answer.earlier.record)


def _is_deed(record: Record) -> bool:
    if isinstance(record, TradeMeasure):
        return record.measure != "lifted" and record.status == "asserted" and bool(record.target)
    hard = isinstance(record, Event) and record.type in HARD and record.status == "asserted"
    return hard and isinstance(record, Event) and len(record.source) == 1 and bool(record.target)


def _deed(record: Record, reading: Reading) -> Deed:
    if isinstance(record, TradeMeasure):
        goods = ", ".join(good.text for good in record.goods)
        what = f"{record.measure.replace('_', ' ')}{f' on {goods}' if goods else ''}"
        by, against, day = record.imposer, record.target, record.start
    elif isinstance(record, Event):
        what = " ".join(filter(None, (record.type, record.mode)))
        by, against = record.source[0], record.target
        day = record.date.start if record.date and record.date.precision == "day" else None
    else:
        raise TypeError(f"not a deed: {type(record).__name__}")
    own = day or reading.document.published
    reasons = tuple(_reasons(record, by, reading))
    return Deed(record.id, by, against, what, own, day is not None, record.evidence, reasons)


def _reasons(deed: Record, by: str, reading: Reading) -> Iterator[View]:
    """The measure's stated reason, and what is said about the parties just after the deed."""
    reason = deed.reason if isinstance(deed, TradeMeasure) else None
    if reason:
        yield View(by, reason, deed.evidence, True)
    for record in reading.records:
        if not isinstance(record, Statement):
            continue
        gap = max(0, record.evidence.start - deed.evidence.end, deed.evidence.start - record.evidence.end)
        if gap <= REASON_REACH and (record.speaker.state or record.speaker.actor):
            own = by in (record.speaker.state, record.speaker.actor)
            yield View(record.speaker.name, record.content.quote, record.evidence, own)


def _linked(readings: Sequence[Reading], heads: dict[str, str]) -> dict[tuple[str, str], list[View]]:
    """Who says of which two deeds that the one answers the other; the article itself where nobody is named."""
    found: dict[tuple[str, str], list[View]] = {}
    for reading in readings:
        for record in reading.records:
            if isinstance(record, Link) and record.link == "response_to":
                ends = heads.get(record.from_, record.from_), heads.get(record.to, record.to)
                who = record.attributed_to or reading.document.outlet or reading.document.name
                found.setdefault(ends, []).append(View(who, record.evidence.quote, record.evidence, False))
    return found


def _answer(deed: Deed, earlier: Deed, linked: dict[tuple[str, str], list[View]]) -> Answer | None:
    if deed.record == earlier.record:
        return None
    drawn = tuple(linked.get((deed.record, earlier.record), ()))
    gap = days_apart(deed.day, earlier.day)
    if drawn:
        return Answer(deed, earlier, "linked", drawn, gap)
    back = deed.by in earlier.against and earlier.by in deed.against and deed.by != earlier.by
    later = (earlier.day or "9999") < (deed.day or "")
    return Answer(deed, earlier, "hit back", (), gap) if back and later and gap <= DAYS else None
