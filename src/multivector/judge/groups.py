"""Connected groups: things that are the same through a chain of pairs."""

from collections.abc import Iterable

__all__ = ["components"]


def components(n: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups of 0..n-1 that the pairs connect, each in ascending order, by its first member."""
    parent = list(range(n))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    groups: dict[int, list[int]] = {}
    for i in range(n):
        groups.setdefault(root(i), []).append(i)
    return list(groups.values())
