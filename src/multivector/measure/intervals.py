"""Intervals and tests by resampling; seeded, so that the same data give the same bounds on any machine.

Bootstrap: Efron 1979, percentile bounds. Permutation p-values count the observed arrangement itself (Phipson and
Smyth 2010), so they are never zero.
"""

import math
from collections.abc import Callable

import numpy as np

from multivector.measure.arrays import Floats
from multivector.measure.figures import Interval

__all__ = [
    "DRAWS",
    "LEVEL",
    "bootstrap",
    "bounds",
    "generator",
    "mean_interval",
    "permutation_p",
    "share_interval",
    "sum_interval",
]

SEED = 19790101  # any fixed number would do
DRAWS = 1999  # Davison and Hinkley 1997: at least 999 for 95% bounds; odd, so that a p-value is a round fraction
LEVEL = 0.95
Z = 1.959963984540054  # the normal's 97.5% point


def generator() -> np.random.Generator:
    """A fresh generator with the fixed seed."""
    return np.random.default_rng(SEED)


def bounds(draws: Floats, what: str, level: float = LEVEL) -> Interval:
    """The central `level` of the draws; draws without a value (a resample in which nothing varies) are left out."""
    kept = draws[np.isfinite(draws)]
    how = f"{level:.0%}, {what}, {kept.size} draws"
    if kept.size < draws.size / 2 or not kept.size:
        return Interval(None, None, f"none: most of the {draws.size} resamples have no value")
    low, high = np.quantile(kept, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(low), float(high), how)


def bootstrap(values: Floats, statistic: Callable[[Floats], Floats], what: str) -> Interval:
    """Bounds of a statistic of a sample; `statistic` takes a (draws, n) array and gives one number a row.

    The values are sorted first: their order carries nothing, so it may not change the bounds.
    """
    ordered = np.sort(values)
    picks = generator().integers(0, ordered.size, (DRAWS, ordered.size))
    return bounds(statistic(ordered[picks]), f"bootstrap over {ordered.size} {what}")


def mean_interval(values: Floats, what: str) -> Interval:
    """Bounds of the mean of a sample by bootstrap."""
    return bootstrap(values, lambda draws: np.asarray(draws.mean(axis=1)), what)


def sum_interval(values: Floats, what: str) -> Interval:
    """Bounds of a sum over events whose number is chance too (compound Poisson): sum +- 1.96 sqrt(sum of squares)."""
    half = Z * math.sqrt(float((values**2).sum()))
    total = float(values.sum())
    return Interval(total - half, total + half, f"{LEVEL:.0%}, compound Poisson over {values.size} {what}")


def share_interval(hits: int, n: int) -> Interval:
    """Wilson's bounds of a share (Wilson 1927): sound for small n and for shares near 0 and 1."""
    share, spread = hits / n, Z**2 / n
    centre = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * math.sqrt(share * (1 - share) / n + spread / (4 * n))
    return Interval(max(0.0, centre - half), min(1.0, centre + half), f"{LEVEL:.0%}, Wilson")


def permutation_p(observed: float, draws: Floats) -> float:
    """Two-sided p: the share of arrangements at least as far from the permutation mean, the observed one included."""
    centre = float(draws.mean())
    reached = int((np.abs(draws - centre) >= abs(observed - centre) - 1e-12).sum())
    return (reached + 1) / (draws.size + 1)
