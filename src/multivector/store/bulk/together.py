"""Pieces of work done at the same time by a few threads: Arrow and numpy let go of the lock, the disk is waited for."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

__all__ = ["together"]

T = TypeVar("T")

AT_ONCE = 4  # two that work and two that wait until their file is on the disk; more would hold more memory


def together(work: Sequence[tuple[int, Callable[[], T]]]) -> list[T]:
    """What each piece gives, in their order; the heaviest begin first, so that none is left to the end alone.

    Raises what the first of them that failed raises, when all have ended.
    """
    order = sorted(range(len(work)), key=lambda place: -work[place][0])
    with ThreadPoolExecutor(AT_ONCE) as pool:
        begun = {place: pool.submit(work[place][1]) for place in order}
    return [begun[place].result() for place in range(len(work))]
