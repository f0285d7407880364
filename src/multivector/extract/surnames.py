"""Bare surnames: whom of the table "Aliyev" or "Xi" means on a day."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from multivector.world.declension import decline
from multivector.world.offices import foremost, is_figure_of, office_at, persons
from multivector.world.table import cell_list

__all__ = ["GO_BY_FIRST", "fold", "forms_of", "is_surname", "of_initials", "of_surname"]

RECENT = "2012"  # in a text without a date a bare surname means nobody who left office before
FAMILY_FIRST = ("CHN", "TWN", "PRK", "KOR", "VNM")
GO_BY_FIRST = (*FAMILY_FIRST, "ETH", "ERI")  # once named in full they are called by the first part: Xi, Abiy, Isaias
INITIALS = re.compile(r"((\w)\.\s?(?:\w\.)?)\s?(\w[\w-]+)")  # "С.В. Лавров", "S. Lavrov"
OFFICIAL_AGE = 4  # years after the last office in which a bare surname still means the person of the table


def of_surname(surname: str, day: str | None, *, titled: bool, entity: str) -> str | None:
    """The one person of the table whom a bare surname means on the day; of several the one in the highest office."""
    known = _latin_surnames() if surname.isascii() else _surnames()
    found = [c for c in known.get(surname, ()) if _in_office(c, day, titled=titled)]
    if day and (titled or entity == "PERSON"):
        found += [c for c in _family_first().get(surname, ()) if c not in found and office_at(c, day)]
    return found[0] if len(found) == 1 else foremost(found, day)


def of_initials(name: str, day: str | None) -> str | None:
    """The person of that surname in office on the day whose first name begins with the initial: "С.В. Лавров"."""
    match = INITIALS.fullmatch(name)
    if match is None:
        return None
    code = of_surname(fold(match[3]), day, titled=True, entity="PERSON")
    row = persons()[code] if code is not None else {}
    return code if match[2] in {str(row.get(key, ""))[:1] for key in ("name", "name_ru")} else None


def is_surname(word: str) -> bool:
    """True for the surname, in Latin letters, of a person of the table."""
    return fold(word) in _latin_surnames()


@cache
def _family_first() -> dict[str, list[str]]:
    """Folded family name -> persons of states in which it stands before the given name: Xi, Kim, Yoon."""
    found: dict[str, list[str]] = {}
    for code, row in persons().items():
        if row["state"] in FAMILY_FIRST:
            found.setdefault(fold(row["name"].split()[0]), []).append(code)
    return found


@cache
def _latin_surnames() -> dict[str, list[str]]:
    """Those that need no declension, which takes thirty times as long."""
    return _surnames_of(lambda name: bool(name) and name.rsplit(maxsplit=1)[-1].isascii())


@cache
def _surnames() -> dict[str, list[str]]:
    return _surnames_of(lambda name: True)


def _surnames_of(is_wanted: Callable[[str], bool]) -> dict[str, list[str]]:
    """Folded surname -> persons, under their names in Latin letters and such in Cyrillic as are wanted."""
    found: dict[str, list[str]] = {}
    for code, row in persons().items():
        names = (row["name"], *cell_list(row["aliases"]))
        for surname in {fold(name.split()[-1]) for name in names}:
            found.setdefault(surname, []).append(code)
        for name in filter(is_wanted, (row["name_ru"], *cell_list(row["aliases_ru"]))):
            for surname in forms_of(name):
                if code not in found.setdefault(surname, []):
                    found[surname].append(code)
    return found


def _in_office(code: str, day: str | None, *, titled: bool) -> bool:
    office = office_at(code, day)
    if is_figure_of(code, day):
        return True
    if office and (day or titled or office.end is None or office.end >= RECENT):
        return True
    return bool(day) and office_at(code, f"{int(str(day)[:4]) - OFFICIAL_AGE}{str(day)[4:]}") is not None


def forms_of(name: str) -> set[str]:
    """The surname of a Russian name in all its cases, folded; of any other name the surname."""
    if not name:
        return set()
    return {fold(form) for case in decline(name.rsplit(maxsplit=1)[-1].replace("ё", "е"), person=True) for form in case}


def fold(word: str) -> str:
    """The word in lower case without accents, "й" kept."""
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("й", "\0")).casefold().replace("\0", "й")
    return "".join(c for c in plain if not unicodedata.combining(c))
