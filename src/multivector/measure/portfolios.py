"""How alike two states' alliances are: S, kappa and pi over their ties to every state of the system.

A tie is valued after Chiba, Johnson and Leeds 2015: 3 defence or offence, 2 neutrality or consultation, 1
non-aggression, 0 none; a state's tie to itself is 3. `binary` counts any tie as 1. Formulas: `similarity`; kappa and
pi are weighted by squared distance (Haege 2011). Every state of the system is in, those without any alliance too:
leaving them out makes any two states look less alike (Signorino and Ritter 1999).
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from multivector.errors import InputError
from multivector.measure.as_of import as_known
from multivector.measure.figures import EXACT, Measure, cannot_judge, measured
from multivector.measure.similarity import similarity
from multivector.measure.tables import equal_to, need, numbers
from multivector.model import Figure

__all__ = ["MEASURES", "TIE", "alliance_similarity", "direct_tie", "portfolio_table", "ties_of"]

SELF = 3.0
MIN_STATES = 10
DUTIES = (("defense", 3.0), ("offense", 3.0), ("neutral", 2.0), ("consul", 2.0), ("nonagg", 1.0))
TIE = Measure("alliance_tie", "3 defence or offence, 2 neutrality or consultation, 1 non-aggression, 0 none", "pairs")
MEASURES = tuple(
    (key, Measure(f"alliance_{name}", formula, "states of the system", MIN_STATES))
    for key, name, formula in (
        ("S_abs", "S_abs", "1 - 2 x mean distance of ties (Signorino and Ritter 1999)"),
        ("S_sq", "S_sq", "1 - 2 x mean squared distance of ties (Signorino and Ritter 1999)"),
        ("kappa_sq", "kappa", "1 - squared distance / that expected from both margins (Cohen 1968; Haege 2011)"),
        ("pi_sq", "pi", "1 - squared distance / that expected from the mean margin (Scott 1955; Haege 2011)"),
    )
)


def ties_of(alliances: pa.Table, state: str, system: Sequence[str], year: int) -> NDArray[np.float64]:
    """The state's valued tie to each state of the system in a year; raises InputError where the state is not of it."""
    if state not in system:
        raise InputError(f"{state} is not a state of the system in {year}")
    need(alliances, "a", "b", "year", *(name for name, _ in DUTIES), what="alliances")
    rows = equal_to(alliances, year=year)
    place = {code: index for index, code in enumerate(system)}
    found = np.zeros(len(system))
    for mine, theirs in (("a", "b"), ("b", "a")):
        part = equal_to(rows, **{mine: state})
        for other, value in zip(part[theirs].to_pylist(), _valued(part), strict=True):
            if other in place:
                found[place[other]] = max(found[place[other]], value)
    found[place[state]] = SELF
    return found


def _valued(rows: pa.Table) -> NDArray[np.float64]:
    found = np.zeros(rows.num_rows)
    for name, value in DUTIES:
        found = np.maximum(found, np.where(numbers(rows, name) > 0, value, 0))
    return found


def portfolio_table(
    alliances: pa.Table, pair: tuple[str, str], system: Sequence[str], year: int, binary: bool = False
) -> NDArray[np.float64]:
    """The pair's table: how many states have tie i with the first and tie j with the second."""
    first, second = (ties_of(alliances, state, system, year).astype(np.int64) for state in pair)
    if binary:
        first, second = np.minimum(first, 1), np.minimum(second, 1)
    size = 2 if binary else int(SELF) + 1
    table = np.zeros((size, size))
    np.add.at(table, (first, second), 1)
    return table


def direct_tie(alliances: pa.Table, a: str, b: str, year: int, as_of: str | None = None) -> Figure:
    """The valued tie between two states in a year."""
    tie = ties_of(as_known(alliances, as_of), a, (a, b), year)[1]
    return measured(TIE, float(tie), 1, ("alliances", *sorted((a, b)), str(year)))


def alliance_similarity(
    alliances: pa.Table,
    pair: tuple[str, str],
    system: Sequence[str],
    year: int,
    binary: bool = False,
    *,
    as_of: str | None = None,
) -> tuple[Figure, ...]:
    """S_abs, S_sq, kappa and pi of two states' alliance portfolios in a year, over the states of the system."""
    inputs = ("alliances", *sorted(pair), str(year), "any tie" if binary else "valued ties")
    known = as_known(alliances, as_of)
    if not equal_to(known, year=year).num_rows:
        return tuple(cannot_judge(measure, 0, inputs, f"the table has nothing for {year}") for _, measure in MEASURES)
    table = portfolio_table(known, pair, system, year, binary)
    values = similarity(table)
    return tuple(measured(measure, values[key], len(system), inputs, EXACT) for key, measure in MEASURES)
