"""Time order: what came after cannot have caused what came before."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.judge.item import Item
from multivector.model import Event, TradeMeasure

__all__ = ["in_order"]


def in_order(item: Item, items: Sequence[Item]) -> Item:
    """The item, set aside where it is an act of the subject that is dated after all that it could have caused."""
    last = _last_day([one for one in items if _counts(one, "observer") and _is_deed(one)])
    if not _counts(item, "subject") or not item.dated or not item.day or last is None or item.day <= last:
        return item
    note = f"it came after what it would have to explain ({last}), and a cause does not follow its effect"
    return replace(item, role="set_aside", note=note)


def _last_day(effects: Sequence[Item]) -> str | None:
    """The last day of the effects; None where the text leaves one of them without a day."""
    days = [one.day if one.dated else None for one in effects]
    return max((day for day in days if day), default=None) if all(days) else None


def _counts(item: Item, side: str) -> bool:
    return item.role == "behaviour" and item.side == side


def _is_deed(item: Item) -> bool:
    return isinstance(item.head, Event | TradeMeasure)
