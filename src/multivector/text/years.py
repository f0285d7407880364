"""The year of a day that an article's dateline or hour gives without one: "BUDAPEST, Oct 14 (Reuters) -"."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from multivector.text.byline import DAY, read_dateline
from multivector.text.days import WEEKDAYS, full_date, iso_date
from multivector.text.mastheads import is_hour

__all__ = ["day_of_year"]

LEAP = "2024"  # a year that has every day
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WRITTEN = re.compile(r"(?<=[/_.-])(?:19|20)\d\d(?=[/_.-])")  # in an address or a file's path: /2024/10/14/
NOTICE = re.compile(r"©|\(c\)|copyright|all rights reserved|все права|https?://|www\.", re.IGNORECASE)
WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
LEAD = 400  # characters of a text in which a report says on which weekday it happened


def day_of_year(removed: Iterable[str], *, name: str, retrieved: str | None, text: str) -> str | None:
    """The ISO day of the dateline or hour among the `removed` lines, with the year that something around it tells.

    In this order: an address, a notice or the file's `name` with one year; the day of retrieval, which is not before
    it; the last year that the text names or the one after it, where the weekday that the lead names fits only one.
    """
    lines = list(removed)
    day = next((d for line in lines if (d := _day(line)) is not None), None)
    if day is None:
        return None
    told = {y for line in lines if NOTICE.search(line) for y in YEAR.findall(line)} | set(WRITTEN.findall(f"/{name}"))
    if len(told) == 1:
        return _in_year(day, int(told.pop()))
    if retrieved is not None:
        found = _in_year(day, int(retrieved[:4]))
        return found if found is not None and found <= retrieved else _in_year(day, int(retrieved[:4]) - 1)
    return _by_weekday(day, text)


def _day(line: str) -> date | None:
    """The day and month that a dateline or an hour gives, in a leap year; None for one that has its year."""
    if is_hour(line):
        match = re.search(DAY, line, re.IGNORECASE)
        found = (full_date(f"{match['day']} {LEAP}") or full_date(f"{match['day']}, {LEAP}")) if match else None
        return date.fromisoformat(found[2]) if found else None
    bare, dated = (read_dateline(f"{line} Text", year) for year in (None, LEAP))
    if bare is None or dated is None or bare[1].published or dated[1].published is None:
        return None
    return date.fromisoformat(dated[1].published)


def _in_year(day: date, year: int) -> str | None:
    return iso_date(year, day.month, day.day)  # None for the 29th of February in most years


def _by_weekday(day: date, text: str) -> str | None:
    """The day in the last year named or the next, where a weekday of the lead is that day or the one before it."""
    last = max(map(int, YEAR.findall(text)), default=None)
    named = {WEEKDAYS.index(m[0].lower()) for m in WEEKDAY.finditer(text[:LEAD])}
    fitting = []
    for year in (last, last + 1) if last is not None and named else ():
        told = _in_year(day, year)
        near = date.fromisoformat(told) if told else None
        if near is not None and named & {near.weekday(), (near - timedelta(days=1)).weekday()}:
            fitting.append(near.isoformat())
    return fitting[0] if len(fitting) == 1 else None
