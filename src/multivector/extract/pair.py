"""Coding one marked pair: the root that its features speak for, and the act that was read with it."""

from multivector.codebook.ranking import ranking
from multivector.extract.composed import Composed
from multivector.extract.pair_base import Pair, binding, pair_root
from multivector.extract.pair_features import features

__all__ = ["choose"]


def choose(pair: Pair) -> tuple[str, Composed | None, tuple[str, ...]]:
    """The root of the pair's act, the reading that supports it best (None where only words do), and the features that
    weighed most for it."""
    table, found = ranking(), features(pair)
    root = table.best(found)
    return root, _reading(pair, root), table.reasons(found, root)


def _reading(pair: Pair, root: str) -> Composed | None:
    """The act of that root which binds most of the pair; one that is only mentioned where no other was read."""
    for group in (pair.composed, pair.mentioned):
        fitting = [c for c in group if pair_root(c.type) == root]
        if fitting:
            return max(fitting, key=lambda c: _strength(pair, c))
    return None


def _strength(pair: Pair, composed: Composed) -> tuple[int, int]:
    bound = binding(pair, composed)
    return (len(bound.replace("-", "")), bound.startswith("S"))
