"""The timeline's strip: lanes of dots and bars on one axis, all x in per cent so that it fits any width."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from multivector.brief.dates import MONTHS, day_words
from multivector.brief.moments import LANES, Moment

__all__ = ["Lane", "Mark", "Strip", "Tick", "strip_of"]

LEFT, RIGHT = 3.0, 97.0  # per cent of the width that the axis uses
TRACK, LANE_HEAD, AXIS = 11, 19, 24  # heights in pixels
TRACKS = 4  # at most so many rows of marks in a lane
DOT = 4.0  # radius of a single mark
DOT_MOST = 9.0
GAP = 1.6  # per cent between marks of one row
CROWD = 12  # so many moments of a lane stand where they fall; more are gathered at the places of a grid
STUB = 3.0  # per cent of dashes that show an open side
TICKS = 6
DAY_STEPS, MONTH_STEPS, YEAR_STEPS = (1, 2, 5, 10, 15), (1, 2, 3, 6), (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot (`width` 0) or a bar, for `n` records. `before` and `after`: it goes on where the text gives no bound."""

    x: float
    width: float
    y: float
    r: float
    n: int
    own: bool
    before: bool
    after: bool
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of one kind."""

    kind: str
    name: str
    y: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole strip; `says` is its text alternative."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: float
    says: str


def strip_of(moments: Sequence[Moment]) -> Strip | None:
    """The strip of these moments; None where they all fall on one day, which a line would not show."""
    days = sorted(day for moment in moments for day in _known(moment))
    if not days or days[0] == days[-1]:
        return None
    bounds = (days[0], days[-1])
    lanes, y = [], 0.0
    for kind, name in LANES:
        own = [moment for moment in moments if moment.kind == kind]
        if own:
            marks, rows = _marks(own, bounds, y + LANE_HEAD)
            lanes.append(Lane(kind, name, y + 12, marks))
            y += LANE_HEAD + rows * TRACK + 6
    return Strip(tuple(lanes), _ticks(*bounds), y + AXIS, _says(moments, bounds))


def _says(moments: Sequence[Moment], bounds: tuple[int, int]) -> str:
    first, last = (day_words(date.fromordinal(day).isoformat()) for day in bounds)
    parts = []
    for kind, name in LANES:
        own = sum(m.n for m in moments if m.kind == kind and m.own)
        other = sum(m.n for m in moments if m.kind == kind and not m.own)
        if own or other:
            parts.append(f"{name.lower()}: {own} dated by the text, {other} by the day of the report")
    return f"From {first} to {last}. {'; '.join(parts)}. The lists below give each of them."


def _x(day: int, bounds: tuple[int, int]) -> float:
    return round(LEFT + (RIGHT - LEFT) * (day - bounds[0]) / (bounds[1] - bounds[0]), 2)


def _marks(moments: Sequence[Moment], bounds: tuple[int, int], top: float) -> tuple[tuple[Mark, ...], int]:
    """The marks of a lane, those of one place joined, in as few rows as keep them apart; and the number of rows."""
    places: dict[tuple[float, float, bool, bool, bool], list[Moment]] = {}
    crowded = len(moments) > CROWD
    for moment in moments:
        first, last = _known(moment)
        left, right = _x(first, bounds), _x(last, bounds)
        if right - left < GAP / 2:
            left = right = _grid(left) if crowded else left
        places.setdefault((left, right, moment.first is None, moment.last is None, moment.own), []).append(moment)
    ends: list[float] = []
    found = []
    for (left, right, before, after, own), group in sorted(places.items(), key=lambda item: item[0]):
        edge = left - STUB if before else left
        row = next((i for i, end in enumerate(ends) if end + GAP <= edge), len(ends))
        ends[row : row + 1] = [right + STUB if after else right]
        y = top + (min(row, TRACKS - 1) + 0.5) * TRACK
        n = sum(moment.n for moment in group)
        r = min(DOT_MOST, DOT + 1.2 * math.log2(n))
        found.append(Mark(left, round(right - left, 2), y, round(r, 1), n, own, before, after, _title(group)))
    return tuple(found), min(len(ends), TRACKS)


def _grid(x: float) -> float:
    """The nearest of the places at which dots of one row do not touch."""
    return round(min(RIGHT, LEFT + GAP * round((x - LEFT) / GAP)), 2)


def _known(moment: Moment) -> tuple[int, int]:
    """The days between which it is known to have lasted: an open side reaches to the day of the report, no further."""
    days = [day for day in (moment.first, moment.last) if day is not None]
    if len(days) == 1 and moment.reported is not None:
        days.append(moment.reported)
    return min(days), max(days)


def _title(group: Sequence[Moment]) -> str:
    first = group[0]
    words = " ".join(part for part in (first.who, first.what, first.whom) if part)
    when = first.when or f"reported {day_words(first.iso)}"
    more = sum(moment.n for moment in group) - 1
    return f"{when}: {words}{f' and {more} more' if more else ''}"


def _ticks(first: int, last: int) -> tuple[Tick, ...]:
    """Lines at whole years, months or days, no more than the width of a phone can label."""
    one, other = date.fromordinal(first), date.fromordinal(last)
    if last - first >= 3 * 365:
        found = _years(one, other)
    else:
        found = _months(one, other) if last - first >= 75 else _days(one, other)
    return tuple(Tick(_x(day.toordinal(), (first, last)), label) for day, label in found)


def _years(one: date, other: date) -> list[tuple[date, str]]:
    step = next((s for s in YEAR_STEPS if (other.year - one.year) / s <= TICKS), YEAR_STEPS[-1])
    years = [y for y in range(one.year, other.year + 1) if y % step == 0]
    return [(date(y, 1, 1), str(y)) for y in years if one <= date(y, 1, 1) <= other]


def _months(one: date, other: date) -> list[tuple[date, str]]:
    span = (other.year - one.year) * 12 + other.month - one.month
    step = next((s for s in MONTH_STEPS if span / s <= TICKS), 12)
    firsts = [date(y, m, 1) for y in range(one.year, other.year + 1) for m in range(1, 13, step)]
    return [(day, f"{MONTHS[day.month - 1][:3]} {day.year}") for day in firsts if one <= day <= other]


def _days(one: date, other: date) -> list[tuple[date, str]]:
    span = (other - one).days
    step = next((s for s in DAY_STEPS if span / s <= TICKS), DAY_STEPS[-1])
    days = [one + timedelta(days=i) for i in range(0, span + 1, step)]
    return [(day, f"{day.day} {MONTHS[day.month - 1][:3]}") for day in days]
