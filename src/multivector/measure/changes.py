"""Change points: when the mean of a series moved, and how sure that is.

Least squares over all segmentations (Bai and Perron 1998), searched by the library `ruptures` (Truong, Oudre and
Vayatis 2020); the number of changes is that with the least BIC, each change costing two parameters (Yao 1988). Bounds
of a date: residual bootstrap within the segments. Test against no change: permutation of the series' values.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from multivector.measure.arrays import Floats
from multivector.measure.figures import Interval, Measure, cannot_judge, measured
from multivector.measure.intervals import LEVEL, generator, permutation_p
from multivector.model import Figure

__all__ = ["CHANGE", "Segments", "change_points", "segment"]

MIN_LENGTH = 20
MIN_SEGMENT = 5
DRAWS = 199  # each draw searches the series anew
MOST_CHANGES = 5
CHANGE = Measure(
    "change_point", "last period of a segment, least squares in mean (Bai and Perron 1998)", "periods", MIN_LENGTH
)
CHANGE_P = Measure("change_p", "permutation test of one change against none", "periods", MIN_LENGTH)


@dataclass(frozen=True, slots=True)
class Segments:
    """The ends (exclusive) of the segments but the last, the segments' means, and the sum of squares left."""

    ends: tuple[int, ...]
    means: tuple[float, ...]
    sse: float


def segment(values: Floats, changes: int, least: int = MIN_SEGMENT) -> Segments:
    """The best segmentation with so many changes; every segment has at least `least` values."""
    from ruptures import KernelCPD  # late: it brings scipy

    ends: list[int] = []
    if changes:
        ends = KernelCPD(kernel="linear", min_size=least).fit(values[:, None]).predict(n_bkps=changes)[:-1]
    parts = np.split(values, ends)
    means = tuple(float(part.mean()) for part in parts)
    sse = sum(float(((part - mean) ** 2).sum()) for part, mean in zip(parts, means, strict=True))
    return Segments(tuple(int(end) for end in ends), means, sse)


def change_points(values: Floats, labels: Sequence[str], inputs: Sequence[str]) -> tuple[Figure, ...]:
    """A p value that there is any change, then one figure a change: value and bounds are places in the series.

    `labels` names the periods; a change's inputs end with the label of the last period before it and its bounds'.
    """
    n = len(values)
    if n < MIN_LENGTH:
        return (cannot_judge(CHANGE, n, inputs),)
    if np.ptp(values) == 0:
        return (cannot_judge(CHANGE, n, inputs, "the series does not vary"),)
    test = _test(values, inputs)
    found = _choose(values)
    if not found.ends or (test.value or 0) > 1 - LEVEL:
        return (test,)
    return (test, *_dated(values, found, labels, inputs))


def _test(values: Floats, inputs: Sequence[str]) -> Figure:
    draw = generator()
    shuffled = np.sort(values)
    nulls = np.array([_gain(draw.permutation(shuffled)) for _ in range(DRAWS)])
    p = permutation_p(_gain(values), nulls)
    none = Interval(None, None, f"none: a p value from {DRAWS} permutations")
    return measured(CHANGE_P, p, len(values), inputs, none)


def _gain(values: Floats) -> float:
    """How much of the sum of squares the best single change takes away, in closed form over all places."""
    n = len(values)
    centred = values - values.mean()
    place = np.arange(1, n)
    gains = np.cumsum(centred)[:-1] ** 2 * n / (place * (n - place))
    return float(gains[MIN_SEGMENT - 1 : n - MIN_SEGMENT].max())


def _choose(values: Floats) -> Segments:
    n = len(values)
    most = min(MOST_CHANGES, n // (2 * MIN_SEGMENT))
    tries = [segment(values, changes) for changes in range(most + 1)]
    floor = 1e-12 * float(((values - values.mean()) ** 2).sum())
    costs = [n * np.log(max(one.sse, floor) / n) + 2 * len(one.ends) * np.log(n) for one in tries]
    return tries[int(np.argmin(costs))]


def _dated(values: Floats, found: Segments, labels: Sequence[str], inputs: Sequence[str]) -> tuple[Figure, ...]:
    draw = generator()
    parts = np.split(values, found.ends)
    drawn = []
    for _ in range(DRAWS):
        again = [mean + draw.choice(part - mean, len(part)) for part, mean in zip(parts, found.means, strict=True)]
        drawn.append(segment(np.concatenate(again), len(found.ends)).ends)
    low, high = np.quantile(np.array(drawn), [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0, method="nearest")
    figures = []
    for place, (end, first, last) in enumerate(zip(found.ends, low, high, strict=True)):
        step = f"mean {found.means[place]:.4g} then {found.means[place + 1]:.4g}"
        named = f"after {labels[end - 1]} ({labels[int(first) - 1]} to {labels[int(last) - 1]})"
        band = Interval(float(first), float(last), f"{LEVEL:.0%}, residual bootstrap, {DRAWS} draws")
        figures.append(measured(CHANGE, float(end), len(values), (*inputs, step, named), band))
    return tuple(figures)
