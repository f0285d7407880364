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
    trigger = scene.question.trigger
    if not (trigger and item.role == "baseline" and item.side == "observer" and item.dated and item.day):
        return item
    if item.day >= trigger or days_between(item.day, trigger) > BEFORE_DAYS or family_of(item.head) not in later:
        return item
    kind = "observer_before_restriction" if family_of(item.head) == "SANCTION" else "observer_before_conflict"
    if scene.table.find((kind,)) is None:
        return item
    days = days_between(item.day, trigger)
    note = f"it came {days} day{'s' if days != 1 else ''} before the trigger, which therefore did not bring it about"
    return replace(item, role="before", kinds=(kind,), note=note)
