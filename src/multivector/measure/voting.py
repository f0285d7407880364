"""How alike two states vote in the UN General Assembly, by session.

Formulas and papers: `similarity`. Only roll calls count in which both voted yes, abstained or voted no; to be absent is
not a vote (Haege 2011; Bailey, Strezhnev and Voeten 2017). A state that is counted twice on a roll call with different
votes has no vote there. Intervals: bootstrap over the roll calls that both voted on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from multivector.errors import InputError
from multivector.measure.as_of import as_known
from multivector.measure.figures import EXACT, Interval, Measure, measured
from multivector.measure.intervals import DRAWS, bounds, generator
from multivector.measure.similarity import NAMES, canonical, similarities, similarity
from multivector.measure.tables import equal_to, need, numbers, texts
from multivector.model import Figure

__all__ = ["MEASURES", "SessionVotes", "all_pairs", "sessions", "tally", "vote_similarity", "vote_totals"]

CHOICES = 3
MIN_VOTES = 10  # below ten shared votes one vote moves a share by more than a tenth
FORMULAS = (
    "shared votes that are the same / shared votes (Lijphart 1963)",
    "1 - mean distance, abstaining half way (Lijphart 1963)",
    "1 - 2 x mean distance (Signorino and Ritter 1999)",
    "1 - 2 x mean squared distance (Signorino and Ritter 1999)",
    "1 - squared distance / that expected from both margins (Cohen 1968)",
    "1 - squared distance / that expected from the mean margin (Scott 1955, weighted)",
    "1 - disagreement / that expected from both margins (Cohen 1960)",
    "1 - disagreement / that expected from the mean margin (Scott 1955)",
)
MEASURES = tuple(
    Measure(name, formula, "shared votes", MIN_VOTES) for name, formula in zip(NAMES, FORMULAS, strict=True)
)


@dataclass(frozen=True, slots=True)
class SessionVotes:
    """One session: the states in order, and each one's choice (0 absent, 1 yes, 2 abstain, 3 no) on each roll call."""

    session: int
    states: tuple[str, ...]
    choices: NDArray[np.int8]  # (roll calls, states)

    def tables(self) -> NDArray[np.float64]:
        """The pairs' tables (states, states, 3, 3) of who chose what together, by one matrix product."""
        chosen = [(self.choices == choice).astype(np.float32) for choice in range(1, CHOICES + 1)]
        wide = np.concatenate(chosen, axis=1)
        n = len(self.states)
        product = wide.T @ wide
        return np.asarray(product.reshape(CHOICES, n, CHOICES, n).transpose(1, 3, 0, 2), dtype=np.float64)


def sessions(votes: pa.Table, as_of: str | None = None) -> Iterator[SessionVotes]:
    """The votes by session, in order; raises InputError where a vote is none of 1, 2, 3."""
    need(votes, "session", "roll_call", "state", "vote", what="votes")
    votes = as_known(votes, as_of)
    session, roll, vote = (numbers(votes, name) for name in ("session", "roll_call", "vote"))
    if not np.isin(vote, (1, 2, 3)).all():
        raise InputError("votes: a vote is 1 (yes), 2 (abstain) or 3 (no); who was absent has no row")
    state, names = texts(votes, "state")
    order = np.argsort(session, kind="stable")
    edges = np.flatnonzero(np.diff(session[order])) + 1
    for rows in np.split(order, edges):
        if rows.size:
            yield _session(int(session[rows[0]]), roll[rows], state[rows], vote[rows].astype(np.int8), names)


def _session(
    session: int, roll: NDArray[np.float64], state: NDArray[np.int64], vote: NDArray[np.int8], names: list[str]
) -> SessionVotes:
    calls, place = np.unique(roll, return_inverse=True)
    here, column = np.unique(state, return_inverse=True)
    low = np.full((calls.size, here.size), CHOICES + 1, dtype=np.int8)
    high = np.zeros((calls.size, here.size), dtype=np.int8)
    np.minimum.at(low, (place, column), vote)
    np.maximum.at(high, (place, column), vote)
    return SessionVotes(session, tuple(names[i] for i in here), np.where(low == high, high, 0).astype(np.int8))


def all_pairs(votes: pa.Table, as_of: str | None = None) -> pa.Table:
    """All measures for all pairs a < b and sessions: a table(session, a, b, n, and one column a measure)."""
    found = []
    for given in sessions(votes, as_of):
        tables = given.tables()
        first, second = np.triu_indices(len(given.states), 1)
        pairs = tables[first, second]
        n = pairs.sum(axis=(1, 2))
        some = n > 0
        states = pa.array(given.states)
        columns = {
            "session": np.full(int(some.sum()), given.session),
            "a": states.take(pa.array(first[some])),
            "b": states.take(pa.array(second[some])),
            "n": n[some].astype(np.int64),
        }
        for name, values in similarities(pairs[some]).items():
            columns[name] = pa.array(values, from_pandas=True)  # NaN becomes missing
        found.append(pa.table(columns))
    return pa.concat_tables(found) if found else pa.table({name: [] for name in ("session", "a", "b", "n", *NAMES)})


def tally(votes: pa.Table, a: str, b: str, as_of: str | None = None) -> NDArray[np.float64]:
    """The pair's 3x3 table over all the votes given, rows a's and columns b's yes, abstain, no."""
    table = np.zeros((CHOICES, CHOICES))
    votes = votes.filter(pc.is_in(votes["state"], pa.array([a, b], votes.schema.field("state").type)))
    for given in sessions(votes, as_of):
        if {a, b} <= set(given.states):
            table += given.tables()[given.states.index(a), given.states.index(b)]
    return table


def vote_similarity(votes: pa.Table, a: str, b: str, session: int, as_of: str | None = None) -> tuple[Figure, ...]:
    """The eight measures for a pair in a session, each with bootstrap bounds, in the order of `MEASURES`."""
    table = tally(equal_to(votes, session=session), a, b, as_of)
    n = int(table.sum())
    inputs = [
        "UN General Assembly votes",
        *sorted((a, b)),
        f"session {session}",
        *([f"as of {as_of}"] if as_of else []),
    ]
    values = similarity(table)
    draws = _resampled(table, n) if n >= MIN_VOTES else {}
    return tuple(
        measured(measure, values[measure.name], n, inputs, draws.get(measure.name, EXACT)) for measure in MEASURES
    )


def _resampled(table: NDArray[np.float64], n: int) -> dict[str, Interval]:
    shares = canonical(table).ravel() / n
    tables = generator().multinomial(n, shares, DRAWS).reshape(DRAWS, CHOICES, CHOICES).astype(np.float64)
    return {name: bounds(draws, f"bootstrap over {n} shared votes") for name, draws in similarities(tables).items()}


def vote_totals(votes: pa.Table, roll_call: int, members: Sequence[str] = ()) -> dict[str, int]:
    """How many voted yes, abstained and voted no on a roll call; with the members given, how many were absent too."""
    rows = equal_to(votes, roll_call=roll_call)
    cast = numbers(rows, "vote")
    found = {name: int((cast == choice).sum()) for choice, name in enumerate(("yes", "abstain", "no"), start=1)}
    if members:
        found["absent"] = len(set(members) - set(rows["state"].to_pylist()))
    return found
