"""What went on already before the trigger, as evidence of its own.

An act of the observer that the text dates before the trigger is baseline. Where the observer did the same kind of thing
after the trigger as well, the earlier act says that the later one was not begun by it: "the same block on certificates
three weeks before the statement". Such an act counts by the template's row for it; without one it is only shown.
"""

from collections.abc import Sequence
from dataclasses import replace

from multivector.judge.item import Item, days_between
from multivector.judge.kinds import family_of
from multivector.judge.scene import Scene

__all__ = ["BEFORE_DAYS", "with_earlier_acts"]

BEFORE_DAYS = 180  # an act of half a year before belongs to an earlier quarrel


def with_earlier_acts(scene: Scene, items: Sequence[Item]) -> list[Item]:
    """The items, those earlier acts of the same kind as a later one turned into evidence of their own."""
    later = {family_of(item.head) for item in items if item.role == "behaviour" and item.side == "observer"} - {None}
    return [_counted(scene, item, later) for item in items]


def _counted(scene: Scene, item: Item, later: set[str | None]) -> Item:
    days = _days_before(item, scene.question.trigger)
    family = family_of(item.head)
    if days is None or days > BEFORE_DAYS or family not in later:
        return item
    kind = "observer_before_restriction" if family == "SANCTION" else "observer_before_conflict"
    if scene.table.find((kind,)) is None:
        return item
    note = f"it came {days} day{'s' if days != 1 else ''} before the trigger, which therefore did not bring it about"
    return replace(item, role="before", kinds=(kind,), note=note)


def _days_before(item: Item, trigger: str | None) -> int | None:
    """How many days before the trigger the text dates an act of the observer's that is baseline; None for others."""
    if item.role != "baseline" or item.side != "observer" or not item.dated:
        return None
    return days_between(item.day, trigger) if item.day and trigger and item.day < trigger else None
