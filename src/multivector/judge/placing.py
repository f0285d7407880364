"""Items in time: what came before the trigger, or long before the newest article, is baseline and only shown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from multivector.judge.item import Item, Role, shifted
from multivector.judge.scene import Scene
from multivector.model import Reading

__all__ = ["BACKGROUND_DAYS", "placed"]

BACKGROUND_DAYS = 365  # without a trigger, what is dated more than a year before the newest article is baseline


def placed(scene: Scene, readings: Sequence[Reading], items: Iterable[Item]) -> list[Item]:
    """The items in time, and set aside where the table has no row for them or the window is over."""
    newest = max((reading.document.published or "" for reading in readings), default="")
    floor = shifted(newest, -BACKGROUND_DAYS) if newest else ""
    return [_placed(scene, item, floor) if item.role in ("behaviour", "baseline") else item for item in items]


def _placed(scene: Scene, item: Item, floor: str) -> Item:
    cells = scene.table.find(item.kinds)
    if item.role == "behaviour":
        early = _too_early(item, scene.question.trigger, floor)
        if early:
            return _with_role(item, "baseline", f"{early}: baseline, shown and not counted")
    elif cells is not None and cells.counts and not _long_before(item, scene.question.trigger):
        item = _with_role(item, "behaviour", "")  # a cause comes before its effect, and so may come before the trigger
    else:
        return item
    return _counted(scene, item, has_row=cells is not None)


def _too_early(item: Item, trigger: str | None, floor: str) -> str:
    """Why an act is too early to count; empty where it is not. Without a trigger only a dated act can be."""
    opens = trigger or (floor if item.dated else "")
    if item.day is None or item.day >= opens:
        return ""
    return f"before the trigger of {trigger}" if trigger else f"more than a year before the newest article ({item.day})"


def _long_before(item: Item, trigger: str | None) -> bool:
    """Whether the act is dated more than a year before the trigger."""
    return bool(trigger and item.day and item.day < shifted(trigger, -BACKGROUND_DAYS))


def _counted(scene: Scene, item: Item, *, has_row: bool) -> Item:
    """Behaviour that falls into the window and that the table rates; set aside where it does not."""
    late = _window_end(scene)
    if late and item.day and item.day > late:
        return _with_role(item, "set_aside", f"after the window, which ends on {late}")
    if not has_row:
        kind = item.kinds[0] if item.kinds else "no kind"
        return _with_role(item, "set_aside", f"the table has no row for it ({kind})")
    if item.side == "observer" and scene.question.trigger and not item.dated:
        return _with_role(item, "behaviour", "the text gives no day for it; it is taken to follow the trigger")
    return item


def _window_end(scene: Scene) -> str | None:
    trigger, window = scene.question.trigger, scene.question.window
    return shifted(trigger, window) if trigger and window else None


def _with_role(item: Item, role: Role, note: str) -> Item:
    return replace(item, role=role, note=note)
