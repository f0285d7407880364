"""Outlets that are known: kind, country, owner, and a sourced start for how reliable they are."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from multivector.world.table import cell_list, rows

__all__ = ["KINDS", "Outlet", "names_of", "outlet_of", "outlets", "owner_of"]

SERVICE = re.compile(r"['’]s (?:[a-z ]{3,30} )?(?:service|bureau|edition)$|['’]s$")  # RFE/RL's Kazakh Service
SHORTEST = 4  # letters of a name that is met without its spaces and marks
KINDS = ("agency", "state media", "official", "independent", "expert", "unknown")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet. `reliability` is a letter A-F of the Admiralty scale, None where the table does not say.

    The letters are a start for an analyst, not a verdict: B where the outlet's reporting is generally taken as
    reliable, C where it is so but for its own state's affairs, D and E where it is widely documented to mislead.
    """

    name: str
    kind: str
    country: str | None
    owner: str | None
    reliability: str | None
    source: str


@cache
def outlets() -> dict[str, Outlet]:
    """Every known name, alias and web domain, case folded, with its outlet."""
    found: dict[str, Outlet] = {}
    for row in rows("outlets"):
        made = Outlet(
            row["name"], row["kind"], row["country"] or None, row["owner"] or None, row["reliability"] or None,
            row["source"],
        )  # fmt: skip
        for name in (row["name"], *cell_list(row["aliases"]), *cell_list(row["domains"])):
            found[name.casefold()] = made
    return {_letters(name): made for name, made in found.items()} | found


def _letters(name: str) -> str:
    """A name by its letters and digits alone: pages write "RadioFreeEurope/RadioLiberty"."""
    return "".join(char for char in name.casefold() if char.isalnum())


def outlet_of(name: str | None) -> Outlet | None:
    """The known outlet of that name or web domain (a subdomain counts as its domain), None where none is."""
    key = (name or "").strip().casefold().removeprefix("www.")
    known = outlets()
    key = SERVICE.sub("", key)
    if len(key) > SHORTEST and (found := known.get(_letters(key))):
        return found
    while key:
        if key in known:
            return known[key]
        _, dot, rest = key.partition(".")
        key = rest if dot and "." in rest and " " not in key else ""
    return None


@lru_cache(maxsize=10_000)  # asked for every pair of texts that may be one
def names_of(name: str | None) -> tuple[str, ...]:
    """All names of the outlet of that name, case folded; its own alone where it is not known, none for none."""
    found = outlet_of(name)
    if found is None:
        return (name,) if name else ()
    return tuple(sorted(key for key, outlet in outlets().items() if outlet == found and "." not in key))


def owner_of(name: str | None) -> str | None:
    """Who stands behind an outlet: the owner where it is known, else the outlet itself."""
    found = outlet_of(name)
    return (found.owner or found.name) if found else name
