"""All actors that are known before reading."""

from functools import cache

from multivector.model import Actor
from multivector.world.offices import persons
from multivector.world.table import cell_list, rows

__all__ = ["actor", "actors", "display_names", "group_members", "is_state"]


@cache
def actors() -> dict[str, Actor]:
    """Code -> actor: states, organisations, national bodies, groups of states and office holders."""
    found = [*_states(), *_organisations(), *_bodies(), *_groups(), *_persons()]
    return {a.code: a for a in found}


def actor(code: str) -> Actor | None:
    """The known actor of that code, or None."""
    return actors().get(code)


def is_state(code: str) -> bool:
    """True for the code of a known state."""
    known = actor(code)
    return known is not None and known.kind == "state"


@cache
def display_names() -> dict[str, str]:
    """Code -> the English name to show, for all known actors."""
    return {code: known.name for code, known in actors().items()}


@cache
def group_members(code: str) -> tuple[str, ...]:
    """The states of a group such as WEST; empty for any other code."""
    return next((cell_list(r["members"]) for r in rows("groups") if r["code"] == code), ())


def _states() -> list[Actor]:
    return [
        Actor(r["code"], "state", r["name"], (r["name"], *cell_list(r["aliases"]), r["name_ru"]), r["code"])
        for r in rows("states")
    ]


def _organisations() -> list[Actor]:
    return [
        Actor(r["code"], "organisation", r["name"], (r["name"], *cell_list(r["aliases"]), r["name_ru"]), None, "IGO")
        for r in rows("organisations")
    ]


def _bodies() -> list[Actor]:
    return [
        Actor(
            r["code"],
            "body",
            r["name"],
            (r["name"], *cell_list(r["aliases"]), r["name_ru"]),
            r["state"] or None,
            r["sector"],
        )
        for r in rows("bodies")
    ]


def _groups() -> list[Actor]:
    return [Actor(r["code"], "group", r["name"], (r["name"], r["name_ru"])) for r in rows("groups")]


def _persons() -> list[Actor]:
    return [
        Actor(code, "person", r["name"], (r["name"], *cell_list(r["aliases"]), r["name_ru"]), r["state"] or None)
        for code, r in persons().items()
    ]
