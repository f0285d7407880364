"""Trade: who sold what to whom, by whose books.

All give trade(exporter, importer, reporter, year, month, product, value, currency, complete): `reporter` is the state
in whose books the row stands, null where both books were made one. Groups of states never add to their members: they
are left out, and totals that a file prints are checked against the sum of the states.
"""

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from multivector.world.datasets.base import Imported, as_float, pick, raw_table, refuse
from multivector.world.datasets.codes import by_code, by_name, states_of
from multivector.world.datasets.trade_books import Books, finished, full_partners, own_books, totals, whole_years

__all__ = ["baci", "comext", "comtrade", "cow_trade", "national_trade"]


def cow_trade(path: Path) -> Imported:
    """COW dyadic trade 4.0, in current US dollars; both books made one by its authors."""
    found = pick(
        raw_table(path), path, one=("ccode1",), two=("ccode2",), year=("year",), flow1=("flow1",), flow2=("flow2",)
    )
    one, two = by_code(found["one"], "cow"), by_code(found["two"], "cow")
    year = as_float(found["year"]).cast(pa.int64())
    parts = []
    for importer, exporter, flow in ((one, two, "flow1"), (two, one, "flow2")):  # flow1: imports of ccode1 from ccode2
        value = as_float(found[flow])
        value = pc.if_else(pc.less(value, 0), None, value)  # -9 is missing
        parts.append(Books(exporter, importer, year, pc.multiply(value, 1e6), "USD").table())
    return finished(pa.concat_tables(parts), [])


def comext(path: Path) -> Imported:
    """Eurostat Comext by month, in euros: rows of members, as Eurostat's CSV or with named columns."""
    found = pick(
        raw_table(path),
        path,
        reporter=("reporter_code", "reporter", "declarant"),
        partner=("partner_iso3", "partner"),
        flow=("flow",),
        month=("month", "time_period", "period"),
        value=("value_eur", "obs_value", "value_in_euros"),
        group=("is_aggregate", ""),
        product=("product", "product_nc", ""),
    )
    reporter = _members(found["reporter"].cast(pa.string()))
    partner = _members(found["partner"].cast(pa.string()))
    sold = _is_export(found["flow"], path)
    month = _months(found["month"])
    year = pa.array([None if m is None else int(m[:4]) for m in month.to_pylist()], pa.int64())
    books = own_books(reporter, partner, sold, year=year, value=as_float(found["value"]), currency="EUR")
    table = replace(books, month=month, product=found.get("product")).table()
    groups = sorted(
        {name for name, code in zip(found["reporter"].to_pylist(), reporter.to_pylist(), strict=True) if code is None}
    )
    warnings = [f"groups of states among the reporters were left out: {', '.join(groups)}"] if groups else []
    return finished(whole_years(table, warnings), warnings)


def comtrade(path: Path) -> Imported:
    """UN Comtrade's CSV, in US dollars; rows of the total of all products, or of products, as the file has them."""
    found = pick(
        raw_table(path),
        path,
        reporter=("reporterISO", "reporter iso"),
        partner=("partnerISO", "partner iso"),
        flow=("flowCode", "trade flow code", "flow"),
        year=("refYear", "year"),
        period=("period", ""),
        product=("cmdCode", "commodity code", ""),
        value=("primaryValue", "trade value (us$)"),
    )
    reporter, partner = (states_of(found[name].cast(pa.string())) for name in ("reporter", "partner"))
    sold = _is_export(found["flow"], path)
    year, value = as_float(found["year"]).cast(pa.int64()), as_float(found["value"])
    books = own_books(reporter, partner, sold, year=year, value=value, currency="USD")
    table = replace(books, month=_period_months(found.get("period")), product=found.get("product")).table()
    warnings = totals(table, found["partner"].cast(pa.string()), value, found, path)
    return finished(table, warnings)


def baci(path: Path) -> Imported:
    """CEPII's BACI, in US dollars: t year, i exporter, j importer, k product, v thousands; both books made one."""
    found = pick(raw_table(path), path, year=("t",), seller=("i",), buyer=("j",), product=("k",), value=("v",))
    seller, buyer = by_code(found["seller"], "m49"), by_code(found["buyer"], "m49")
    year, value = as_float(found["year"]).cast(pa.int64()), pc.multiply(as_float(found["value"]), 1000.0)
    return finished(Books(seller, buyer, year, value, "USD", product=found["product"]).table(), [])


def national_trade(path: Path) -> Imported:
    """A state's own books by partner and year (reporter, partner, flow, year, value), or Kazakhstan's of its bureau.

    Partners are codes or English or Russian names; printed totals are checked, groups left out.
    """
    raw = raw_table(path)
    if {"exports_kusd", "imports_kusd"} <= set(raw.column_names):
        return _kazakh(raw, path)
    found = pick(
        raw,
        path,
        reporter=("reporter", "reporter_iso3"),
        partner=("partner", "partner_iso3"),
        flow=("flow",),
        year=("year",),
        eur=("value_eur", ""),
        usd=("value_usd", "value", ""),
    )
    if ("eur" in found) == ("usd" in found):
        raise refuse(path, "has not one column of values (value_eur or value_usd)", "name the one column of values so")
    value, currency = (as_float(found["eur"]), "EUR") if "eur" in found else (as_float(found["usd"]), "USD")
    reporter, partner = (by_name(found[name].cast(pa.string())) for name in ("reporter", "partner"))
    sold, year = _is_export(found["flow"], path), as_float(found["year"]).cast(pa.int64())
    table = own_books(reporter, partner, sold, year=year, value=value, currency=currency).table()
    warnings = totals(
        table,
        found["partner"].cast(pa.string()),
        value,
        {"reporter": reporter, "flow": found["flow"], "year": year},
        path,
    )
    return finished(full_partners(table, warnings), [*warnings, *_unnamed(found["partner"], partner)])


def _kazakh(raw: pa.Table, path: Path) -> Imported:
    found = pick(raw, path, name=("partner_ru", "partner"), iso=("iso3", ""), year=("year",))
    named = by_name(found["name"].cast(pa.string()))
    partner = pc.coalesce(states_of(found["iso"].cast(pa.string())), named) if "iso" in found else named
    state, year = pa.array(["KAZ"] * raw.num_rows), as_float(found["year"]).cast(pa.int64())
    sides, warnings = [], []
    for column, sold in (("exports_kusd", True), ("imports_kusd", False)):
        value = pc.multiply(as_float(raw[column]), 1000.0)
        ends = (state, partner) if sold else (partner, state)
        side = Books(*ends, year, value, "USD", reporter=state).table()
        flow = pa.array([column[:7]] * raw.num_rows)
        warnings += totals(
            side, found["name"].cast(pa.string()), value, {"reporter": state, "flow": flow, "year": year}, path
        )
        sides.append(side)
    return finished(pa.concat_tables(sides), [*warnings, *_unnamed(found["name"], partner)])


def _is_export(flow: pa.ChunkedArray, path: Path) -> pa.Array:
    told = {value: str(value).strip().casefold() for value in pc.unique(flow).to_pylist()}
    sold = {value for value, text in told.items() if text in ("export", "exports", "x", "2", "re-export", "rx")}
    bought = {value for value, text in told.items() if text in ("import", "imports", "m", "1", "re-import", "rm")}
    if set(told) - sold - bought:
        raise refuse(path, f"has flows {sorted(str(v) for v in set(told) - sold - bought)}", "give exports and imports")
    return pa.array([value in sold for value in flow.to_pylist()])


def _members(column: pa.ChunkedArray) -> pa.Array:
    """Three-letter codes, or Eurostat's two letters; groups such as EU27_2020 have no code."""
    from multivector.world.table import rows

    two = {row["iso2"]: row["code"] for row in rows("states") if row["iso2"]} | {"EL": "GRC", "UK": "GBR"}
    codes = pa.array([two.get(value, value) for value in column.to_pylist()], pa.string())
    return states_of(pa.chunked_array([codes]))


def _period_months(column: pa.ChunkedArray | None) -> pa.Array | None:
    """The months of Comtrade's periods, such as 202401; a period of a year has none."""
    if column is None:
        return None
    texts = [str(period) for period in column.to_pylist()]
    return pa.array([f"{t[:4]}-{t[4:]}" if len(t) == 6 else None for t in texts], pa.string())


def _months(column: pa.ChunkedArray) -> pa.Array:
    if pa.types.is_temporal(column.type):
        return pa.array([None if value is None else f"{value:%Y-%m}" for value in column.to_pylist()], pa.string())
    texts = [None if value is None else str(value) for value in column.to_pylist()]
    return pa.array([None if t is None else f"{t[:4]}-{t[-2:]}" for t in texts], pa.string())


def _unnamed(names: pa.ChunkedArray, codes: pa.Array | pa.ChunkedArray) -> list[str]:
    left = sorted(
        {name for name, code in zip(names.to_pylist(), codes.to_pylist(), strict=True) if name and code is None}
    )
    return [f"groups and names without a state were left out: {', '.join(left)}"] if left else []
