"""Tit for tat: deeds that answer one another, each with its own party's reasons and each observer's reading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from multivector.model import Link, Reading
from multivector.model.story import Group
from multivector.story.deeds import Deed, View
from multivector.story.near import days_apart

__all__ = ["Answer", "tit_for_tat"]

DAYS = 120  # within which who was hit hits back; measures answer more slowly than words


@dataclass(frozen=True, slots=True)
class Answer:
    """A deed and an earlier one that it may answer. `tie` says why: "linked" where the text or somebody says so (then
    `drawn_by` are those), "hit back" where who was hit acts against who hit within DAYS."""

    deed: Deed
    earlier: Deed
    tie: str
    drawn_by: tuple[View, ...]
    days: int


def tit_for_tat(readings: Sequence[Reading], groups: Sequence[Group], told: Sequence[Deed]) -> tuple[Answer, ...]:
    """Every deed with the earlier ones that it may answer, in order of days. Rival causes all stand; none is chosen.

    `told` are the readings' deeds (`deeds_of`).
    """
    deeds = {deed.record: deed for deed in told}
    stands_for = {telling: deed.record for deed in deeds.values() for telling in deed.tellings}
    heads = {record: group.head for group in groups for record in group.records}
    linked = _linked(readings, stands_for | {r: stands_for[h] for r, h in heads.items() if h in stands_for})
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
