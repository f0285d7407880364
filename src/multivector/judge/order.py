"""Time order: what came after cannot have caused what came before."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.judge.item import Item
from multivector.model import Event, TradeMeasure

__all__ = ["in_order"]


def in_order(item: Item, items: Sequence[Item]) -> Item:
    """The item, set aside where it is an act of the subject that is dated after all that it could have caused."""
    if item.role != "behaviour" or item.side != "subject" or not item.dated or not item.day:
        return item
    effects = [one for one in items if one.role == "behaviour" and one.side == "observer" and _is_deed(one)]
    days = [one.day for one in effects if one.dated and one.day]
    if len(days) < len(effects) or not days or item.day <= max(days):
        return item
    note = f"it came after what it would have to explain ({max(days)}), and a cause does not follow its effect"
    return replace(item, role="set_aside", note=note)


def _is_deed(item: Item) -> bool:
    return isinstance(item.head, Event | TradeMeasure)
