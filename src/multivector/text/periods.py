"""Stretches of the calendar as Whens: days, weeks from Monday, months, seasons, years, and their parts."""

from calendar import monthrange
from datetime import date, timedelta

from multivector.model import Precision, When

__all__ = [
    "SEASONS", "UNITS", "day", "decade", "half", "month", "month_part", "quarter", "season", "shift", "span", "unit",
    "week", "weekend", "year", "year_part",
]  # fmt: skip

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the first month, on the northern half
UNITS: dict[str, Precision] = {
    "day": "day", "week": "week", "month": "month", "quarter": "month", "year": "year", "decade": "decade",
}  # fmt: skip
# early, mid and late: thirds of a year or month
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def span(start: date | None, end: date | None, precision: Precision) -> When:
    """From the first to the last day, None for an open side."""
    return When(start.isoformat() if start else None, end.isoformat() if end else None, precision)


def day(one: date) -> When:
    """A day."""
    return span(one, one, "day")


def week(one: date) -> When:
    """The week of a day, Monday to Sunday."""
    monday = one - timedelta(days=one.weekday())
    return span(monday, monday + timedelta(days=6), "week")


def weekend(one: date) -> When:
    """Saturday and Sunday of the day's week."""
    saturday = one + timedelta(days=5 - one.weekday())
    return span(saturday, saturday + timedelta(days=1), "day")


def month(of: int, number: int) -> When:
    """A month of a year."""
    return span(date(of, number, 1), _month_end(of, number), "month")


def month_part(of: int, number: int, part: str) -> When:
    """The early, mid or late third of a month, or its end (the last day)."""
    last = _month_end(of, number)
    if part == "end":
        return day(last)
    start, end = MONTH_PARTS[part]
    return span(date(of, number, start), min(last, date(of, number, min(end, last.day))), "week")


def year(of: int) -> When:
    """A year."""
    return span(date(of, 1, 1), date(of, 12, 31), "year")


def year_part(of: int, part: str) -> When:
    """The early, mid or late third of a year, or its end (31 December)."""
    if part == "end":
        return day(date(of, 12, 31))
    first, last = YEAR_PARTS[part]
    return span(date(of, first, 1), _month_end(of, last), "season")


def half(of: int, number: int) -> When:
    """The first or second half of a year."""
    return span(date(of, 6 * number - 5, 1), _month_end(of, 6 * number), "season")


def quarter(of: int, number: int) -> When:
    """The first to fourth quarter of a year."""
    return span(date(of, 3 * number - 2, 1), _month_end(of, 3 * number), "season")


def season(of: int, name: str) -> When:
    """Spring from March, summer from June, autumn from September, winter from December into the next year."""
    first = SEASONS[name]
    end = _month_end(of, first + 2) if first < 12 else _month_end(of + 1, 2)
    return span(date(of, first, 1), end, "season")


def decade(of: int) -> When:
    """The ten years from a year that ends in 0."""
    return span(date(of, 1, 1), date(of + 9, 12, 31), "decade")


def unit(one: date, name: str) -> When:
    """The day, week, month, quarter, year or decade in which a day lies."""
    if name == "day":
        return day(one)
    if name == "week":
        return week(one)
    if name == "month":
        return month(one.year, one.month)
    if name == "quarter":
        return quarter(one.year, (one.month + 2) // 3)
    return year(one.year) if name == "year" else decade(one.year - one.year % 10)


def shift(one: date, count: int, name: str) -> date | None:
    """The day `count` units later (earlier for a negative count); None outside the calendar."""
    days = {"day": 1, "week": 7}.get(name)
    try:
        if days:
            return one + timedelta(days=days * count)
        months = one.year * 12 + one.month - 1 + {"month": 1, "quarter": 3, "year": 12, "decade": 120}[name] * count
        return date(months // 12, months % 12 + 1, min(one.day, monthrange(months // 12, months % 12 + 1)[1]))
    except (ValueError, OverflowError):
        return None


def _month_end(of: int, number: int) -> date:
    return date(of, number, monthrange(of, number)[1])
