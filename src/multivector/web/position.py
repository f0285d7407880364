"""A state's position toward the poles as rows for a page: one measure each, with its bands; nothing is averaged."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from multivector.errors import InputError
from multivector.measure.poles import Tables, position_in
from multivector.measure.position import Profile, disagreements
from multivector.model import Figure
from multivector.reference import kept, ledger, own_books

__all__ = ["MeasureRow", "PoleMark", "Position", "position_of"]

NAMES = {
    "pct_identical": "identical votes in the UN", "S_abs": "similarity of votes (S)",
    "kappa_sq": "votes beyond chance (kappa)",
    "ideal_point_distance": "distance of ideal points", "organisation_overlap": "shared organisations (Jaccard)",
    "alliance_S_abs": "similarity of alliances (S)", "alliance_kappa": "alliances beyond chance (kappa)",
    "trade_share": "share of trade",
}  # fmt: skip
KEPT = ("votes", "ideal_points", "igo", "alliances", "trade")
MISSING = {
    "votes": "votes in the General Assembly", "ideal_points": "ideal points", "igo": "the COW table of organisations",
    "alliances": "alliances", "trade": "trade",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PoleMark:
    """A pole on a measure. `at`, `left` and `width` are per cent of the scale; `told` says value, interval and n."""

    pole: str
    value: float | None
    at: float
    left: float
    width: float
    told: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure with all poles on its scale from `low` to `high`; `farther` where larger values mean farther."""

    name: str
    words: str
    low: float
    high: float
    farther: bool
    marks: tuple[PoleMark, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """The rows, where they disagree, and the reference tables that are not kept."""

    rows: tuple[MeasureRow, ...]
    disagreements: tuple[str, ...]
    missing: tuple[str, ...]


@cache
def position_of(state: str, poles: tuple[str, ...], year: int) -> Position:
    """The position by the reference tables at hand."""
    found: dict[str, Any] = {name: _kept(name) for name in KEPT}
    books = found["trade"]
    trade = own_books(books, (state,)) if books is not None else None
    tables = Tables(found["votes"], found["ideal_points"], found["igo"], found["alliances"], trade, ledger())
    profile = position_in(state, [pole for pole in poles if pole != state], year, tables)
    rows = tuple(_row(profile, name) for name in profile.measures())
    missing = tuple(MISSING[name] for name in KEPT if found[name] is None)
    return Position(rows, disagreements(profile), missing)


def _kept(name: str) -> Any:
    """The kept table; None where there is none, or several of which nobody has chosen one."""
    try:
        return kept(name)
    except InputError:
        return None


def _row(profile: Profile, name: str) -> MeasureRow:
    parts = [part for part in profile.parts if part.figure.name == name]
    figures = [part.figure for part in parts]
    values = [v for f in figures for v in (f.value, f.low, f.high) if v is not None]
    low, high = min([0.0, *values]), max([1.0, *values])
    marks = tuple(_mark(part.pole, part.figure, low, high) for part in parts)
    return MeasureRow(name, NAMES.get(name, name.replace("_", " ")), low, high, name == "ideal_point_distance", marks)


def _mark(pole: str, figure: Figure, low: float, high: float) -> PoleMark:
    if figure.value is None:
        return PoleMark(pole, None, 0.0, 0.0, 0.0, f"cannot be judged: {figure.reason}")
    bounds = (figure.low, figure.high) if figure.low is not None and figure.high is not None else None
    at, *ends = (round(100 * (v - low) / (high - low), 1) for v in (figure.value, *(bounds or ())))
    band = f", {bounds[0]:.2f} to {bounds[1]:.2f}" if bounds else ""
    left, width = (ends[0], max(0.6, ends[1] - ends[0])) if ends else (at, 0.0)
    return PoleMark(pole, figure.value, at, left, width, f"{figure.value:.2f}{band} (n = {figure.n})")
