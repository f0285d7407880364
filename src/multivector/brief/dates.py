"""Dates in words, no more precise than they were given."""

import re
from datetime import date, timedelta

from multivector.model import When

__all__ = ["day_words", "days_words", "measure_words", "when_words"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
# (first month, last month) of the parts of a year that news names
SEASONS = {
    (1, 3): "early", (1, 4): "early", (1, 6): "the first half of", (3, 5): "spring", (4, 8): "mid-", (5, 8): "mid-",
    (6, 8): "summer", (5, 9): "mid-", (7, 12): "the second half of", (9, 11): "autumn", (9, 12): "late",
    (10, 12): "late", (12, 2): "winter",
}  # fmt: skip


def day_words(iso: str | None) -> str:
    """An ISO day, month or year in words: "22 October 2024"; what is none is given back as it stands."""
    found = ISO.fullmatch(iso or "")
    if found is None:
        return iso or "undated"
    year, month, day = found.groups()
    words = [str(int(day))] if day else []
    return " ".join([*words, *([MONTHS[int(month) - 1]] if month else []), year])


def days_words(first: str, last: str) -> str:
    """Two ISO days in words: "18–24 October 2024"; one day where they are the same."""
    one, other = ISO.fullmatch(first), ISO.fullmatch(last)
    if first == last or one is None or other is None or not (one[3] and other[3]):
        return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
    if one[1] != other[1]:
        return f"{day_words(first)} – {day_words(last)}"
    if one[2] != other[2]:
        return f"{int(one[3])} {MONTHS[int(one[2]) - 1]} – {day_words(last)}"
    return f"{int(one[3])}–{day_words(last)}"


def when_words(when: When | None) -> str:
    """A date as finely as the text gives it: "2014", "early 2022", "since March 2023", "22 October 2024"."""
    if when is None or (when.start is None and when.end is None):
        return "undated"
    if when.end is None:
        return f"since {_side(when, when.start or '')}"
    if when.start is None:
        return f"until {_side(when, when.end)}"
    return _closed(when, when.start, when.end)


def _closed(when: When, start: str, end: str) -> str:
    if when.precision == "week":
        return f"the week of {day_words(start)}"
    if when.precision == "decade":
        return f"the {start[:3]}0s"
    if when.precision == "year":
        return start[:4] if start[:4] == end[:4] else f"{start[:4]}–{end[:4]}"
    if when.precision == "month":
        return day_words(start[:7]) if start[:7] == end[:7] else f"{day_words(start[:7])} to {day_words(end[:7])}"
    if when.precision == "season":
        return _season(start, end)
    return days_words(start, end)


def _season(start: str, end: str) -> str:
    name = SEASONS.get((int(start[5:7]), int(end[5:7])))
    years = start[:4] if start[:4] == end[:4] else f"{start[:4]}–{end[2:4]}"
    if name is None:
        return f"{day_words(start[:7])} to {day_words(end[:7])}"
    return f"{name}{years}" if name.endswith("-") else f"{name} {years}"


def _side(when: When, iso: str) -> str:
    """The one side of an open date; where its precision is not kept, a first or last day of a year means the year."""
    if when.precision == "season":
        name = {"01": "early", "03": "spring", "06": "summer", "09": "autumn", "12": "winter"}.get(iso[5:7])
        return f"{name} {iso[:4]}" if name else day_words(iso[:7])
    if when.precision in ("year", "decade"):
        return f"the {iso[:3]}0s" if when.precision == "decade" else iso[:4]
    if when.precision == "month":
        return day_words(iso[:7])
    if when.precision == "week":
        return f"the week of {day_words(iso)}"
    return _guessed(iso) if when.precision == "open" else day_words(iso)


def _guessed(iso: str) -> str:
    if iso[5:] in ("01-01", "12-31"):
        return iso[:4]
    try:
        last = (date.fromisoformat(iso) + timedelta(days=1)).day == 1
    except ValueError:
        return day_words(iso)
    return day_words(iso[:7]) if last or iso.endswith("-01") else day_words(iso)


def measure_words(start: str | None, end: str | None) -> str:
    """A measure's first and last day in words, with what the text leaves out."""
    if start and end:
        return f"from {day_words(start)} to {day_words(end)}"
    if start:
        return f"from {day_words(start)}; no end given"
    return f"until {day_words(end)}; no start given" if end else "no dates given"
