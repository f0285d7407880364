"""The head of a page above its headline: whose page it is, its address, its section, and a date in numbers alone."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from multivector.text.days import MONTH, iso_date, numeric_date, without_clock
from multivector.text.phrases import OUTLET_WORDS, SECTIONS
from multivector.world.outlets import outlet_of

__all__ = ["day_in_numbers", "is_address", "is_hour", "is_section", "read_masthead"]

MAX_WORDS = 5  # of an outlet's name
MONTH_FIRST = frozenset({"USA", "CAN", "PHL"})  # countries whose papers put the month before the day in numbers
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
HOUR = re.compile(
    rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}),?(?: (?:at|в))? \d{{1,2}}[:.]\d\d"
    r"(?: ?[ap]\.?m\.?)?(?: ?[A-ZМСК]{2,4})?",
    re.IGNORECASE,
)
DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)?\.(?:[a-z]{2,3}|info|news|media|ру|рф)(?:\.[a-z]{2})?", re.IGNORECASE)
OFFICE = re.compile(
    r"(?:the )?(?:embassy|consulate general|permanent mission|government|office of the (?:president|prime minister)"
    r"|press service) of .{3,80}|(?:the )?ministry of .{3,90}|[\w ]{3,40} (?:foreign ministry|ministry)"
    r"|(?:министерство|посольство|правительство|администрация|пресс-служба) .{3,90}|мид [\w ]{2,40}",
    re.IGNORECASE,
)
SMALL = frozenset(("of", "the", "and", "for", "to", "in", "на", "в", "и", "по"))


def read_masthead(line: str) -> tuple[str | None, bool]:
    """The outlet that a line at a page's head names, and whether the whole line is only that.

    A known outlet, a web address, a name that is one ("Turan News Agency", "Caliber.Az"), or an office of a state; a
    headline or a sentence is none.
    """
    if is_address(line):
        host = urlsplit(line if "//" in line else f"//{line}").hostname or ""
        known = outlet_of(host)
        return known.name if known else host.removeprefix("www.") or None, True
    bare = re.sub(r"\s*\([^()]{2,30}\)$", "", line.strip(" |•*"))
    words = bare.split()
    if not words or bare[-1] in ".!?,;:" or any(char in '"“«»' for char in bare):
        return None, False
    return (bare, True) if _is_outlet(bare, words) or _is_office(bare, words) else (None, False)


def _is_outlet(bare: str, words: Sequence[str]) -> bool:
    """Whether a name is a known outlet's, a web address without its path, or says itself that it is an outlet's."""
    if outlet_of(bare) or (DOMAIN.fullmatch(bare) and not bare[0].isdigit()):
        return True
    return len(words) <= MAX_WORDS and _is_name_of_outlet(words)


def _is_office(bare: str, words: Sequence[str]) -> bool:
    return OFFICE.fullmatch(bare) is not None and _is_capital(words)


def _is_name_of_outlet(words: Sequence[str]) -> bool:
    """Whether all words are capitalised or say what an outlet is, and the last one says so: "Nordic Monitor Weekly"."""
    known = [word.casefold() in OUTLET_WORDS for word in words]
    return (
        len(words) > 1 and known[-1] and all(own or word[0].isupper() for own, word in zip(known, words, strict=True))
    )


def _is_capital(words: Sequence[str]) -> bool:
    """Whether an office is written as a name: in Russian its first word alone is a capital."""
    latin = words[0][0] < "\u0400"
    return words[0][0].isupper() and (not latin or all(word[0].isupper() or word.casefold() in SMALL for word in words))


def is_address(line: str) -> bool:
    """Whether a line is nothing but a web address."""
    return ADDRESS.fullmatch(line) is not None


def is_hour(line: str) -> bool:
    """Whether a line is nothing but a day without a year and an hour: "29 ИЮН, 16:20", "June 29 at 4:20 pm"."""
    return HOUR.fullmatch(line) is not None


def is_section(line: str) -> bool:
    """Whether a line at a page's head only says what sort of text follows: "OPINION", "News | Conflict", "3 min"."""
    parts = [part.strip(" :•*").casefold() for part in re.split(r"[|/›»>·]", line)]
    return bool(line) and len(line) <= 60 and all(part in SECTIONS for part in parts)


def day_in_numbers(line: str, outlet: str | None, language: str | None) -> str | None:
    """The ISO day of "09/10/2025", whose order the outlet's country or a Cyrillic text tells; None where nothing does.

    The whole line must be the date, with its label and hour.
    """
    found = numeric_date(without_clock(line))
    if found is None:
        return None
    first, second, year = found
    known = outlet_of(outlet)
    if language == "ru" or (known and known.country and known.country not in MONTH_FIRST):
        return iso_date(year, second, first)
    return iso_date(year, first, second) if known and known.country else None
