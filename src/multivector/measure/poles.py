"""The parts of a state's multi-vector position: every measure of nearness that the given tables allow, for each pole.

Votes: percent identical, S and kappa of the General Assembly's session that opened in the year (session = year - 1945),
and the distance of ideal points. Ties: shared organisations, S and kappa of alliances. Trade: the pole's share.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from multivector.measure.dependence import books, share
from multivector.measure.figures import Measure, cannot_judge
from multivector.measure.ideal_points import point_distance
from multivector.measure.portfolios import alliance_similarity
from multivector.measure.position import Part, Profile, profile
from multivector.measure.tables import equal_to
from multivector.measure.ties import shared_organisations
from multivector.measure.voting import vote_similarity
from multivector.model import Figure

__all__ = ["FIRST_SESSION", "Tables", "position_in", "states_of_the_system"]

FIRST_SESSION = 1945  # session 1 opened in January 1946, session n in the autumn of 1945 + n
VOTING = ("pct_identical", "S_abs", "kappa_sq")
ALLIANCE = ("alliance_S_abs", "alliance_kappa")
NO_SYSTEM = Measure("alliance_S_abs", "needs the states of the system", "states of the system", 1)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that there are, in the shapes of `tables`; what is None is not measured."""

    votes: pa.Table | None = None
    points: pa.Table | None = None
    igo: pa.Table | None = None
    alliances: pa.Table | None = None
    trade: pa.Table | None = None
    ledger: pa.Table | None = None  # dated memberships, for years that `igo` does not reach


def position_in(state: str, poles: Sequence[str], year: int, tables: Tables, as_of: str | None = None) -> Profile:
    """The profile of the state toward the poles in a year."""
    parts = [
        Part(pole, figure)
        for pole in dict.fromkeys(poles)
        if pole != state
        for figure in _toward(state, pole, year, tables, as_of)
    ]
    return profile(state, str(year), parts)


def states_of_the_system(igo: pa.Table, year: int) -> tuple[str, ...]:
    """The states of the COW system in a year, or in the last year before it that the table has."""
    years = [one for one in set(igo["year"].to_pylist()) if one <= year]
    return tuple(sorted(set(equal_to(igo, year=max(years))["state"].to_pylist()))) if years else ()


def _toward(state: str, pole: str, year: int, tables: Tables, as_of: str | None) -> list[Figure]:
    found: list[Figure] = []
    if tables.votes is not None:
        figures = vote_similarity(tables.votes, state, pole, year - FIRST_SESSION, as_of)
        found += [figure for figure in figures if figure.name in VOTING]
    if tables.points is not None:
        found.append(point_distance(tables.points, state, pole, year, as_of))
    found += _together(state, pole, year, tables, as_of)
    if tables.alliances is not None:
        found += _allied(state, pole, year, tables, as_of)
    if tables.trade is not None:
        found.append(share(books(tables.trade, state, year, as_of=as_of), pole, "turnover"))
    return found


def _together(state: str, pole: str, year: int, tables: Tables, as_of: str | None) -> tuple[Figure, ...]:
    covered = tables.igo is not None and equal_to(tables.igo, year=year).num_rows > 0
    if covered or tables.ledger is None:
        return shared_organisations(tables.igo, state, pole, year, as_of=as_of)[1:] if tables.igo is not None else ()
    return shared_organisations(tables.ledger, state, pole, f"{year}-12-31", as_of=as_of)[1:]


def _allied(state: str, pole: str, year: int, tables: Tables, as_of: str | None) -> list[Figure]:
    system = states_of_the_system(tables.igo, year) if tables.igo is not None else ()
    missing = [code for code in (state, pole) if code not in system]
    if missing:
        why = f"{', '.join(missing)} not in the table of organisations, which lists the states of the system"
        return [cannot_judge(NO_SYSTEM, len(system), ("alliances", state, pole, str(year)), why)]
    figures = alliance_similarity(tables.alliances, (state, pole), system, year, as_of=as_of)
    return [figure for figure in figures if figure.name in ALLIANCE]
