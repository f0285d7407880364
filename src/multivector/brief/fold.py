"""Long lists: the first items shown, the rest folded away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Fold", "fold"]

Item = TypeVar("Item")
SLACK = 2  # so few more than the limit are not worth a fold


@dataclass(frozen=True, slots=True)
class Fold(Generic[Item]):
    """What is shown at once, and what stands behind "and 12 more"."""

    shown: tuple[Item, ...]
    more: tuple[Item, ...]

    def __iter__(self) -> Iterator[Item]:
        return iter((*self.shown, *self.more))

    def __len__(self) -> int:
        return len(self.shown) + len(self.more)


def fold(items: Sequence[Item], limit: int) -> Fold[Item]:
    """The items cut at the limit, unless hardly any would be folded away."""
    cut = len(items) if len(items) <= limit + SLACK else limit
    return Fold(tuple(items[:cut]), tuple(items[cut:]))
