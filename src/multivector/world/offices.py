"""Who held which office when."""

from collections.abc import Iterable
from functools import cache

from multivector.model import Office
from multivector.world.table import rows

__all__ = ["LEADING", "figure_sectors", "foremost", "holder_at", "is_figure_of", "office_at", "offices_of", "persons"]

FIGURES = "figures"  # opposition and rebel leaders and the like
TABLES = ("offices_a", "offices_b", "offices_c")

# Offices whose holder speaks and acts for the state, highest first.
LEADING = (
    "head_of_state", "head_of_government", "foreign_minister", "head_of_organisation", "spokesperson_head",
    "spokesperson_mfa", "defence_minister", "security_council_secretary", "deputy_foreign_minister",
)  # fmt: skip


@cache
def _terms() -> tuple[Office, ...]:
    return tuple(
        Office(r["person"], r["state"], r["office"], r["title"], r["start"] or None, r["end"] or None, r["source"])
        for table in TABLES
        for r in rows(table)
    )


@cache
def _by_person() -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = {}
    for term in _terms():
        found.setdefault(term.person, []).append(term)
    return {person: tuple(sorted(terms, key=_start)) for person, terms in found.items()}


@cache
def _by_office() -> dict[tuple[str, str], tuple[Office, ...]]:
    found: dict[tuple[str, str], list[Office]] = {}
    for term in _terms():
        found.setdefault((term.state, term.office), []).append(term)
    return {key: tuple(sorted(terms, key=_start)) for key, terms in found.items()}


def _start(term: Office) -> str:
    return term.start or ""


@cache
def persons() -> dict[str, dict[str, str]]:
    """Person code -> the first row of the table that names the person (name, aliases, name_ru, ...): holders of offices
    and figures without one."""
    found: dict[str, dict[str, str]] = {}
    for table in (*TABLES, FIGURES):
        for row in rows(table):
            found.setdefault(row["person"], row)
    return found


@cache
def figure_sectors() -> dict[str, str]:
    """Code -> PLOVER sector of persons who are known without an office: OPP, REB, PTY, ..."""
    return {row["person"]: row["sector"] for row in rows(FIGURES)}


def is_figure_of(person: str, day: str | None) -> bool:
    """True for a known figure in the years of their part in events; without a day at any time."""
    row = persons().get(person, {}) if person in figure_sectors() else {}
    if not row or not day:
        return bool(row)
    return row["start"] <= day[:4] and (not row["end"] or day[:4] <= row["end"])


def offices_of(person: str) -> tuple[Office, ...]:
    """All terms of a person, by start."""
    return _by_person().get(person, ())


def covers(term: Office, day: str) -> bool:
    """True if the term holds on the day; a start or end given by year or month covers all of it."""
    after = term.start is None or day[: len(term.start)] >= term.start
    before = term.end is None or day[: len(term.end)] <= term.end
    return after and before


def office_at(person: str, day: str | None) -> Office | None:
    """The person's office on that ISO day, the leading one where there are several; without a day, the last one."""
    terms = offices_of(person)
    held = [t for t in terms if covers(t, day)] if day else list(terms[-1:])
    return min(held, key=_rank, default=None)


def _rank(term: Office) -> int:
    return LEADING.index(term.office) if term.office in LEADING else len(LEADING)


def foremost(people: Iterable[str], day: str | None) -> str | None:
    """Of these persons the one who alone holds the highest office on the day, if that is a leading one; else None."""
    ranked = sorted((_rank(term), code) for code in people if day and (term := office_at(code, day)))
    if not ranked or ranked[0][0] >= len(LEADING):
        return None
    alone = len(ranked) == 1 or ranked[0][0] < ranked[1][0]
    return ranked[0][1] if alone else None


def holder_at(state: str, office: str, day: str | None) -> Office | None:
    """Who held that office of the state on that day; the one that began last where terms overlap."""
    terms = _by_office().get((state, office), ())
    held = [t for t in terms if covers(t, day)] if day else list(terms[-1:])
    return held[-1] if held else None
