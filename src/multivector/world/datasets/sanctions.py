"""Sanction cases, to sanction_cases(case, sender, target, first_year, last_year, kinds)."""

from pathlib import Path

import pyarrow as pa

from multivector.world.datasets.base import Imported, as_float, pick, raw_table, refuse, with_states
from multivector.world.datasets.codes import by_code, by_name

__all__ = ["gsdb", "ties"]

KINDS = ("trade", "arms", "military", "financial", "travel", "other")


def gsdb(path: Path) -> Imported:
    """The Global Sanctions Data Base: cases with first and last year, or dyad-years; kinds are its own columns."""
    raw = raw_table(path)
    found = pick(
        raw,
        path,
        case=("case_id", "case", "caseid"),
        sender=("sanctioning_state", "sanctioning_state_iso3", "sender"),
        target=("sanctioned_state", "sanctioned_state_iso3", "target"),
        first=("begin", "beginning", "year"),
        last=("end", "ending", "year"),
        **{kind: (kind, "") for kind in KINDS},
    )
    given = [kind for kind in KINDS if kind in found]
    if not given:
        raise refuse(
            path, "has none of the columns trade, arms, military, financial, travel, other", "give GSDB's table"
        )
    flags = [as_float(found[kind]).to_pylist() for kind in given]
    kinds = ["|".join(kind for kind, flag in zip(given, row, strict=True) if flag) for row in zip(*flags, strict=True)]
    return _cases(found, by_name(found["sender"].cast(pa.string())), by_name(found["target"].cast(pa.string())), kinds)


def ties(path: Path) -> Imported:
    """Threat and Imposition of Sanctions 4.0: senders and target by COW code; kinds are its sanction types."""
    found = pick(
        raw_table(path),
        path,
        case=("caseid",),
        sender=("primarysender", "sender1"),
        target=("targetstate",),
        first=("startyear",),
        last=("endyear", "startyear"),
        kind=("sanctiontype", "sanctiontypethreat", ""),
    )
    kinds = [str(value or "") for value in found["kind"].to_pylist()] if "kind" in found else [""] * len(found["case"])
    return _cases(found, by_code(found["sender"], "cow"), by_code(found["target"], "cow"), kinds)


def _cases(found: dict[str, pa.ChunkedArray], sender: pa.Array, target: pa.Array, kinds: list[str]) -> Imported:
    table = pa.table(
        {
            "case": found["case"].cast(pa.string()),
            "sender": sender,
            "target": target,
            "first_year": as_float(found["first"]).cast(pa.int64()),
            "last_year": as_float(found["last"]).cast(pa.int64()),
            "kinds": pa.array(kinds, pa.string()),
        }
    )
    return with_states(table, "sender", "target", what="rows whose sender or target is no state")
