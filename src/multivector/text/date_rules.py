"""How English names a time: one pattern a row, with what it means on the day of publication.

A rule gives None where the words name no day without knowing more: relative ones without a day of publication.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from multivector.model import When
from multivector.text import periods
from multivector.text.days import ENGLISH_MONTH, WEEKDAYS, month_number

__all__ = ["NEAR_FUTURE", "RULES", "Rule", "Setting", "nearest_year", "rolling", "step_year", "valid_day"]

# A date without a year is in the past, unless the next one is both nearer and at most this many days away.
NEAR_FUTURE = 31
# A day just past is meant even where the words look ahead, which most of them do of something else: "flights due in
# December, after Beijing advised on Nov. 14"; but what holds until a day ends on a coming one.
JUST_PAST, FAR_AHEAD = 60, 270
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"), 1
    )
    for word in words.split()
}  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
PARTS = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late",
    "end": "end",
}  # fmt: skip
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "the": 0, "current": 0, "next": 1, "coming": 1}

YEAR = r"(?:19|20)\d\d(?!\d|[.,:]\d|%|-\d)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
M = rf"(?P<m>{ENGLISH_MONTH})"
OF_YEAR = rf"(?P<y>{YEAR}|(?ai:this|last|next|the (?:same|previous|following)) year)"
TO_DAY = r"(?:\s?(?:[-–]|to|and)\s?(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?)?"
MAYBE_YEAR = rf"(?:,? (?:of )?{OF_YEAR})?"
NUMBER = rf"(?P<n>\d{{1,3}}|(?ai:{'|'.join(NUMBERS)}))"
UNIT = r"(?P<u>day|week|month|year|decade)s?"
PART = r"(?P<part>early|mid|late|(?:the (?:very )?)?(?:beginning|start|middle|end) of|end-)"


@dataclass(frozen=True, slots=True)
class Setting:
    """The day of publication, where it is known, and whether the words around look ahead ("will", "until")."""

    today: date | None
    ahead: bool
    ends: bool = False  # the date is named as an end: "until 14 November"


Rule = Callable[[re.Match[str], Setting], When | None]


def _date(match: re.Match[str], setting: Setting) -> When | None:
    """22 October 2024, October 22, 22-24 October."""
    number, last = month_number(match["m"]) or 0, match.groupdict().get("d2")
    of = _year(match["y"], setting)
    if match["y"] is None and setting.today is not None:
        of = nearest_year(setting, number, int(match["d"]))
    start = valid_day(of, number, int(match["d"]))
    end = valid_day(of, number, int(last)) if last else start
    return periods.span(start, end, "day") if start and end and start <= end else None


def _iso(match: re.Match[str], setting: Setting) -> When | None:
    found = valid_day(int(match[1]), int(match[2]), int(match[3]))
    return periods.day(found) if found else None


def _month(match: re.Match[str], setting: Setting) -> When | None:
    """October 2024, early October, the end of June, last October."""
    number = month_number(match["m"]) or 0
    groups = match.groupdict()
    of = _year(match["y"], setting)
    if match["y"] is None and setting.today is not None:
        of = step_year(setting.today, number, groups.get("which")) or nearest_year(setting, number, None)
    if of is None:
        return None
    part = groups.get("part")
    return periods.month_part(of, number, _part(part)) if part else periods.month(of, number)


def _year_rule(match: re.Match[str], setting: Setting) -> When | None:
    """2014, early 2022, the end of this year."""
    of = _year(match["y"], setting)
    part = match.groupdict().get("part")
    if of is None:
        return None
    return periods.year_part(of, _part(part)) if part else periods.year(of)


def _year_end(match: re.Match[str], setting: Setting) -> When | None:
    return periods.year_part(setting.today.year, "end") if setting.today else None


def _fraction(match: re.Match[str], setting: Setting) -> When | None:
    """The first half of 2024, the third quarter of this year."""
    of, number = _year(match["y"], setting), ORDINALS[match["o"].lower()]
    if of is None:
        return None
    if match["f"].lower() == "half":
        return periods.half(of, min(number, 2))
    return periods.quarter(of, number)


def _months_of(match: re.Match[str], setting: Setting) -> When | None:
    """The first nine months of 2025."""
    of, number = _year(match["y"], setting), _number(match["n"])
    if of is None or not 1 <= number <= MONTHS_OF_A_YEAR:
        return None
    return When(periods.year(of).start, periods.month(of, number).end, "season")


def _season(match: re.Match[str], setting: Setting) -> When | None:
    """The spring of 2023, last summer."""
    name = match["s"].lower()
    which = match.groupdict().get("which")
    of = _year(match.groupdict().get("y"), setting)
    if of is None and which and setting.today:
        of = step_year(setting.today, periods.SEASONS[name], which)
    return periods.season(of, name) if of else None


def _decade(match: re.Match[str], setting: Setting) -> When | None:
    """The 1990s, the early 1990s."""
    of, part = int(match["y"]), (match["part"] or "").lower().rstrip("- ")
    if not part:
        return periods.decade(of)
    first = {"early": 0, "mid": 3, "late": 7}[part]
    last = {"early": 3, "mid": 6, "late": 9}[part]
    return periods.span(date(of + first, 1, 1), date(of + last, 12, 31), "decade")


def _near_day(match: re.Match[str], setting: Setting) -> When | None:
    """Yesterday, this morning."""
    step = {"yesterday": -1, "last night": -1, "overnight": 0, "tomorrow": 1}.get(match[0].lower(), 0)
    return periods.day(setting.today + timedelta(days=step)) if setting.today else None


def _weekday(match: re.Match[str], setting: Setting) -> When | None:
    """On Tuesday: the latest one up to publication, in the habit of news; the coming one after "next" or "will"."""
    if setting.today is None:
        return None
    which = (match["which"] or "").lower()
    back = (setting.today.weekday() - WEEKDAYS.index(match["w"].lower())) % 7
    if which in ("next", "coming", "this coming") or (setting.ahead and not which):
        return periods.day(setting.today + timedelta(days=7 - back if back or which else 0))
    return periods.day(setting.today - timedelta(days=7 if back == 0 and which else back))


def _unit(match: re.Match[str], setting: Setting) -> When | None:
    """Last week, earlier this year, later this month, the end of this month."""
    if setting.today is None:
        return None
    groups = match.groupdict()
    name = match["u"].lower()
    if name == "weekend":  # no unit to step by
        at = periods.shift(setting.today, STEPS[match["which"].lower()], "week")
        return periods.weekend(at) if at else None
    base = setting.today.replace(day=1) if name == "month" else setting.today
    at = periods.shift(base, STEPS[match["which"].lower()], name)
    if at is None:
        return None
    whole = periods.unit(at, name)
    return _within(whole, (groups.get("part") or "").lower(), setting.today)


def _within(whole: When, part: str, today: date) -> When:
    if part == "earlier":
        return When(whole.start, min(today.isoformat(), whole.end or ""), whole.precision)
    if part == "later":
        return When(max(today.isoformat(), whole.start or ""), whole.end, whole.precision)
    if "end" in part and whole.end:
        return When(whole.end, whole.end, "day")
    return whole


def _ago(match: re.Match[str], setting: Setting) -> When | None:
    """Two years ago: that year; three days ago: that day."""
    name = match["u"].lower()
    at = periods.shift(setting.today, -_number(match["n"]), name) if setting.today else None
    return periods.unit(at, "year" if name == "decade" else name) if at else None


def rolling(match: re.Match[str], setting: Setting) -> When | None:
    """The next six months, the past two years: from or to the day of publication."""
    if setting.today is None:
        return None
    name, which = match["u"].lower(), match["which"].lower()
    if which in ("next", "coming", "following", "within", "for"):
        end = periods.shift(setting.today, _number(match["n"]), name)
        return periods.span(setting.today, end, periods.UNITS[name]) if end else None
    start = periods.shift(setting.today, -_number(match["n"]), name)
    return periods.span(start, setting.today, periods.UNITS[name]) if start else None


def _year(words: str | None, setting: Setting) -> int | None:
    if words is None:
        return None
    if words[0].isdigit():
        return int(words[:4])
    step = {"this": 0, "last": -1, "next": 1}.get(words.split()[0].lower())
    return setting.today.year + step if setting.today and step is not None else None


def step_year(today: date, number: int, which: str | None) -> int | None:
    """The year of "last October", "this October", "next October"."""
    if not which:
        return None
    passed = number < today.month
    if which.lower() in ("last", "past"):
        return today.year if passed else today.year - 1
    return today.year + (1 if which.lower() in ("next", "coming") and number <= today.month else 0)


def nearest_year(setting: Setting, number: int, of_month: int | None) -> int | None:
    """The year of a day or month named without one, in the past unless the words look ahead or the next is near."""
    today = setting.today
    if today is None:
        return None
    base = today if of_month else today.replace(day=1)
    day, here = of_month or 1, (base.month, base.day)
    if (number, day) == here:
        return today.year
    coming = today.year + ((number, day) < here)
    future, past = valid_day(coming, number, day), valid_day(coming - 1, number, day)
    if past is None or future is None:
        return coming if past is None or setting.ahead else coming - 1
    since, wait = (today - past).days, (future - today).days
    if setting.ahead:
        recent = since <= JUST_PAST and wait > FAR_AHEAD and not setting.ends
        return coming - 1 if recent and of_month else coming
    return coming if wait <= NEAR_FUTURE and wait < since else coming - 1


def _part(words: str) -> str:
    return next(PARTS[word] for word in re.findall(r"[a-z]+", words.lower()) if word in PARTS)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def valid_day(of: int | None, number: int, day: int) -> date | None:
    try:
        return date(of or 0, number, day)
    except ValueError:
        return None


MONTHS_OF_A_YEAR = 12
NO_WORD = r"(?![\w-])"
# A month alone could be a verb or a name ("may", "March"): it needs a word before it that goes with times.
LEAD = r"(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Tt]ill )|(?<=\b[Bb]y )|(?<=\b[Ff]rom )|(?<=\bthrough )"
YEAR_LEAD = (
    rf"(?:{LEAD}|(?<=\b[Dd]uring )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\bof )|(?<=\bto )|(?<=\b[Tt]he )|(?<=['’]s )"
    r"|(?<=\bits )|(?<=\bhis )|(?<=\bher )|(?<=\btheir )|(?<=\()|(?<=\band )|(?<=\b[Bb]etween )|(?<=\byear ))"
)
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"(?:{WEEKDAY},? )?(?<!\w){M} {DAY}{TO_DAY}(?![\w%]){MAYBE_YEAR}"), _date),
    (re.compile(rf"(?:{WEEKDAY},? )?(?<![\w.,]){DAY}{TO_DAY}(?: of)? {M}{MAYBE_YEAR}"), _date),
    (re.compile(r"(?<![\w-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w-])"), _iso),
    (re.compile(rf"(?ai:{PART})[ -]?{M}{MAYBE_YEAR}{NO_WORD}"), _month),
    (re.compile(rf"(?:(?:the )?(?:month of )){M}{MAYBE_YEAR}{NO_WORD}"), _month),
    (re.compile(rf"(?<!\w){M},? {OF_YEAR}{NO_WORD}"), _month),
    (re.compile(rf"(?P<which>(?ai:last|past|this|next|coming)) {M}(?P<y>\0)?{NO_WORD}(?! \d)"), _month),
    (re.compile(rf"(?:{LEAD}){M}(?P<y>\0)?{NO_WORD}(?! \d)"), _month),
    (re.compile(rf"(?<!\w)(?ai:{PART})[ -]?{OF_YEAR}{NO_WORD}"), _year_rule),
    (re.compile(r"(?ai:(?:the )?(?:end of the year|year['’]s end|year-end|turn of the year))(?!\w)"), _year_end),
    (re.compile(rf"(?ai:(?:the )?(?P<o>first|second|third|fourth|last) (?P<f>half|quarter) of) {OF_YEAR}"), _fraction),
    (re.compile(rf"(?ai:(?:the )?first {NUMBER} months of) {OF_YEAR}"), _months_of),
    (re.compile(rf"(?ai:(?:the )?(?:early |late )?(?P<s>spring|summer|autumn|fall|winter)(?: of)?) {OF_YEAR}"),
     _season),
    (re.compile(r"(?<!\w)(?ai:(?P<which>last|this|next) (?P<s>spring|summer|autumn|fall|winter))(?!\w)"), _season),
    (re.compile(r"(?<!\w)(?ai:(?:the )?(?P<part>early |mid-|late )?)(?P<y>(?:19|20)\d0)s(?!\w)"), _decade),
    (re.compile(rf"(?<![\w-]){YEAR_LEAD}(?P<y>{YEAR}){NO_WORD}"), _year_rule),
    (re.compile(r"(?<![\w-])(?P<y>(?ai:this|last|next) year)(?!\w)"), _year_rule),
    (re.compile(r"(?<![\w-])(?ai:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))"
                r"(?!\w)"),
     _near_day),
    (re.compile(r"(?<![\w-])(?:(?P<which>(?ai:last|this past|past|this coming|coming|next|this)) )?"
                rf"(?P<w>{WEEKDAY})(?: (?:morning|afternoon|evening|night))?(?!\w)"), _weekday),
    (re.compile(r"(?<![\w-])(?ai:(?:(?P<part>earlier|later|(?:the )?end of) )?"
                r"(?P<which>last|past|previous|this|next|coming|current) "
                r"(?P<u>weekend|week|month|quarter|year|decade))(?!\w)"), _unit),
    (re.compile(r"(?<![\w-])(?ai:(?P<part>(?:the )?end of) (?P<which>the) (?P<u>week|month|quarter|decade))(?!\w)"),
     _unit),
    (re.compile(rf"(?<![\w-]){NUMBER} (?ai:{UNIT}) ago(?!\w)"), _ago),
    (re.compile(rf"(?ai:the (?P<which>next|coming|following|past|last|previous)) {NUMBER} (?ai:{UNIT})(?!\w)"),
     rolling),
    (re.compile(rf"(?ai:(?P<which>within|for)) {NUMBER} (?ai:{UNIT})(?!\w)"), rolling),
)  # fmt: skip
