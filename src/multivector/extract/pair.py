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
    fitting = [c for c in pair.composed if pair_root(c.type) == root]
    best = max(fitting, key=lambda c: _strength(pair, c), default=None)
    return root, best, table.reasons(found, root)


def _strength(pair: Pair, composed: Composed) -> tuple[int, int]:
    bound = binding(pair, composed)
    return (len(bound.replace("-", "")), bound.startswith("S"))
