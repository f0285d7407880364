"""UN General Assembly: roll-call votes, ideal points, and what was voted on."""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from multivector.world.datasets.base import Imported, as_float, pick, raw_table, refuse
from multivector.world.datasets.codes import by_code, states_of

__all__ = ["ideal_points", "roll_calls", "unga_votes"]

CAST = (1, 2, 3)  # yes, abstain, no; Voeten's 8 is absent and 9 not a member
FIRST = 1945  # session n opens in the autumn of 1945 + n and may vote on into the next


def unga_votes(path: Path) -> Imported:
    """Voeten's votes to votes(session, year, date, roll_call, state, vote); the year is that of the date."""
    raw = raw_table(path)
    found = pick(
        raw,
        path,
        roll_call=("resid", "rcid", "roll_call"),
        session=("session",),
        vote=("vote",),
        date=("date", ""),
        iso=("iso3", "iso3c", "country_code", ""),
        cow=("ccode", "cow", ""),
        said=("year_as_published", "year", ""),
    )
    vote = as_float(found["vote"]).cast(pa.int64(), safe=False)
    if not set(pc.unique(vote).to_pylist()) <= {*CAST, 8, 9, None}:
        raise refuse(path, "has votes other than 1, 2, 3, 8 and 9", "give Voeten's roll calls, a row a state and vote")
    warnings: list[str] = []
    state = _states(found, path)
    session = as_float(found["session"]).cast(pa.int64())
    year = _years(found, session, warnings)
    table = pa.table(
        {
            "session": session,
            "year": year,
            "date": _dates(found),
            "roll_call": as_float(found["roll_call"]).cast(pa.int64()),
            "state": state,
            "vote": vote,
        }
    )
    cast = table.filter(pc.is_in(table["vote"], pa.array(CAST)))
    kept = cast.filter(pc.is_valid(cast["state"]))
    if cast.num_rows > kept.num_rows:
        warnings.append(f"{cast.num_rows - kept.num_rows} votes of states without a code were left out")
    return Imported(_once(kept, warnings), warnings)


def ideal_points(path: Path) -> Imported:
    """Voeten's estimates to ideal_points(state, year, value, low, high): those over all votes, with their 90% bands."""
    raw = raw_table(path)
    found = pick(
        raw,
        path,
        iso=("iso3", "iso3c", ""),
        cow=("ccode", "cow", ""),
        year=("year", ""),
        session=("session", ""),
        value=("idealpointall", "idealpoint", "value"),
        low=("q5all", "q5%all", "q5%", "low", ""),
        high=("q95all", "q95%all", "q95%", "high", ""),
        final=("idealpointfp", ""),
        final_low=("q5fp", "q5%fp", ""),
        final_high=("q95fp", "q95%fp", ""),
    )
    if "year" not in found and "session" not in found:
        raise refuse(path, "has neither year nor session", "give Voeten's IdealpointestimatesAll")
    year = found["year"] if "year" in found else pc.add(as_float(found["session"]), FIRST)
    columns = {"state": _states(found, path), "year": as_float(year).cast(pa.int64())}
    columns |= {name: as_float(found[name]) for name in found if name not in ("iso", "cow", "year", "session")}
    table = pa.table(columns)
    table = table.filter(pc.and_(pc.is_valid(table["state"]), pc.is_valid(table["value"])))
    if table.num_rows and pc.max(pc.abs(table["value"])).as_py() > 10:
        raise refuse(path, "has ideal points beyond 10", "give Voeten's estimates, which lie within -4 and 4")
    return Imported(table)


def roll_calls(path: Path) -> Imported:
    """What was voted on: roll_calls(roll_call, session, date, resolution, title)."""
    found = pick(
        raw_table(path),
        path,
        roll_call=("rcid", "resid", "roll_call"),
        session=("session", ""),
        date=("date", ""),
        resolution=("unres", "resolution", ""),
        title=("short", "title", "descr"),
        issue=("issue", ""),
    )
    return Imported(pa.table(found))


def _states(found: dict[str, pa.ChunkedArray], path: Path) -> pa.Array:
    if "iso" in found:
        return states_of(found["iso"].cast(pa.string()))
    if "cow" in found:
        return by_code(found["cow"], "cow")
    raise refuse(path, "has no column of states (iso3 or ccode)", "check that it is the file named")


def _dates(found: dict[str, pa.ChunkedArray]) -> pa.Array | pa.ChunkedArray:
    if "date" not in found:
        return pa.nulls(len(found["session"]), pa.date32())
    date = found["date"]
    if pa.types.is_string(date.type) or pa.types.is_large_string(date.type):
        date = pc.utf8_slice_codeunits(date, 0, 10)
    return date.cast(pa.date32())


def _years(found: dict[str, pa.ChunkedArray], session: pa.ChunkedArray, warnings: list[str]) -> pa.ChunkedArray:
    opened = pc.add(session, FIRST)
    year = (
        pc.year(_dates(found))
        if "date" in found
        else as_float(found["said"]).cast(pa.int64())
        if "said" in found
        else opened
    )
    year = pc.if_else(pc.is_valid(year), year, opened)
    if "said" in found:
        said = as_float(found["said"]).cast(pa.int64())
        wrong = pc.and_(pc.not_equal(said, year), pc.or_(pc.less(said, opened), pc.greater(said, pc.add(opened, 1))))
        count = pc.sum(wrong).as_py() or 0
        if count:
            named = sorted(set(session.filter(wrong).to_pylist()))
            warnings.append(f"{count} votes of sessions {named} bear a year that their date is not in; mended")
    return year


def _once(table: pa.Table, warnings: list[str]) -> pa.Table:
    keys = ["session", "roll_call", "state", "vote"]
    whole = table.group_by(keys, use_threads=False).aggregate([("year", "min"), ("date", "min")])
    if whole.num_rows < table.num_rows:
        warnings.append(f"{table.num_rows - whole.num_rows} votes stood twice and are counted once")
    whole = whole.rename_columns([*keys, "year", "date"])
    return whole.select(["session", "year", "date", "roll_call", "state", "vote"]).sort_by(
        [("session", "ascending"), ("roll_call", "ascending"), ("state", "ascending")]
    )
