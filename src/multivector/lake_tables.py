"""Relational measures over a lake's records, on DuckDB or on Spark: the same expression, the same rows.

A lake is what `multivector code` writes into a folder, the folder of a case's export as Parquet, or a folder of Parquet
files of events in the shape that the measures read; on disk or in an object store.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from multivector.codebook.scores import goldstein_score, plover_quad, plover_score
from multivector.engine import run_sql
from multivector.engine.lake import parts_of
from multivector.engine.spark import run_sql as run_on_spark
from multivector.errors import InputError
from multivector.measure.as_of import as_known
from multivector.measure.cooperation import Score, events, net_cooperation, quad_shares
from multivector.measure.events import SCHEMA, EventScores, events_table
from multivector.measure.records import events_of_records, tone_months
from multivector.measure.relational import compiled
from multivector.model import Event
from multivector.model.codec import from_plain
from multivector.sources.places import system_of

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from multivector.engine.duck import Given

__all__ = [
    "MEASURES", "Engine", "Found", "Measured", "Records", "Wanted", "lake_measure", "lake_sql", "measured_on",
    "records_in",
]  # fmt: skip

Engine = Literal["duckdb", "spark"]
Measured = Literal["dyad-months", "dyad-shares", "tone-months"]
MEASURES: tuple[Measured, ...] = ("dyad-months", "dyad-shares", "tone-months")
SHAPE = {"date", "source", "target"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which measure, with what: the score and the months of the rolling mean serve dyad-months alone."""

    measure: Measured
    score: Score = "goldstein"
    months: int = 12
    directed: bool = True
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The rows, and the SQL that gave them: their provenance."""

    table: pa.Table
    sql: str
    engine: Engine


@dataclass(frozen=True, slots=True)
class Records:
    """What a lake holds: tables for an engine; whether they are records or events; the columns of these."""

    tables: "dict[str, Given]"
    coded: bool
    columns: tuple[str, ...]


def lake_measure(lake: str, wanted: Wanted, engine: Engine = "duckdb", master: str | None = None) -> Found:
    """The measure over a lake; raises InputError where the lake does not hold what the measure reads."""
    return measured_on(records_in(lake, wanted), wanted, engine, master)


def lake_sql(lake: str, wanted: Wanted, engine: Engine = "duckdb") -> str:
    """The SQL of the measure over a lake, without running it."""
    return compiled(_expression(records_in(lake, wanted), wanted), engine)


def records_in(lake: str, wanted: Wanted) -> Records:
    """What the measure reads of the lake; the rows of a large lake stay where they are."""
    files = parts_of(lake)
    names = {file.rsplit("/", 1)[-1] for file in files}
    if {"event.parquet", "document.parquet"} <= names:
        table = as_known(_exported(files), wanted.as_of)
        return Records({"events": table}, False, tuple(table.column_names))
    columns = tuple(_columns(files[0]))
    if {"kind", "record", "stance"} <= set(columns):
        return Records({"records": files}, True, columns)
    if set(columns) >= SHAPE:
        return Records({"events": files}, False, columns)
    raise InputError(f"{lake}: neither records of `multivector code` nor events; it has {', '.join(columns)}")


def measured_on(given: Records, wanted: Wanted, engine: Engine = "duckdb", master: str | None = None) -> Found:
    """The measure over these records on an engine: the columns' types are the expression's on either."""
    expression = _expression(given, wanted)
    sql = compiled(expression, engine)
    run: Callable[..., pa.Table] = partial(run_on_spark, master=master) if engine == "spark" else run_sql
    schema = expression.schema().to_pyarrow()
    table = run(sql, given.tables).select(schema.names).cast(schema)
    return Found(table.replace_schema_metadata({"multivector.sql": sql, "multivector.engine": engine}), sql, engine)


def _expression(given: Records, wanted: Wanted) -> "ir.Table":
    if wanted.measure == "tone-months":
        if not given.coded:
            raise InputError("tone-months reads the statements of a lake that `multivector code` wrote")
        return tone_months(wanted.as_of)
    table = events_of_records(wanted.as_of) if given.coded else _events(given, wanted)
    if wanted.measure == "dyad-shares":
        return quad_shares(table=table)
    return net_cooperation(wanted.score, wanted.months, directed=wanted.directed, table=table)


def _events(given: Records, wanted: Wanted) -> "ir.Table":
    """The table `events` as known on the day: by its day of publication where it has one, else by the event's own."""
    import ibis  # late: it takes half a second to import

    score = ("quad", "int64") if wanted.measure == "dyad-shares" else (wanted.score, "float64")
    if score[0] not in given.columns:
        raise InputError(f"the events have no column {score[0]}; they have {', '.join(given.columns)}")
    dated = "published" if "published" in given.columns else "date"
    table = events(score, *([("published", "date")] if dated == "published" else []))
    return table if wanted.as_of is None else table.filter(table[dated] <= ibis.date(wanted.as_of))


def _columns(file: str) -> list[str]:
    system, path = system_of(file)
    with system.open(path, "rb") as stream:
        return list(pq.read_schema(stream).names)


def _exported(files: tuple[str, ...]) -> pa.Table:
    """The events of exported cases, each dated and scored as `multivector measure` does for a case."""
    scores = EventScores(lambda name, mode: plover_score(name, mode)[0], plover_quad, goldstein_score)
    tables = []
    for file in files:
        folder, name = file.rsplit("/", 1)
        if name == "event.parquet":
            published = {row["document"]: row["published"] for row in _rows(f"{folder}/document.parquet")}
            found = [from_plain(Event, _plain(row)) for row in _rows(file)]
            tables.append(events_table(found, published, scores))
    return pa.concat_tables(tables) if tables else SCHEMA.empty_table()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """An exported row as the noun's own fields; its document is told by its name."""
    kept = {field.name: row[field.name] for field in fields(Event)}
    return kept | {"evidence": {"document": row["document"], **row["evidence"]}, "origin": row["origins"]}


def _rows(file: str) -> list[dict[str, Any]]:
    system, path = system_of(file)
    with system.open(path, "rb") as stream:
        rows: list[dict[str, Any]] = pq.read_table(stream).to_pylist()
    return rows
