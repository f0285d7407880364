"""Who belongs to what, and who is allied with whom."""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from multivector.world.datasets.base import Imported, as_float, pick, raw_table, refuse, with_states
from multivector.world.datasets.codes import by_code, states_of

__all__ = ["atop", "cow_igo"]

STATUS = {1: "full", 2: "associate", 3: "observer"}
DUTIES = ("defense", "offense", "neutral", "nonagg", "consul")


def cow_igo(path: Path) -> Imported:
    """COW IGO v3, wide (a column an organisation) or long, to igo(state, organisation, year, status)."""
    raw = raw_table(path)
    names = {name.casefold() for name in raw.column_names}
    table = _long(raw, path) if {"igo", "status"} <= names or {"organisation", "status"} <= names else _wide(raw, path)
    return with_states(table, "state")


def atop(path: Path) -> Imported:
    """ATOP dyad-years to alliances(a, b, year, defense, offense, neutral, nonagg, consul), each duty 0 or 1."""
    raw = raw_table(path)
    found = pick(
        raw,
        path,
        one=("mem1", "statea", "ccode1", "stateA", "iso3_1", "a"),
        two=("mem2", "stateb", "ccode2", "iso3_2", "b"),
        year=("year",),
        **{duty: (duty, f"atop_{duty}") for duty in DUTIES},
    )
    ends = [
        by_code(found[end], "cow") if _numeric(found[end].type) else states_of(found[end].cast(pa.string()))
        for end in ("one", "two")
    ]
    duties = {duty: as_float(found[duty]).cast(pa.int8()) for duty in DUTIES}
    for duty, values in duties.items():
        if not set(pc.unique(values).to_pylist()) <= {0, 1, None}:
            raise refuse(path, f"has {duty} other than 0 and 1", "give ATOP's dyad-year file")
    table = pa.table({"a": ends[0], "b": ends[1], "year": as_float(found["year"]).cast(pa.int64()), **duties})
    return with_states(table, "a", "b")


def _long(raw: pa.Table, path: Path) -> pa.Table:
    found = pick(
        raw,
        path,
        iso=("iso3", "state", ""),
        cow=("ccode", ""),
        organisation=("igo", "organisation"),
        year=("year",),
        status=("status",),
    )
    state = states_of(found["iso"].cast(pa.string())) if "iso" in found else by_code(found["cow"], "cow")
    status = found["status"].cast(pa.string())
    if not set(pc.unique(status).to_pylist()) & {"full", "member", "associate", "observer"}:
        raise refuse(path, "has no status full, associate or observer", "give COW IGO v3")
    return pa.table(
        {
            "state": state,
            "organisation": pc.utf8_upper(found["organisation"].cast(pa.string())),
            "year": as_float(found["year"]).cast(pa.int64()),
            "status": status,
        }
    )


def _wide(raw: pa.Table, path: Path) -> pa.Table:
    found = pick(raw, path, cow=("ccode",), year=("year",))
    states, years = by_code(found["cow"], "cow"), as_float(found["year"]).cast(pa.int64())
    parts = []
    for name in raw.column_names:
        if name.casefold() in ("ccode", "year", "state", "statenme", "stateabb") or not _numeric(raw[name].type):
            continue
        value = as_float(raw[name]).cast(pa.int64())
        if not set(pc.unique(value).to_pylist()) <= {-9, -1, 0, 1, 2, 3, None}:
            raise refuse(path, f"has values in {name} that are no membership", "give COW IGO v3, state by year")
        holds = pc.is_in(value, pa.array(list(STATUS)))
        status = pa.array([STATUS[one] for one in value.filter(holds).to_pylist()], pa.string())
        parts.append(
            pa.table(
                {
                    "state": states.filter(holds.combine_chunks()),
                    "organisation": pa.array([name.upper()] * len(status), pa.string()),
                    "year": years.filter(holds),
                    "status": status,
                }
            )
        )
    if not parts:
        raise refuse(path, "has no column of an organisation", "give COW IGO v3, state by year")
    return pa.concat_tables(parts)


def _numeric(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))
