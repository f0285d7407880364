"""Full dates as bylines, datelines and front matter write them, in English, Russian, Ukrainian and Kazakh."""

import re
from datetime import date

__all__ = [
    "ENGLISH_MONTH", "MONTH", "MONTHS", "WEEKDAYS", "first_day", "full_date", "iso_date", "iso_day", "month_number",
    "numeric_date", "without_clock",
]  # fmt: skip

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# The start of each month's names, long enough to tell them apart; the genitive and abbreviations share it.
MONTHS = (
    ("jan", "янв", "січ", "қаңтар"), ("feb", "фев", "лют", "ақпан"), ("mar", "мар", "берез", "наурыз"),
    ("apr", "апр", "квіт", "сәуір"), ("may", "мая", "май", "мае", "трав", "мамыр"), ("jun", "июн", "черв", "маусым"),
    ("jul", "июл", "лип", "шілде"), ("aug", "авг", "серп", "тамыз"), ("sep", "сен", "верес", "қыркүйек"),
    ("oct", "окт", "жовт", "қазан"), ("nov", "ноя", "листоп", "қараша"), ("dec", "дек", "груд", "желтоқсан"),
)  # fmt: skip
ENGLISH_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z])"
)
OTHER_MONTH = (
    r"(?:янв(?:аря|\.)?|фев(?:раля|р\.|\.)?|мар(?:та|\.)?|апр(?:еля|\.)?|мая|июня?\.?|июля?\.?|авг(?:уста|\.)?"
    r"|сент?(?:ября|\.)?|окт(?:ября|\.)?|ноя(?:бря|б\.|\.)?|дек(?:абря|\.)?|січня|лютого|березня|квітня|травня|червня"
    r"|липня|серпня|вересня|жовтня|листопада|грудня|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан"
    r"|қараша|желтоқсан)(?!\w)"
)
MONTH = f"(?:{ENGLISH_MONTH}|{OTHER_MONTH})"
FULL = re.compile(
    rf"(?<![\w./-])(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<m1>{MONTH}),?[ -](?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{ENGLISH_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)(?P<s>[-/._])(?P<m3>\d\d?)(?P=s)(?P<d3>\d\d?)"
    r"|(?P<d4>\d\d?)(?P<t>[./-])(?P<m4>\d\d?)(?P=t)(?P<y4>(?:19|20)\d\d)"
    r")(?:(?![\w/])|(?=T\d\d:))(?:\s?(?:г\.|года|р\.|року|жыл\w*)(?!\w))?",
    re.IGNORECASE,
)
COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)")
NUMERIC = re.compile(r"\W*(\d\d?)([./-])(\d\d?)\2((?:19|20)\d\d)\W*")
LABEL_AND_CLOCK = re.compile(
    r"^(?:[^\W\d_][^\d:]{2,25}:\s*)?|(?:\s*(?:[,|·–—-]|at|в))?\s*\d\d?[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?"
    r"\s*\(?(?:GMT|UTC|CET|CEST|BST|MSK|МСК)?(?:[+-]\d+(?::\d\d)?)?\)?\s*$",
    re.IGNORECASE,
)
STAMP = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)[T ]\d\d:")


def month_number(word: str) -> int | None:
    """1-12 for a month's name or abbreviation."""
    lowered = word.casefold()
    for number, stems in enumerate(MONTHS, 1):
        if lowered.startswith(stems):
            return number
    return None


def full_date(text: str, start: int = 0) -> tuple[int, int, str] | None:
    """The span and the ISO day of the first full date from `start` on.

    "03/04/2024" is no date, since readers differ on it; "03.04.2024" is the third of April.
    """
    for match in FULL.finditer(text, start):
        if day := _day(match):
            return match.start(), match.end(), day
    return None


def first_day(text: str) -> str | None:
    """The ISO day of the first full date in a text."""
    found = full_date(text)
    return found[2] if found else None


def iso_day(value: str) -> str | None:
    """The ISO day of a value that is a date: a time stamp, a written date, or eight digits as in file names."""
    if stamp := STAMP.search(value):
        value = stamp[1]
    if day := first_day(value.replace("_", "-")):
        return day
    compact = COMPACT.search(value)
    return iso_date(compact["y"], int(compact["m"]), compact["d"]) if compact else None


def numeric_date(text: str) -> tuple[int, int, int] | None:
    """The two first numbers and the year of a text that is nothing but "03/04/2024": which is the month is not said."""
    match = NUMERIC.fullmatch(text)
    return (int(match[1]), int(match[3]), int(match[4])) if match else None


def without_clock(text: str) -> str:
    """A date's line without its label and its hour: "Issued on: 01/07/2025 - 19:44"."""
    return LABEL_AND_CLOCK.sub("", text)


def _day(match: re.Match[str]) -> str | None:
    for n in ("1", "2"):
        if match["m" + n]:
            return iso_date(match["y" + n], month_number(match["m" + n]) or 0, match["d" + n])
    if match["y3"]:
        return iso_date(match["y3"], int(match["m3"]), match["d3"])
    day, month = int(match["d4"]), int(match["m4"])
    if match["t"] != ".":  # 22/10/2024 or 10/22/2024: only one of them can be the month
        month, day = sorted((day, month))
        if day <= 12 and day != month:
            return None
    return iso_date(match["y4"], month, day)


def iso_date(year: str | int, month: int, day: str | int) -> str | None:
    """The ISO day of a year, a month and a day; None where there is no such day."""
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
