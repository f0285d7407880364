"""How Russian names a time: one pattern a row, with what it means on the day of publication.

A rule gives None where the words name no day without knowing more. е and ё are both met.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TypeVar

from multivector.codebook.base import load
from multivector.model import When
from multivector.text import periods
from multivector.text.date_grammar import Bound, DateGrammar
from multivector.text.date_rules import Rule, Setting, nearest_year, valid_day
from multivector.text.days import month_number

__all__ = ["RUSSIAN"]

T = TypeVar("T")
WORDS = load("ru", "dates.yaml")
STEPS: dict[str, int] = {stem: step for step, stems in WORDS["steps"].items() for stem in stems}
UNITS: dict[str, str] = {stem: unit for unit, stems in WORDS["units"].items() for stem in stems}
NUMBERS: dict[str, int] = {stem: n for n, stems in WORDS["numbers"].items() for stem in stems}
PARTS: dict[str, str] = {stem: part for part, stems in WORDS["parts"].items() for stem in stems}
DAYS: dict[str, int] = WORDS["days"]
WEEKDAYS: tuple[str, ...] = tuple(WORDS["weekdays"])
SEASONS: dict[str, str] = WORDS["seasons"]
ORDINALS: dict[str, int] = {stem: n for n, stems in WORDS["ordinals"].items() for stem in stems}


def _stems(table: Iterable[str]) -> str:
    return "|".join(sorted(table, key=lambda stem: (-len(stem), stem)))


YEAR = r"(?:19|20)\d\d"
OF = r"(?:-?(?:й|го|м|му))?\s?(?:год[ауеы]?(?:ом|ах|ов)?|гг?\.)"
STEP = rf"(?:{_stems(STEPS)})[а-яё]*"
MONTH = r"(?P<m>(?:янв|фев|мар|апр|ма[йяею]|июн|июл|авг|сент|окт|ноя|дек)[а-я]*\.?)(?![а-яё])"
MAYBE_YEAR = rf"(?:\s(?:(?P<y>{YEAR})(?:{OF})?|(?P<which>{STEP})\sгода))?"
PART = rf"(?P<part>(?:самом\s)?(?:{_stems(PARTS)})[а-яё]*)"
NUMBER = rf"(?P<n>\d{{1,3}}|(?:{_stems(NUMBERS)})[а-яё]*)"
UNIT = rf"(?P<u>(?:{_stems(UNITS)})[а-яё]*)"
ENDING = "(?:а|у|ы|е|и|я|ю|ой|ей|ем|ом|ам|ям|ах|ях)?"
NO = r"(?![\wЀ-ӿ-])"
START = r"(?<![\w-])"


def _look_up(table: Mapping[str, T], word: str) -> T | None:
    """The value of the longest stem that opens the word."""
    lowered = word.casefold().replace("ё", "е")
    stem = max((s for s in table if lowered.startswith(s)), key=len, default=None)
    return table[stem] if stem is not None else None


def _year(match: re.Match[str], setting: Setting) -> int | None:
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    step = _look_up(STEPS, groups["which"]) if groups.get("which") else None
    return setting.today.year + step if setting.today and step is not None else None


def _date(match: re.Match[str], setting: Setting) -> When | None:
    """17 октября, 22-24 октября 2024 года."""
    number = month_number(match["m"]) or 0
    of = _year(match, setting)
    if of is None and not match["which"]:
        of = nearest_year(setting, number, int(match["d"]))
    start = valid_day(of, number, int(match["d"]))
    end = valid_day(of, number, int(match["d2"])) if match["d2"] else start
    return periods.span(start, end, "day") if start and end and start <= end else None


def _numeric(match: re.Match[str], setting: Setting) -> When | None:
    """17.10.2024."""
    found = valid_day(int(match[3]), int(match[2]), int(match[1]))
    return periods.day(found) if found else None


def _month(match: re.Match[str], setting: Setting) -> When | None:
    """В октябре, в начале октября 2024 года, в октябре прошлого года."""
    number = month_number(match["m"])
    if number is None:
        return None
    of = _year(match, setting)
    if of is None and setting.today is not None:
        of = nearest_year(setting, number, None)
    part = match.groupdict().get("part")
    if of is None:
        return None
    return periods.month_part(of, number, _part(part)) if part else periods.month(of, number)


def _of_year(match: re.Match[str], setting: Setting) -> When | None:
    """В 2014 году, с начала 2022 года, в прошлом году, к концу этого года."""
    of, part = _year(match, setting), match.groupdict().get("part")
    if of is None:
        return None
    return periods.year_part(of, _part(part)) if part else periods.year(of)


def _fraction(match: re.Match[str], setting: Setting) -> When | None:
    """В первой половине 2024 года, в третьем квартале."""
    of, number = _year(match, setting), _look_up(ORDINALS, match["o"])
    if of is None:
        of = setting.today.year if setting.today else None
    if of is None or number is None:
        return None
    return periods.half(of, min(number, 2)) if match["f"].startswith("пол") else periods.quarter(of, number)


def _season(match: re.Match[str], setting: Setting) -> When | None:
    """Весной 2023 года, осенью прошлого года."""
    name, of = _look_up(SEASONS, match["s"]), _year(match, setting)
    if of is None and setting.today and name:
        of = setting.today.year - (periods.SEASONS[name] > setting.today.month and not setting.ahead)
    return periods.season(of, name) if of and name else None


def _decade(match: re.Match[str], setting: Setting) -> When | None:
    """В 1990-х."""
    return periods.decade(int(match["y"]))


def _near_day(match: re.Match[str], setting: Setting) -> When | None:
    step = DAYS.get(match[0].casefold())
    return periods.day(setting.today + timedelta(days=step)) if setting.today and step is not None else None


def _weekday(match: re.Match[str], setting: Setting) -> When | None:
    """В среду: the latest up to publication; the coming one after "следующую" or where the words look ahead."""
    if setting.today is None:
        return None
    word = match["w"].casefold()
    number = next(n for n, stem in enumerate(WEEKDAYS) if word.startswith(stem))
    step = _look_up(STEPS, match["which"]) if match["which"] else None
    back = (setting.today.weekday() - number) % 7
    if step == 1 or (setting.ahead and step is None):
        return periods.day(setting.today + timedelta(days=7 - back if back or step else 0))
    if step == 0:
        return periods.day(setting.today + timedelta(days=number - setting.today.weekday()))
    return periods.day(setting.today - timedelta(days=7 if back == 0 and step == -1 else back))


def _unit(match: re.Match[str], setting: Setting) -> When | None:
    """На минувшей неделе, в этом месяце, в начале недели, до конца года."""
    groups = match.groupdict()
    name, part = _look_up(UNITS, match["u"]), groups.get("part")
    step = _look_up(STEPS, groups["which"]) if groups.get("which") else 0
    if setting.today is None or name is None or step is None:
        return None
    at = periods.shift(setting.today.replace(day=1) if name == "month" else setting.today, step, name)
    if at is None:
        return None
    return _part_of(at, name, _part(part)) if part else periods.unit(at, name)


def _part_of(at: date, name: str, part: str) -> When:
    if name == "year":
        return periods.year_part(at.year, part)
    if name == "month":
        return periods.month_part(at.year, at.month, part)
    whole = periods.unit(at, name)
    edge = whole.end if part == "end" else whole.start if part == "early" else None
    return When(edge, edge, "day") if edge else whole


def _ago(match: re.Match[str], setting: Setting) -> When | None:
    """Три дня назад, год назад; через две недели."""
    name, count = _look_up(UNITS, match["u"]), _number(match["n"])
    if setting.today is None or name is None or count is None:
        return None
    ahead = bool(match.groupdict().get("ahead"))
    at = periods.shift(setting.today, count if ahead else -count, name)
    return periods.unit(at, "year" if name == "decade" else name) if at else None


def _rolling(match: re.Match[str], setting: Setting) -> When | None:
    """За последние два года, в ближайшие шесть месяцев, на полгода."""
    name, count = _look_up(UNITS, match["u"]), _number(match["n"])
    if setting.today is None or name is None or count is None:
        return None
    which = match["which"].casefold()
    past = which.startswith(("послед", "прошл", "минув", "прошед"))
    edge = periods.shift(setting.today, -count if past else count, name)
    if edge is None:
        return None
    return periods.span(*((edge, setting.today) if past else (setting.today, edge)), periods.UNITS[name])


def _number(word: str | None) -> int | None:
    if not word:
        return 1
    return int(word) if word.isdigit() else _look_up(NUMBERS, word)


def _part(words: str) -> str:
    return _look_up(PARTS, words.rsplit(maxsplit=1)[-1]) or "early"


def _lead_in(rule: int, match: re.Match[str]) -> tuple[int, Bound] | None:
    """A range of days is no beginning, though "с" stands before it; "на полгода" leaves its preposition out."""
    if RULES[rule][1] is _date and match["d2"]:
        return 0, "during"
    if RULES[rule][1] is not _rolling:
        return None
    which = match["which"].casefold()
    return (3, "for") if which == "на" else (0, "during")


ANY = re.IGNORECASE  # of capitals
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"(?<![\w.,])(?P<d>[0-3]?\d)(?:-го)?(?:\s?(?:[-–—]|и|по)\s?(?P<d2>[0-3]?\d))?\s{MONTH}{MAYBE_YEAR}",
                ANY), _date),
    (re.compile(r"(?<![\w.])([0-3]?\d)\.([01]\d)\.((?:19|20)\d\d)(?!\d)"), _numeric),
    (re.compile(rf"{START}{PART}\s{MONTH}{MAYBE_YEAR}{NO}", ANY), _month),
    (re.compile(rf"(?<![\w-])(?<![\d]\s){MONTH}\s(?:(?P<y>{YEAR})(?:{OF})?|(?P<which>{STEP})\sгода){NO}", ANY), _month),
    (re.compile(rf"(?:(?<=\bв )|(?<=\bВ )|(?<=\bс )|(?<=\bС )|(?<=\bдо )|(?<=\bк )|(?<=\bпо )|(?<=\bза )){MONTH}"
                rf"(?P<y>\0)?(?P<which>\0)?{NO}"), _month),
    (re.compile(rf"{START}(?:{PART}\s)?(?P<y>{YEAR})(?P<which>\0)?{OF}{NO}", ANY), _of_year),
    (re.compile(rf"{START}(?:{PART}\s)?(?P<which>{STEP})\sгод[ау]?{NO}(?P<y>\0)?", ANY), _of_year),
    (re.compile(rf"{START}(?P<o>(?:{_stems(ORDINALS)})[а-яё]*)\s(?P<f>половин[а-я]|квартал[а-я]*)"
                rf"(?:\s(?:(?P<y>{YEAR}){OF}|(?P<which>{STEP})\sгода))?{NO}", ANY), _fraction),
    (re.compile(rf"{START}(?P<s>(?:{_stems(SEASONS)})[а-яё]*)(?:\s(?:(?P<y>{YEAR}){OF}|(?P<which>{STEP})\sгода)){NO}",
                ANY), _season),
    (re.compile(rf"{START}(?P<s>весной|летом|осенью|зимой)(?P<y>\0)?(?P<which>\0)?{NO}", ANY), _season),
    (re.compile(rf"{START}(?P<y>(?:19|20)\d0)-(?:х|е|м|ми)(?:\sгод[а-я]+)?{NO}", ANY), _decade),
    (re.compile(rf"{START}(?:{_stems(DAYS)}){NO}", ANY), _near_day),
    (re.compile(rf"{START}(?:(?P<which>{STEP})\s)?(?P<w>(?!среди)(?:{_stems(WEEKDAYS)}){ENDING}){NO}", ANY), _weekday),
    (re.compile(rf"{START}(?:{PART}\s)?(?P<which>{STEP})\s{UNIT}{NO}", ANY), _unit),
    (re.compile(rf"{START}{PART}\s(?P<u>недели|месяца|года|квартала)(?P<which>\0)?{NO}(?!\s\d)", ANY), _unit),
    (re.compile(rf"{START}(?:{NUMBER}\s)?{UNIT}\sназад{NO}", ANY), _ago),
    (re.compile(rf"{START}(?P<ahead>через)\s(?:{NUMBER}\s)?{UNIT}{NO}", ANY), _ago),
    (re.compile(rf"{START}(?P<which>(?:последн|ближайш|следующ|прошедш)[а-яё]+)\s(?:{NUMBER}\s)?{UNIT}{NO}", ANY),
     _rolling),
    (re.compile(rf"(?<!\w)(?P<which>на)\s{NUMBER}\s{UNIT}{NO}", ANY), _rolling),
)  # fmt: skip
BOUNDS: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"(?:^|[\s(«])(?i:с|со|начиная с|начиная со)\s+$"), "since"),
    (re.compile(r"(?:^|[\s(«])(?i:до|вплоть до|по|к|не позднее|истекает|истекают)\s+$"), "until"),
    (re.compile(r"(?:^|[\s(«])(?i:накануне|перед)\s+$"), "before"),
    (re.compile(r"(?:^|[\s(«])(?i:после|вслед за)\s+$"), "after"),
    (re.compile(r"(?:^|[\s(«])(?i:в течение|за|на протяжении|в ходе)\s+$"), "during"),
)
RUSSIAN = DateGrammar(
    RULES,
    BOUNDS,
    re.compile(WORDS["ahead"], ANY),
    re.compile(WORDS["said"], ANY),
    _lead_in,
    re.compile(r"(?:^|\s)(?:с|со|между)\s+$", ANY),
    re.compile(r"\s*(?:по|до|[-–—]|и)\s*"),
)
