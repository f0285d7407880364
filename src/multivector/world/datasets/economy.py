"""GDP, and the index of geopolitical risk."""

import re
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from multivector.world.datasets.base import Imported, as_float, pick, raw_table, refuse
from multivector.world.datasets.codes import is_state, states_of

__all__ = ["gpr", "worldbank_gdp"]

MOST_GDP = 1e15


def worldbank_gdp(path: Path) -> Imported:
    """World Bank GDP, long or with a column a year, to gdp(state, year, usd); groups of countries are left out."""
    raw = raw_table(path)
    years = [name for name in raw.column_names if re.fullmatch(r"\d{4}( \[YR\d{4}\])?", name)]
    table = _wide(raw, path, years) if years else _long(raw, path)
    table = table.filter(pc.is_valid(table["usd"]))
    if table.num_rows and not 0 < pc.max(table["usd"]).as_py() < MOST_GDP:
        raise refuse(path, "has a GDP beyond any state's", "give GDP in current US dollars (NY.GDP.MKTP.CD)")
    codes = set(table["state"].to_pylist())
    groups = sorted(code for code in codes if not is_state(code))
    kept = table.filter(pc.is_valid(states_of(table["state"])))
    return Imported(
        kept, [f"{len(groups)} groups of countries were left out ({', '.join(groups[:5])}...)"] if groups else []
    )


def gpr(path: Path) -> Imported:
    """Caldara and Iacoviello's monthly index to gpr(month, series, state, value); state is empty for world series."""
    raw = raw_table(path)
    names = {name.casefold() for name in raw.column_names}
    if {"series", "value"} <= names:
        found = pick(raw, path, month=("month", "date"), series=("series",), value=("value",))
        table = pa.table(
            {
                "month": _months(found["month"]),
                "series": found["series"].cast(pa.string()),
                "value": as_float(found["value"]),
            }
        )
    else:
        month = _months(pick(raw, path, month=("month", "date"))["month"])
        series = [name for name in raw.column_names if name.upper().startswith("GPR")]
        if not series:
            raise refuse(path, "has no series GPR", "give the monthly file of matteoiacoviello.com/gpr.htm")
        parts = [
            pa.table({"month": month, "series": pa.array([name] * raw.num_rows), "value": as_float(raw[name])})
            for name in series
        ]
        table = pa.concat_tables(parts)
    table = table.filter(pc.is_valid(table["value"]))
    states = [name[-3:] if re.fullmatch(r"GPRH?C_[A-Z]{3}", name) else None for name in table["series"].to_pylist()]
    return Imported(table.append_column("state", pa.array(states, pa.string())))


def _long(raw: pa.Table, path: Path) -> pa.Table:
    found = pick(
        raw,
        path,
        state=("iso3", "country code", "countryiso3code", "state"),
        year=("year", "date"),
        usd=("gdp_usd", "usd", "value", "ny.gdp.mktp.cd"),
    )
    return pa.table(
        {
            "state": found["state"].cast(pa.string()),
            "year": as_float(found["year"]).cast(pa.int64()),
            "usd": as_float(found["usd"]),
        }
    )


def _wide(raw: pa.Table, path: Path, years: list[str]) -> pa.Table:
    found = pick(raw, path, state=("country code", "iso3"), what=("indicator code", "series code", ""))
    if "what" in found and not set(pc.unique(found["what"]).to_pylist()) <= {"NY.GDP.MKTP.CD", None}:
        raise refuse(path, "holds indicators other than NY.GDP.MKTP.CD", "give GDP in current US dollars alone")
    state = found["state"].cast(pa.string())
    parts = [
        pa.table(
            {"state": state, "year": pa.array([int(name[:4])] * raw.num_rows, pa.int64()), "usd": as_float(raw[name])}
        )
        for name in years
    ]
    return pa.concat_tables(parts)


def _months(column: pa.ChunkedArray) -> pa.Array:
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return pa.array(
            [None if value is None else value[:7].replace("M", "-") for value in column.to_pylist()], pa.string()
        )
    return pa.array([None if value is None else f"{value:%Y-%m}" for value in column.to_pylist()], pa.string())
