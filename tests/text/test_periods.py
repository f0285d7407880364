"""Stretches of the calendar: whole, within one another, and shifted there and back."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.model import When
from multivector.text import periods

DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
YEARS = st.integers(1900, 2999)


def bounds(when: When) -> tuple[date, date]:
    assert when.start is not None and when.end is not None
    return date.fromisoformat(when.start), date.fromisoformat(when.end)


@given(DAYS, st.sampled_from(sorted(periods.UNITS)))
def test_a_day_lies_within_its_unit_and_every_day_of_the_unit_has_the_same(day: date, name: str) -> None:
    first, last = bounds(periods.unit(day, name))
    assert first <= day <= last
    assert periods.unit(first, name) == periods.unit(last, name) == periods.unit(day, name)
    before, after = first - timedelta(days=1), last + timedelta(days=1)
    assert bounds(periods.unit(before, name))[1] == before and bounds(periods.unit(after, name))[0] == after


@given(DAYS)
def test_a_week_is_seven_days_from_monday_with_its_end(day: date) -> None:
    first, last = bounds(periods.week(day))
    assert (first.weekday(), (last - first).days) == (0, 6)
    saturday, sunday = bounds(periods.weekend(day))
    assert (saturday.weekday(), sunday) == (5, last)


@given(YEARS)
def test_halves_quarters_and_thirds_cover_the_year(year: int) -> None:
    for parts in (
        [periods.half(year, n) for n in (1, 2)],
        [periods.quarter(year, n) for n in (1, 2, 3, 4)],
        [periods.year_part(year, part) for part in ("early", "mid", "late")],
        [periods.month(year, n) for n in range(1, 13)],
    ):
        spans = [bounds(part) for part in parts]
        assert spans[0][0] == date(year, 1, 1) and spans[-1][1] == date(year, 12, 31)
        assert all(later[0] - earlier[1] == timedelta(days=1) for earlier, later in pairwise(spans))
    assert bounds(periods.year_part(year, "end")) == (date(year, 12, 31),) * 2


@given(YEARS, st.integers(1, 12))
def test_the_thirds_of_a_month_cover_it_and_its_end_is_a_day(year: int, month: int) -> None:
    spans = [bounds(periods.month_part(year, month, part)) for part in ("early", "mid", "late")]
    last = date(year, month, monthrange(year, month)[1])
    assert [spans[0][0].day, spans[1][0].day, spans[2][0].day] == [1, 11, 21]
    assert spans[2][1] == last
    assert bounds(periods.month_part(year, month, "end")) == (last, last)


@given(YEARS, st.sampled_from(sorted(periods.SEASONS)))
def test_a_season_has_three_months_and_winter_ends_in_the_next_year(year: int, name: str) -> None:
    first, last = bounds(periods.season(year, name))
    assert (first.month, first.day) == (periods.SEASONS[name], 1)
    assert 89 <= (last - first).days <= 92
    assert last.year == year + (name == "winter")


@given(DAYS, st.integers(-60, 60), st.sampled_from(sorted(periods.UNITS)))
def test_shifted_there_and_back_is_near_where_it_was(day: date, count: int, name: str) -> None:
    moved = periods.shift(day, count, name)
    assert moved is not None
    assert periods.shift(day, 0, name) == day
    back = periods.shift(moved, -count, name)
    assert back is not None and 0 <= (day - back).days <= 3  # a 31st becomes the last of a shorter month
    if count > 0:
        assert moved > day


@pytest.mark.parametrize("name", sorted(periods.UNITS))
@pytest.mark.parametrize("count", [-(10**6), 10**6, -(10**12), 10**12])
def test_outside_the_calendar_there_is_no_day(count: int, name: str) -> None:
    assert periods.shift(date(2024, 10, 22), count * (1000 if name == "day" else 1), name) is None
