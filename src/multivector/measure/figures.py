"""How a measure becomes a Figure: its description, its least n, and what is said below it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from multivector.model import Figure

__all__ = ["EXACT", "VERSION", "Interval", "Measure", "cannot_judge", "measured"]

VERSION = "measures 1"  # rises with any change of a formula, a threshold or the resampling


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures: name, formula with paper, what n counts, and the least n at which it is judged."""

    name: str
    formula: str
    counted: str
    minimum: int = 1


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds and how they were found; both None where there are none, and `how` says why."""

    low: float | None
    high: float | None
    how: str


EXACT = Interval(None, None, "none: a full count, not a sample")


def measured(
    measure: Measure,
    value: float | None,
    n: int,
    inputs: Sequence[str],
    interval: Interval = EXACT,
    *,
    records: Sequence[str] = (),
) -> Figure:
    """The figure, or one that says why it cannot be judged: n below the measure's least n, or no finite value.

    Guaranteed: neither value nor bounds are ever NaN or infinite, and there are no bounds without a value.
    """
    if n < measure.minimum:
        return cannot_judge(measure, n, inputs, records=records)
    if value is None or not math.isfinite(value):
        return cannot_judge(measure, n, inputs, "the formula has no value here (nothing varies)", records=records)
    low, high = _finite(interval.low), _finite(interval.high)
    if low is None or high is None:
        low = high = None
    return Figure(
        measure.name, float(value), low, high, n, tuple(inputs), VERSION, tuple(records), measure.formula, None,
        interval.how,
    )  # fmt: skip


def cannot_judge(
    measure: Measure, n: int, inputs: Sequence[str], why: str | None = None, *, records: Sequence[str] = ()
) -> Figure:
    """The figure without a value; its reason reads "cannot be judged, 3 events: needs 5", or what else is wrong."""
    told = why or f"needs {measure.minimum}"
    reason = f"cannot be judged, {n} {_counted(measure.counted, n)}: {told}"
    return Figure(
        measure.name, None, None, None, n, tuple(inputs), VERSION, tuple(records), measure.formula, reason,
        "none: no value",
    )  # fmt: skip


def _counted(plural: str, n: int) -> str:
    if n != 1:
        return plural
    return plural[:-3] + "y" if plural.endswith("ies") else plural.removesuffix("s")


def _finite(bound: float | None) -> float | None:
    return float(bound) if bound is not None and math.isfinite(bound) else None
