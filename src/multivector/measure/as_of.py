"""What was known on a day: rows published by then, so that a brief can be replayed.

A row's day of publication is its `published` where the table has that column; else a vote's or event's own `date`, else
the end of its `month`, else the end of its `year` (sources print a year's table after it ends, and often later still:
a `published` column is the better answer).
"""

import datetime as dt
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from multivector.errors import InputError

__all__ = ["as_known", "day_of", "known_by", "next_month"]

FIRST = {4: "-01-01", 7: "-01"}  # what a year and a month lack of their first day, by their length
DATED = ("published", "date", "month", "year")


def as_known(table: pa.Table, as_of: str | None) -> pa.Table:
    """The rows that were published by the end of the day `as_of` (ISO); all rows where it is None.

    A row whose date is missing is left out: it cannot be shown to have been known. Raises InputError where the day is
    none or the table has no date at all.
    """
    if as_of is None:
        return table
    day = day_of(as_of)
    name = next((name for name in DATED if name in table.column_names), None)
    if name is None:
        raise InputError(f"as of {as_of}: the table has none of the columns {', '.join(DATED)}")
    unique = pc.unique(table[name])
    known = [value for value in unique.to_pylist() if value is not None and known_by(value, name) <= day]
    return table.filter(pc.is_in(table[name], pa.array(known, unique.type)))


def known_by(value: Any, column: str) -> dt.date:
    """The day on which a row with this value in the column published, date, month or year was known."""
    if column == "year":
        return dt.date(int(value), 12, 31)
    day = value if isinstance(value, dt.date) else day_of(str(value))
    day = day.date() if isinstance(day, dt.datetime) else day
    if column != "month":
        return day
    return next_month(day) - dt.timedelta(days=1)


def next_month(day: dt.date) -> dt.date:
    """The first day of the month after the day's."""
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


def day_of(text: str) -> dt.date:
    """The day of an ISO date or time; a month ("2024-10") or a year counts as its first day.

    Raises InputError for anything else: "2024-1" is no month, and not November.
    """
    whole = f"{text}{FIRST[len(text)]}" if len(text) in FIRST else text[:10]
    try:
        return dt.date.fromisoformat(whole)
    except ValueError:
        raise InputError(f"{text!r} is not a date; write it as 2024-10-22") from None
