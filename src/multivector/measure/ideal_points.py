"""Distances between ideal points in the UN General Assembly.

Ideal points: Bailey, Strezhnev and Voeten 2017 (published estimates with 5% and 95% bands). Distance: |x_i - x_j|. Net
alignment between two poles P and Q: (d_Q - d_P) / (d_Q + d_P), +1 at P, -1 at Q (a normalisation with the end points of
Airaudo et al. 2025). Intervals: 90%, the bands taken as those of independent normals; where a point has no band, none.
"""

import math
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from multivector.measure.arrays import Floats, ratio
from multivector.measure.as_of import as_known
from multivector.measure.figures import Interval, Measure, cannot_judge, measured
from multivector.measure.intervals import DRAWS, bounds, generator
from multivector.measure.tables import equal_to, need
from multivector.model import Figure

__all__ = ["ALIGNMENT", "DISTANCE", "POINT", "ideal_point", "net_alignment", "point_distance"]

BAND = 0.90
BAND_WIDTH = 2 * 1.6448536269514722  # a 90% band in standard deviations of a normal
POINT = Measure("ideal_point", "published estimate (Bailey, Strezhnev and Voeten 2017)", "estimates")
DISTANCE = Measure("ideal_point_distance", "|x_i - x_j| (Bailey, Strezhnev and Voeten 2017)", "estimates", 2)
ALIGNMENT = Measure(
    "net_alignment", "(d_Q - d_P) / (d_Q + d_P): +1 at the first pole, -1 at the second", "estimates", 3
)
NO_BAND = Interval(None, None, "none: an estimate has no published band")


@dataclass(frozen=True, slots=True)
class _Point:
    value: float
    spread: float | None  # standard deviation, from the band


def ideal_point(points: pa.Table, state: str, year: int, as_of: str | None = None) -> Figure:
    """A state's published ideal point with its band."""
    row = _row(as_known(points, as_of), state, year)
    inputs = _inputs((state,), year, as_of)
    if row is None:
        return cannot_judge(POINT, 0, inputs, f"no estimate for {state} in {year}")
    low, high = row.get("low"), row.get("high")
    band = Interval(low, high, "90%, published") if low is not None and high is not None else NO_BAND
    return measured(POINT, row["value"], 1, inputs, band)


def point_distance(points: pa.Table, a: str, b: str, year: int, as_of: str | None = None) -> Figure:
    """The distance between two states' ideal points in a year."""
    found = _points(points, (a, b), year, as_of)
    inputs = _inputs(tuple(sorted((a, b))), year, as_of)
    if len(found) < 2 and a != b:
        return cannot_judge(DISTANCE, len(found), inputs, f"not both have an estimate in {year}")
    gap = abs(found[a].value - found[b].value) if found else None
    spreads = [point.spread for point in found.values() if point.spread is not None]
    band = NO_BAND
    if gap is not None and len(spreads) == 2:
        draws = np.abs(gap + math.hypot(*spreads) * generator().standard_normal(DRAWS))
        band = bounds(draws, "from the published bands", BAND)
    return measured(DISTANCE, gap, 2 if found else 0, inputs, band)


def net_alignment(points: pa.Table, state: str, poles: tuple[str, str], year: int, as_of: str | None = None) -> Figure:
    """Where a state stands between two poles: +1 at the first, -1 at the second, 0 as far from each."""
    found = _points(points, (state, *poles), year, as_of)
    inputs = _inputs((state, *poles), year, as_of)
    if len(found) < 3:
        return cannot_judge(ALIGNMENT, len(found), inputs, f"not all have an estimate in {year}")
    trio = [found[code] for code in (state, *poles)]
    values = np.array([[point.value for point in trio]])
    band = NO_BAND
    if all(point.spread is not None for point in trio):
        spreads = np.array([point.spread for point in trio], dtype=np.float64)
        band = bounds(
            _aligned(values + generator().standard_normal((DRAWS, 3)) * spreads), "from the published bands", BAND
        )
    return measured(ALIGNMENT, float(_aligned(values)[0]), 3, inputs, band)


def _aligned(values: Floats) -> Floats:
    first, second = np.abs(values[:, 0] - values[:, 1]), np.abs(values[:, 0] - values[:, 2])
    return ratio(second - first, first + second)


def _points(points: pa.Table, states: tuple[str, ...], year: int, as_of: str | None) -> dict[str, _Point]:
    known = as_known(points, as_of)
    rows = {state: _row(known, state, year) for state in states}
    return {state: _point(row) for state, row in rows.items() if row is not None}


def _point(row: dict[str, float]) -> _Point:
    low, high = row.get("low"), row.get("high")
    return _Point(row["value"], (high - low) / BAND_WIDTH if low is not None and high is not None else None)


def _row(points: pa.Table, state: str, year: int) -> dict[str, float] | None:
    need(points, "state", "year", "value", what="ideal points")
    rows: list[dict[str, float]] = equal_to(points, state=state, year=year).to_pylist()
    return next((row for row in rows if row["value"] is not None), None)


def _inputs(states: tuple[str, ...], year: int, as_of: str | None) -> tuple[str, ...]:
    return ("UN General Assembly ideal points", *states, str(year), *((f"as of {as_of}",) if as_of else ()))
