"""Words that a projective parser had to hang too high: put back under the word that their relation names."""

from collections.abc import Sequence

__all__ = ["LIFTED", "lowered"]

LIFTED = "||"  # in a relation: before it the word's own, behind it that of the word on which it is to hang


def lowered(heads: list[int], labels: list[str]) -> None:
    """Hang words with a lifted relation on the first word below their head, level by level, that has the relation
    named behind it (Nivre and Nilsson 2005, scheme "head"); in place. A root is its own head."""
    edges = _edges(heads)
    for i, label in enumerate(labels):
        if LIFTED in label:
            own, wanted = label.split(LIFTED)
            heads[i], labels[i] = _head_below(i, wanted, heads, labels, edges), own


def _head_below(
    word: int, wanted: str, heads: Sequence[int], labels: Sequence[str], edges: Sequence[tuple[int, int]]
) -> int:
    level = [heads[word]]
    while level:
        below = []
        for i in level:
            low, high = edges[i]
            for j in range(low, high + 1):
                if heads[j] != i or j in (i, word):
                    continue
                if labels[j] == wanted:
                    return j
                below.append(j)
        level = below
    return heads[word]


def _edges(heads: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last word of each word's branch."""
    low, high = list(range(len(heads))), list(range(len(heads)))
    for order in (range(len(heads)), range(len(heads) - 1, -1, -1)):
        for i in order:
            head = heads[i]
            low[head], high[head] = min(low[head], low[i]), max(high[head], high[i])
    return list(zip(low, high, strict=True))
