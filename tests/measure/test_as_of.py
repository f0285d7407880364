"""What was known on a day: days from their texts, and tables cut to what was published by then."""

import datetime as dt

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.errors import InputError
from multivector.measure.as_of import as_known, day_of, known_by, next_month

DAYS = st.dates(dt.date(1946, 1, 1), dt.date(2100, 1, 1))


@given(DAYS)
def test_a_day_a_month_and_a_year_are_read_from_their_iso_texts(day: dt.date) -> None:
    assert day_of(day.isoformat()) == day
    assert day_of(f"{day}T23:59:59+03:00") == day
    assert day_of(f"{day:%Y-%m}") == day.replace(day=1)
    assert day_of(f"{day:%Y}") == day.replace(month=1, day=1)


@pytest.mark.parametrize(
    "text", ["", "2024-1", "2024-10-2", "2024-", "24", "2024-13", "2024-02-30", "yesterday", "2024/10"]
)
def test_what_is_no_day_is_refused_and_never_filled_up(text: str) -> None:
    with pytest.raises(InputError, match="not a date; write it as 2024-10-22"):
        day_of(text)


@given(DAYS)
def test_a_month_is_known_on_its_last_day_and_a_year_on_its(day: dt.date) -> None:
    last = known_by(f"{day:%Y-%m}", "month")
    assert (last + dt.timedelta(days=1)).day == 1 and (last.year, last.month) == (day.year, day.month)
    assert next_month(day) == last + dt.timedelta(days=1)
    assert known_by(day.year, "year") == dt.date(day.year, 12, 31)
    assert known_by(day, "date") == known_by(day.isoformat(), "published") == day
    assert known_by(dt.datetime.combine(day, dt.time(9)), "published") == day


@pytest.mark.parametrize("column", ["published", "date", "month", "year"])
@given(data=st.data())
def test_more_is_known_on_a_later_day_and_nothing_without_a_date(column: str, data: st.DataObject) -> None:
    days = data.draw(st.lists(st.none() | DAYS, max_size=8))
    told = {"month": lambda day: f"{day:%Y-%m}", "year": lambda day: day.year}.get(column, dt.date.isoformat)
    values = [None if day is None else told(day) for day in days]
    table = pa.table({column: pa.array(values, pa.int64() if column == "year" else pa.string()), "n": range(len(days))})
    first, second = sorted([data.draw(DAYS), data.draw(DAYS)])
    one, two = as_known(table, first.isoformat()), as_known(table, second.isoformat())
    assert set(one["n"].to_pylist()) <= set(two["n"].to_pylist())
    assert None not in two[column].to_pylist()
    assert all(known_by(value, column) <= second for value in two[column].to_pylist())
    assert as_known(table, None) is table


def test_a_table_without_any_date_cannot_be_cut() -> None:
    with pytest.raises(InputError, match="none of the columns published, date, month, year"):
        as_known(pa.table({"n": [1]}), "2024-10-22")


def test_the_day_of_publication_goes_before_the_day_of_the_act() -> None:
    table = pa.table({"date": ["2020-01-01"], "published": ["2024-01-01"]})
    assert as_known(table, "2023-12-31").num_rows == 0
    assert as_known(table, "2024-01-01").num_rows == 1
