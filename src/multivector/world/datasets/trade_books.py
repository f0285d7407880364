"""Rows of trade: the shape that all importers give, and what is checked of any state's books."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from multivector.world.datasets.base import Imported

__all__ = ["SCHEMA", "Books", "finished", "full_partners", "own_books", "totals", "whole_years"]

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


@dataclass(frozen=True, slots=True)
class Books:
    """Columns of trade, aligned. Without a `reporter` both states' books were made one; values are in `currency`."""

    exporter: Any
    importer: Any
    year: Any
    value: Any
    currency: str
    reporter: Any = None
    month: Any = None
    product: Any = None

    def table(self) -> pa.Table:
        """The rows in the shape trade, all taken for complete."""
        n = len(self.year)
        nothing = pa.nulls(n, pa.string())
        columns = {
            "exporter": self.exporter,
            "importer": self.importer,
            "reporter": nothing if self.reporter is None else self.reporter,
            "year": self.year,
            "month": nothing if self.month is None else self.month,
            "product": nothing if self.product is None else self.product.cast(pa.string()),
            "value": self.value,
            "currency": pa.array([self.currency] * n),
            "complete": pa.array([True] * n),
        }
        return pa.table(columns, schema=SCHEMA)


def own_books(reporter: Any, partner: Any, sold: Any, *, year: Any, value: Any, currency: str) -> Books:
    """A state's own books: where `sold` is true the reporter is the exporter, elsewhere the importer."""
    exporter, importer = pc.if_else(sold, reporter, partner), pc.if_else(sold, partner, reporter)
    return Books(exporter, importer, year, value, currency, reporter)


def finished(table: pa.Table, warnings: list[str]) -> Imported:
    """The rows between two states with a value, in order; what stands there twice is added up, with a warning."""
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


def whole_years(table: pa.Table, warnings: list[str]) -> pa.Table:
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


def full_partners(table: pa.Table, warnings: list[str]) -> pa.Table:
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


def totals(
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
