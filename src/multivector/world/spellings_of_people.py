"""Known persons under spellings that the tables do not list: "Omar El Bashir", "Juvenal Habyariman"."""

import unicodedata
from collections.abc import Sequence
from functools import cache

from multivector.world.offices import persons
from multivector.world.spelling import Spellings, is_near
from multivector.world.table import cell_list

__all__ = ["spelt_as"]

ARTICLES = ("al-", "el-", "ad-", "as-", "an-", "ar-", "ash-")
DESCENT = frozenset(("bin", "ibn", "bint", "ben"))
LONG_ENOUGH = 5  # letters of a given name that may hold a slip


def spelt_as(words: Sequence[str]) -> str | None:
    """The only person of the tables with such a first and last name, in lower case and without accents.

    Articles and middle names do not count, and one of the two words may hold a slip. None where nobody or several fit,
    and for names of descent ("Hamad bin Khalifa"), which many share.
    """
    if not DESCENT.isdisjoint(words):
        return None
    table, given, surname = _by_surname(), words[0], _plain(words[-1].split()[-1])
    same = {code for first, code in table.get(surname, ()) if first == given}
    if same:
        return same.pop() if len(same) == 1 else None
    near = {code for first, code in table.get(surname, ()) if len(given) >= LONG_ENOUGH and is_near(first, given)}
    near |= {code for other in _spellings().near(surname) for first, code in table[other] if first == given}
    return near.pop() if len(near) == 1 else None


@cache
def _by_surname() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for code, row in persons().items():
        for name in (row["name"], *cell_list(row["aliases"])):
            words = _folded(name).split()
            if len(words) > 1:
                found.setdefault(_plain(words[-1]), []).append((words[0], code))
    return found


@cache
def _spellings() -> Spellings:
    return Spellings(_by_surname())


def _plain(surname: str) -> str:
    """A surname without its Arabic article: "bashir" for "al-bashir"."""
    return next((surname.removeprefix(a) for a in ARTICLES if surname.startswith(a)), surname)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))
