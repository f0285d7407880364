"""Organisations that two states share.

shared_organisations   |A and B|, the organisations of which both are members (Pevehouse, Nordstrom et al. 2020)
organisation_overlap   |A and B| / |A or B| (Jaccard 1901)

By year from a table igo(state, organisation, year, status), or on a day from a ledger (state, organisation, date,
status) in which each row holds until the pair's next one.
"""

import pyarrow as pa

from multivector.measure.as_of import as_known, day_of
from multivector.measure.figures import EXACT, Measure, cannot_judge, measured
from multivector.measure.tables import equal_to, need, one_of
from multivector.model import Figure

__all__ = ["FULL", "OVERLAP", "SHARED", "organisations", "organisations_on", "shared_organisations"]

FULL = ("full", "member")  # the words of the COW file and of our own ledger
SHARED = Measure("shared_organisations", "organisations of which both are members", "organisations of either", 0)
OVERLAP = Measure("organisation_overlap", "shared / of either (Jaccard 1901)", "organisations of either", 5)


def organisations(igo: pa.Table, state: str, year: int, statuses: tuple[str, ...] = FULL) -> frozenset[str]:
    """The organisations in which a state has one of the statuses in a year."""
    need(igo, "state", "organisation", "year", "status", what="igo")
    rows = one_of(equal_to(igo, state=state, year=year), "status", statuses)
    return frozenset(rows["organisation"].to_pylist())


def organisations_on(ledger: pa.Table, state: str, day: str, statuses: tuple[str, ...] = FULL) -> frozenset[str]:
    """The organisations in which a state has one of the statuses on a day, by a ledger of dated changes.

    A change dated to a month or a year ("2010-07") holds from its first day.
    """
    need(ledger, "state", "organisation", "date", "status", what="the ledger of memberships")
    now: dict[str, str] = {}
    rows = equal_to(ledger, state=state).to_pylist()
    for row in sorted(rows, key=lambda row: (str(row["date"]), row["status"])):
        if row["date"] is not None and day_of(str(row["date"])) <= day_of(day):
            now[row["organisation"]] = row["status"]
    return frozenset(name for name, status in now.items() if status in statuses)


def shared_organisations(
    table: pa.Table,
    a: str,
    b: str,
    when: int | str,
    statuses: tuple[str, ...] = FULL,
    *,
    as_of: str | None = None,
) -> tuple[Figure, Figure]:
    """The number shared and the overlap, in a year (int, from igo) or on a day (ISO, from a ledger)."""
    known = as_known(table, as_of)
    covered = _covers(known, when)
    ours, theirs = (_find(known, state, when, statuses) for state in (a, b))
    inputs = ("memberships", *sorted((a, b)), str(when), "/".join(statuses), *((f"as of {as_of}",) if as_of else ()))
    either, both = ours | theirs, ours & theirs
    if not covered:
        why = f"the table has nothing for {when}"
        return cannot_judge(SHARED, 0, inputs, why), cannot_judge(OVERLAP, 0, inputs, why)
    overlap = len(both) / len(either) if either else None
    records = tuple(sorted(both))
    return (
        measured(SHARED, len(both), len(either), inputs, EXACT, records=records),
        measured(OVERLAP, overlap, len(either), inputs, EXACT, records=records),
    )


def _find(table: pa.Table, state: str, when: int | str, statuses: tuple[str, ...]) -> frozenset[str]:
    if isinstance(when, int):
        return organisations(table, state, when, statuses)
    return organisations_on(table, state, when, statuses)


def _covers(table: pa.Table, when: int | str) -> bool:
    if not isinstance(when, int):
        return bool(table.num_rows)
    need(table, "year", what="igo")
    return bool(equal_to(table, year=when).num_rows)
