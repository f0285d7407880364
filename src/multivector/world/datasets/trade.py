"""Trade: who sold what to whom, by whose books.

All give trade(exporter, importer, reporter, year, month, product, value, currency, complete): `reporter` is the state
in whose books the row stands, null where both books were made one. Groups of states never add to their members: they
are left out, and totals that a file prints are checked against the sum of the states.
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from multivector.world.datasets.base import Imported, as_float, pick, raw_table, refuse
from multivector.world.datasets.codes import by_code, by_name, states_of

__all__ = ["baci", "comext", "comtrade", "cow_trade", "national_trade"]

SCHEMA = pa.schema(
    [
        ("exporter", pa.string()),
        ("importer", pa.string()),
        ("reporter", pa.string()),
        ("year", pa.int64()),
        ("month", pa.string()),
        ("product", pa.string()),
        ("value", pa.float64()),
        ("currency", pa.string()),
        ("complete", pa.bool_()),
    ]
)
WORLD = ("World", "Total", "Всего", "W00", "WLD", "Extra-EU", "Grand total")
FEW = 0.8  # a year with fewer partners than this share of the usual is incomplete
LITTLE = 0.4  # so is one with less trade than this share of the year before
NEAR = 0.02  # a printed total may differ from the sum of the states by this much


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
        parts.append(_rows(exporter, importer, None, year, pc.multiply(value, 1e6), "USD"))
    return _finished(pa.concat_tables(parts), [])


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
    table = _rows(
        pc.if_else(sold, reporter, partner),
        pc.if_else(sold, partner, reporter),
        reporter,
        pa.array([None if m is None else int(m[:4]) for m in month.to_pylist()], pa.int64()),
        as_float(found["value"]),
        "EUR",
        month=month,
        product=found.get("product"),
    )
    groups = sorted(
        {name for name, code in zip(found["reporter"].to_pylist(), reporter.to_pylist(), strict=True) if code is None}
    )
    warnings = [f"groups of states among the reporters were left out: {', '.join(groups)}"] if groups else []
    return _finished(_whole_years(table, warnings), warnings)


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
    month = (
        [None if len(str(p)) != 6 else f"{str(p)[:4]}-{str(p)[4:]}" for p in found["period"].to_pylist()]
        if "period" in found
        else None
    )
    table = _rows(
        pc.if_else(sold, reporter, partner),
        pc.if_else(sold, partner, reporter),
        reporter,
        as_float(found["year"]).cast(pa.int64()),
        as_float(found["value"]),
        "USD",
        month=pa.array(month, pa.string()) if month else None,
        product=found.get("product"),
    )
    warnings = _totals(table, found["partner"].cast(pa.string()), as_float(found["value"]), found, path)
    return _finished(table, warnings)


def baci(path: Path) -> Imported:
    """CEPII's BACI, in US dollars: t year, i exporter, j importer, k product, v thousands; both books made one."""
    found = pick(raw_table(path), path, year=("t",), seller=("i",), buyer=("j",), product=("k",), value=("v",))
    table = _rows(
        by_code(found["seller"], "m49"),
        by_code(found["buyer"], "m49"),
        None,
        as_float(found["year"]).cast(pa.int64()),
        pc.multiply(as_float(found["value"]), 1000.0),
        "USD",
        product=found["product"],
    )
    return _finished(table, [])


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
    table = _rows(
        pc.if_else(sold, reporter, partner), pc.if_else(sold, partner, reporter), reporter, year, value, currency
    )
    warnings = _totals(
        table,
        found["partner"].cast(pa.string()),
        value,
        {"reporter": reporter, "flow": found["flow"], "year": year},
        path,
    )
    return _finished(_full_partners(table, warnings), [*warnings, *_unnamed(found["partner"], partner)])


def _kazakh(raw: pa.Table, path: Path) -> Imported:
    found = pick(raw, path, name=("partner_ru", "partner"), iso=("iso3", ""), year=("year",))
    named = by_name(found["name"].cast(pa.string()))
    partner = pc.coalesce(states_of(found["iso"].cast(pa.string())), named) if "iso" in found else named
    state, year = pa.array(["KAZ"] * raw.num_rows), as_float(found["year"]).cast(pa.int64())
    sides, warnings = [], []
    for column, sold in (("exports_kusd", True), ("imports_kusd", False)):
        value = pc.multiply(as_float(raw[column]), 1000.0)
        ends = (state, partner) if sold else (partner, state)
        side = _rows(*ends, state, year, value, "USD")
        flow = pa.array([column[:7]] * raw.num_rows)
        warnings += _totals(
            side, found["name"].cast(pa.string()), value, {"reporter": state, "flow": flow, "year": year}, path
        )
        sides.append(side)
    return _finished(pa.concat_tables(sides), [*warnings, *_unnamed(found["name"], partner)])


def _rows(exporter, importer, reporter, year, value, currency, month=None, product=None) -> pa.Table:  # type: ignore[no-untyped-def]  # noqa: PLR0913, PLR0917
    n = len(year)
    return pa.table(
        [
            exporter,
            importer,
            reporter if reporter is not None else pa.nulls(n, pa.string()),
            year,
            month if month is not None else pa.nulls(n, pa.string()),
            product.cast(pa.string()) if product is not None else pa.nulls(n, pa.string()),
            value,
            pa.array([currency] * n),
            pa.array([True] * n),
        ],
        schema=SCHEMA,
    )


def _finished(table: pa.Table, warnings: list[str]) -> Imported:
    kept = table.filter(
        pc.and_(pc.and_(pc.is_valid(table["exporter"]), pc.is_valid(table["importer"])), pc.is_valid(table["value"]))
    )
    kept = kept.filter(pc.not_equal(kept["exporter"], kept["importer"]))
    keys = [name for name in SCHEMA.names if name != "value"]
    counted = kept.group_by(keys, use_threads=False).aggregate([("value", "sum"), ("value", "count")])
    twice = counted.num_rows < kept.num_rows
    if twice:
        warnings.append(
            f"{kept.num_rows - counted.num_rows} rows of one pair, time and product were added to another's"
        )
    table = counted.rename_columns([*keys, "value", "count"]).select(SCHEMA.names)
    return Imported(
        table.sort_by([(name, "ascending") for name in ("year", "exporter", "importer", "month", "product")]), warnings
    )


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


def _months(column: pa.ChunkedArray) -> pa.Array:
    if pa.types.is_temporal(column.type):
        return pa.array([None if value is None else f"{value:%Y-%m}" for value in column.to_pylist()], pa.string())
    texts = [None if value is None else str(value) for value in column.to_pylist()]
    return pa.array([None if t is None else f"{t[:4]}-{t[-2:]}" for t in texts], pa.string())


def _whole_years(table: pa.Table, warnings: list[str]) -> pa.Table:
    """Marks the years of a reporter with fewer than twelve months as incomplete."""
    months: dict[int, set[str]] = {}
    for year, month in zip(table["year"].to_pylist(), table["month"].to_pylist(), strict=True):
        if month is not None:
            months.setdefault(year, set()).add(month)
    short = {year: len(found) for year, found in months.items() if len(found) < 12}
    if not short:
        return table
    warnings.append("incomplete: " + ", ".join(f"{year} has {count} months" for year, count in sorted(short.items())))
    return _marked(table, pc.is_in(table["year"], pa.array(list(short), pa.int64())))


def _full_partners(table: pa.Table, warnings: list[str]) -> pa.Table:
    """Marks a reporter's year as incomplete that names far fewer partners than usual or far less trade than before."""
    traded = table.filter(pc.and_(pc.is_valid(table["reporter"]), pc.greater(table["value"], 0)))
    found: dict[str, dict[int, tuple[int, float]]] = {}
    for row in traded.group_by(["reporter", "year"]).aggregate([("value", "count"), ("value", "sum")]).to_pylist():
        found.setdefault(row["reporter"], {})[row["year"]] = (row["value_count"], row["value_sum"])
    for reporter, years in sorted(found.items()):
        usual = sorted(count for count, _ in years.values())[len(years) // 2]
        for year, (count, total) in sorted(years.items()):
            before = years.get(year - 1, (0, 0.0))[1]
            if count < usual * FEW or total < before * LITTLE:
                told = f"{count} partners (usually {usual}), {total:.4g} (the year before {before:.4g})"
                warnings.append(f"incomplete: {reporter} {year}: {told}")
                table = _marked(table, pc.and_(pc.equal(table["reporter"], reporter), pc.equal(table["year"], year)))
    return table


def _marked(table: pa.Table, rows: pa.ChunkedArray) -> pa.Table:
    whole = pc.and_(table["complete"], pc.invert(pc.fill_null(rows, False)))
    return table.set_column(table.column_names.index("complete"), "complete", whole)


def _totals(
    table: pa.Table, partner: pa.ChunkedArray, value: pa.ChunkedArray, by: dict[str, pa.ChunkedArray], path: Path
) -> list[str]:
    """Warnings where a printed total is not the sum of the states, by reporter, flow and year."""
    keys = list(zip(*(by[name].to_pylist() for name in ("reporter", "flow", "year")), strict=True))
    sums: dict[tuple[object, ...], float] = {}
    printed: dict[tuple[object, ...], float] = {}
    states = [
        a is not None and b is not None
        for a, b in zip(table["exporter"].to_pylist(), table["importer"].to_pylist(), strict=True)
    ]
    for key, name, amount, state in zip(keys, partner.to_pylist(), value.to_pylist(), states, strict=True):
        if amount is None:
            continue
        if name in WORLD:
            printed[key] = amount
        elif state:
            sums[key] = sums.get(key, 0.0) + amount
    found = []
    for key, total in sorted(printed.items(), key=lambda item: str(item[0])):
        if total and abs(sums.get(key, 0.0) - total) > NEAR * total:
            told = " ".join(str(part) for part in key)
            found.append(f"{told}: the states sum to {sums.get(key, 0.0):.4g}, the printed total is {total:.4g}")
    return found


def _unnamed(names: pa.ChunkedArray, codes: pa.Array | pa.ChunkedArray) -> list[str]:
    left = sorted(
        {name for name, code in zip(names.to_pylist(), codes.to_pylist(), strict=True) if name and code is None}
    )
    return [f"groups and names without a state were left out: {', '.join(left)}"] if left else []
