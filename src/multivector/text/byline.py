"""Bylines and datelines: who wrote it, where, when, and for whom, as lines at an article's head say it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache

from multivector.text.days import ENGLISH_MONTH, MONTH, full_date
from multivector.text.phrases import AGENCIES, OUTLET_WORDS, ROLES
from multivector.world.outlets import outlet_of

__all__ = ["Byline", "read_byline", "read_dateline", "without_datelines"]

MAX_BYLINE = 160  # characters
OPENING = 3  # paragraphs that may open with a dateline, captions and standfirsts before it included
MAX_DATELINE = 100  # characters
UPDATED = re.compile(r"(?:last )?(?:updated|modified)|обновлено|изменено", re.IGNORECASE)
LABEL = re.compile(
    r"(?:(?:first |date )?published|posted|created|date|released|issued|(?:last )?(?:updated|modified)"
    r"|опубликовано|дата(?: публикации)?|обновлено|изменено|создано|жарияланды)(?: on| at| in|:)*\s*$",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s*$"
    r"|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)[.,]*\s*$",
    re.IGNORECASE,
)
ZONE = r"(?:\(?(?:UTC|GMT|BST|CET|CEST|EST|EDT|ET|MSK|МСК|Z)\b\)?)?(?:\s?[+-]\d{1,2}(?::\d\d)?\)?)?"
CLOCK = rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?)?\s*{ZONE}"
CLOCK_AFTER = re.compile(rf"\s*(?:T|,|at|в|\||-|–|—|·)?\s*{CLOCK}(?!\d)", re.IGNORECASE)
CLOCK_BEFORE = re.compile(rf"{CLOCK}\s*[,|·-]?\s*$", re.IGNORECASE)
BY = re.compile(
    r"(?:written by|reported by|story by|text by|by|authors?|автор(?:ы)?|текст|корреспондент)\b\s*:?\s+", re.IGNORECASE
)
SEPARATOR = re.compile(r"\s*(?:[|·•,;]|/(?=\s)|\s[-–—](?=\s)|—)\s*")
LOOSE = " |·•/-–—"
PIPE = re.compile(r"[|·•]")
READING_TIME = re.compile(r"\d+\s*-?min(?:ute)?s?(?: read)?", re.IGNORECASE)
COUNTER = re.compile(
    r"\d[\d.,]*k?\s*(?:views?|comments?|shares?|просмотр\w*|комментари\w*)"
    r"|(?:views?|comments?|shares?|просмотр\w*|комментари\w*)\s*:?\s*\d[\d.,]*k?",
    re.IGNORECASE,
)
PARTICLES = ("de", "van", "von", "der", "den", "al", "el", "bin", "ibn", "la", "le", "di", "da", "dos", "and", "и", "&")
KNOWN = frozenset(name.casefold() for name in AGENCIES)
AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
CAPITALS = r"[A-ZÀ-ÞА-ЯЁӘІҢҒҮҰҚӨҺ][A-ZÀ-ÞА-ЯЁӘІҢҒҮҰҚӨҺ.’'-]{2,}"
CITY = r"[A-ZÀ-ÞА-ЯЁӘІҢҒҮҰҚӨҺ][\w’'-]+"
PLACE = rf"(?P<place>(?:{CITY})(?:[ /-]{CITY}){{0,2}})(?:, (?:{CITY}(?: {CITY})?|D\.C\.))?"
DAY = rf"(?P<day>\d{{1,2}} {MONTH}(?:,? (?:19|20)\d\d)?|{ENGLISH_MONTH} \d{{1,2}}(?:,? (?:19|20)\d\d)?)"
AGENCY_NAME = rf"(?i:{AGENCY})"
SOURCE = rf"(?P<source>{AGENCY_NAME})"
ANY_SOURCE = rf"(?P<source>{AGENCY_NAME}|[A-Z][A-Za-z.&' -]{{1,40}})"  # behind a place and a day anybody may stand
NAMED = r"[A-ZА-ЯЁ][\w-]+(?: [A-ZА-ЯЁ][\w-]+){0,2}"  # an outlet's name, in three words at most
DASH = r"\s*(?:[-–—]{1,2}|/)\s+"
DASHES, DIGITS = "-–—/", "0123456789"
SHORT_YEAR = re.compile(r"^(\d\d?\.\d\d?\.)(\d\d)$")
# Each with the marks of which one must stand in it; a pattern is compiled when a line that has one comes up.
DATELINES = (
    # БАКУ, 30 июн - Агентство Север. Полиция ...
    (DASHES, rf"(?P<place>{CAPITALS}), {DAY}\s?[-–—]\s(?P<source>{NAMED})\.\s(?=[\"«]?[A-ZА-ЯЁ])"),
    # MOSCOW, Oct 22 (Reuters) -
    (DASHES, rf"{PLACE}(?:/{CITY})?[.,] {DAY}[.,]?(?: \({ANY_SOURCE}\))?{DASH}(?!{AGENCY_NAME})"),
    ("(", rf"{PLACE} ?\({SOURCE}\){DASH}"),  # ASTANA (AP) -
    ("/", rf"{PLACE}[.,] (?:{DAY}[.,]? )?/{SOURCE}/[.:]?(?:{DASH}|\s+)"),  # MOSCOW, October 22. /TASS/.
    (".", rf"{PLACE}\. (?:{DAY}[.,]? )?{SOURCE}(?:{DASH}|\. )"),  # ASTANA. KAZINFORM -
    (DASHES, rf"{PLACE}, {DAY}\s?[-–—]\s{SOURCE}\.\s"),  # a place, a day - an agency.
    (DASHES, rf"{PLACE}\. {DAY}\. (?P<source>{CAPITALS}){DASH}"),  # Москва. 11 июля. ВЕСТНИК.РУ -
    ("(", rf"\({SOURCE}\)\s?[-–—]{{1,2}}\s"),  # (Reuters) -
    ("(", rf"{PLACE}[.,] {DAY} ?\([^()]{{3,40}}\)[.:]?\s+"),  # KAZAN, 24 October (own correspondent).
    # Baku/14.07.25/Turan:
    ("/", rf"{PLACE}/(?P<day>\d\d?\.\d\d?\.(?:20)?\d\d)/(?P<source>[^\W\d_][\w .-]{{1,30}}):\s+"),
    # ТЕГЕРАН, 2 июля. Президент
    (DIGITS, rf"(?P<place>{CAPITALS}(?:[ -]{CAPITALS})?)[.,] {DAY}\. (?=[\"“«]?[A-ZА-ЯЁ])"),
)
SHOUTED = r"(?:EXCLUSIVE|BREAKING|UPDATED?|ANALYSIS|OPINION|COMMENTARY|WATCH|VIDEO|FACTBOX|EXPLAINER|LIVE|СРОЧНО)\b"
BARE_DATELINE = (
    DASHES,
    rf"(?!{SHOUTED})(?P<place>{CAPITALS}(?: {CAPITALS}){{0,2}})(?:, {CITY})?\s?[–—-]{{1,2}}\s+(?=[\"'“‘«]?[A-ZА-ЯЁ])",
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline or dateline says; `published` is an ISO day."""

    author: str | None = None
    place: str | None = None
    published: str | None = None
    outlet: str | None = None

    def or_else(self, other: "Byline") -> "Byline":
        """This one, with the other's values where it has none."""
        return Byline(*(getattr(self, field.name) or getattr(other, field.name) for field in fields(self)))


def read_byline(line: str) -> Byline | None:
    """What a line says when the whole of it is a byline or a date, else None.

    Every part must be accounted for: a name after "By", a place, an outlet, a role, a date with its label and hour.
    """
    if len(line) > MAX_BYLINE or (line.endswith(".") and not full_date(line)):
        return None
    rest, published = _without_dates(line)
    rest = rest.lstrip(LOOSE)
    by = BY.match(rest)
    if published is None and by is None:
        return None
    parts = [part for piece in SEPARATOR.split(rest) if (part := piece.strip(LOOSE + "."))]
    said = [_named(parts.pop(0)[by.end() :])] if by and parts else []
    said += [_unnamed(part, after_by=by is not None, piped=PIPE.search(line) is not None) for part in parts]
    return _all(Byline(published=published), said)


def _all(found: Byline, said: Sequence[Byline | None]) -> Byline | None:
    """The parts as one; None when one of them is not understood or they say nothing."""
    for part in said:
        if part is None:
            return None
        found = found.or_else(part)
    return found if found != Byline() else None


def read_dateline(paragraph: str, year: str | None = None) -> tuple[int, Byline] | None:
    """The length of the dateline that opens a paragraph ("MOSCOW, Oct 22 (Reuters) - "), and what it says.

    A day without a year takes `year`, where there is one. Capitals and a dash alone ("ASTANA - ") are a place; that
    they are not an acronym is for the caller to see.
    """
    head = paragraph[:MAX_DATELINE]
    for marks, pattern in (*DATELINES, BARE_DATELINE):
        match = _compiled(pattern).match(head) if any(mark in head for mark in marks) else None
        if match is None or match.end() >= len(paragraph):
            continue
        groups = match.groupdict()
        place, day = groups.get("place"), groups.get("day")
        if place and place.casefold() in KNOWN:
            continue
        return match.end(), Byline(None, _titled(place), _day(day, year), groups.get("source"))
    return None


def without_datelines(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The paragraphs, the first ones without a dateline that names a day or an agency: it is nobody's words."""
    found = []
    for number, (start, end) in enumerate(spans):
        told = read_dateline(text[start:end]) if number < OPENING else None
        said = told is not None and (told[1].published is not None or told[1].outlet is not None)
        found.append((start + told[0], end) if told is not None and said else (start, end))
    return tuple(found)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _without_dates(line: str) -> tuple[str, str | None]:
    """The line with its dates, their labels, weekdays and hours cut out, and the day of publication among them."""
    published, updated, rest, start = None, None, "", 0
    while found := full_date(line, start):
        before, end = line[start : found[0]], found[1]
        if clock := CLOCK_AFTER.match(line, end):
            end = clock.end()
        before = CLOCK_BEFORE.sub("", WEEKDAY.sub("", before))
        label = LABEL.search(before)
        if label and UPDATED.search(label[0]):
            updated = updated or found[2]
        else:
            published = published or found[2]
        rest += (before[: label.start()] if label else before) + " | "
        start = end
    return rest + line[start:], published or updated


def _named(part: str) -> Byline | None:
    """What stands after "By": names, then perhaps "in" a place and "for" an outlet."""
    part, outlet = _split(part, " for ")
    part, place = _split(part, " in ", " в ")
    if part.casefold() in ROLES:
        return Byline(place=place, outlet=outlet)
    if _is_outlet(part):
        return Byline(place=place, outlet=outlet or part.removesuffix(" Staff"))
    if not _is_name(part, 2) or (place and not _is_name(place, 1)) or (outlet and not _is_outlet(outlet)):
        return None
    return Byline(author=_cased(part), place=_titled(place), outlet=outlet)


def _split(part: str, *words: str) -> tuple[str, str | None]:
    """What stands before and after the first of the words; the part itself without them."""
    word = next((word for word in words if word in part), None)
    if word is None:
        return part, None
    before, after = part.split(word, 1)
    return before, after


def _unnamed(part: str, *, after_by: bool, piped: bool) -> Byline | None:
    """What a part without "By" is: an outlet, a role, a reading time, a place, or, in "A Name | a date", an author."""
    part = part.removeprefix("in ")
    if part.casefold() in ROLES or READING_TIME.fullmatch(part) or COUNTER.fullmatch(part) or BY.fullmatch(part + " "):
        return Byline(author=None)
    if _is_outlet(part):
        return Byline(outlet=part)
    if not _is_name(part, 1):
        return None
    several = len(part.split()) >= 2 and not part.isupper()
    return Byline(author=part) if several and piped and not after_by else Byline(place=_titled(part))


def _is_outlet(part: str) -> bool:
    words = part.casefold().split()
    if part.casefold() in KNOWN or outlet_of(part):
        return True
    capital = part[:1].isupper() or part[:1].isdigit()
    return capital and len(words) <= 5 and (words[0] in KNOWN or any(word in OUTLET_WORDS for word in words))


def _is_name(part: str, least: int) -> bool:
    words = part.replace("(", " ").replace(")", " ").split()
    capital = [word for word in words if word[0].isupper()]
    others = [word for word in words if word not in capital and word.casefold() not in PARTICLES]
    return least <= len(capital) <= 8 and not others and not any(c.isdigit() or c in '!?":“”«»' for c in part)


def _titled(place: str | None) -> str | None:
    """A place in ordinary case: datelines shout."""
    return place.title() if place and place.isupper() and len(place) > 2 else place


def _cased(name: str) -> str:
    """A name in ordinary case, word by word, so that "and" stays."""
    return " ".join(word.title() if word.isupper() else word for word in name.split())


def _day(day: str | None, year: str | None) -> str | None:
    if day is None:
        return None
    day = SHORT_YEAR.sub(r"\g<1>20\2", day)
    found = full_date(day) or (full_date(f"{day} {year}") or full_date(f"{day}, {year}") if year else None)
    return found[2] if found else None
