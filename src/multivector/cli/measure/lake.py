"""`multivector measure dyad-months`, `dyad-shares` and `tone-months`: a whole archive's records, on DuckDB or Spark."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal

import click

from multivector.errors import InputError

if TYPE_CHECKING:
    from multivector.lake_tables import Found, Wanted

__all__ = ["dyad_months", "dyad_shares", "tone_months"]

PRINTED = 40  # rows on a terminal; --out and --json give all
Score = Literal["goldstein", "plover", "weight"]
KINDS = (".parquet", ".csv", ".jsonl")


@dataclass(frozen=True, slots=True)
class Run:
    """Where the measure runs and where its rows go."""

    lake: str
    engine: Literal["duckdb", "spark"]
    master: str | None
    as_of: str | None
    out: str | None
    show: Literal["table", "json", "sql"]


def over_a_lake(command: Callable[..., None]) -> Callable[..., None]:
    """Adds LAKE, --engine, --master, --as-of, --out, --json and --sql, which reach the command as one `run`."""

    @wraps(command)
    def called(as_json: bool, sql: bool, **given: Any) -> None:
        own = {name: given.pop(name) for name in ("lake", "engine", "master", "as_of", "out")}
        command(**given, run=Run(**own, show="sql" if sql else "json" if as_json else "table"))

    asked: Callable[..., None] = called
    for option in (
        click.option("--sql", is_flag=True, help="Print the SQL that gives the rows, and do not run it."),
        click.option("--json", "as_json", is_flag=True, help="Print the rows and their SQL as JSON."),
        click.option("-o", "--out", metavar="FILE", help="Write the rows to a .parquet, .csv or .jsonl file."),
        click.option("--as-of", metavar="DATE", help="Use only what was published by this day, e.g. 2023-01-01."),
        click.option("--master", metavar="URL", help="Spark's master, e.g. spark://host:7077."),
        click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", show_default=True),
        click.argument("lake"),
    ):
        asked = option(asked)
    return asked


@click.command(name="dyad-months")
@over_a_lake
@click.option("--score", type=click.Choice(["goldstein", "plover", "weight"]), default="goldstein", show_default=True)
@click.option("--months", type=click.IntRange(1, 1200), default=12, show_default=True, help="Of the rolling mean.")
@click.option("--undirected", is_flag=True, help="Both directions of a pair together.")
def dyad_months(score: Score, months: int, undirected: bool, run: Run) -> None:
    """Net cooperation between all states of a lake, by directed dyad and month, with rolling means.

    LAKE is a folder that `multivector code` wrote, a case's export as Parquet, or Parquet files of events.

    \b
    Examples:
      multivector measure dyad-months lake/ -o net.parquet
      multivector measure dyad-months lake/ --engine spark --master spark://host:7077 -o net.parquet
    """
    from multivector.lake_tables import Wanted  # late: --help needs none of it

    _answer(Wanted("dyad-months", score, months, not undirected, run.as_of), run)


@click.command(name="dyad-shares")
@over_a_lake
def dyad_shares(run: Run) -> None:
    """Quad counts, shares of cooperation and conflict, and attention, by directed dyad and month.

    \b
    Example:
      multivector measure dyad-shares lake/ --engine spark -o shares.csv
    """
    from multivector.lake_tables import Wanted  # late, as above

    _answer(Wanted("dyad-shares", as_of=run.as_of), run)


@click.command(name="tone-months")
@over_a_lake
def tone_months(run: Run) -> None:
    """The mean tone of each state's voices toward each other state, by month, with bounds.

    \b
    Example:
      multivector measure tone-months lake/ -o tone.csv
    """
    from multivector.lake_tables import Wanted  # late, as above

    _answer(Wanted("tone-months", as_of=run.as_of), run)


def _answer(wanted: "Wanted", run: Run) -> None:
    from multivector.lake_tables import lake_measure, lake_sql  # late, as above

    if run.out and not run.out.endswith(KINDS):
        raise InputError(f"{run.out}: rows are written to {', '.join(KINDS)} files")
    if run.master and run.engine != "spark":
        raise InputError("--master is for --engine spark")
    if run.show == "sql":
        click.echo(lake_sql(run.lake, wanted, run.engine))
        return
    found = lake_measure(run.lake, wanted, run.engine, run.master)
    if run.out:
        _write(found, run.out)
        click.echo(f"{found.table.num_rows} rows: {run.out}", err=True)
    elif run.show == "json":
        rows = found.table.to_pylist()
        click.echo(json.dumps({"rows": rows, "sql": found.sql, "engine": found.engine}, default=str, indent=1))
    else:
        _print(found)


def _write(found: "Found", out: str) -> None:
    import pyarrow.csv  # late, as above
    import pyarrow.parquet

    from multivector.engine.parts import whole

    with whole(out) as file:
        if out.endswith(".parquet"):
            pyarrow.parquet.write_table(found.table, file, compression="zstd")
        elif out.endswith(".csv"):
            pyarrow.csv.write_csv(found.table, file)
        else:
            file.writelines(f"{json.dumps(row, default=str)}\n".encode() for row in found.table.to_pylist())


def _print(found: "Found") -> None:
    from rich.console import Console  # late: rich takes 80 ms to import
    from rich.table import Table

    table = Table(*found.table.column_names, box=None, pad_edge=False)
    for row in found.table.slice(0, PRINTED).to_pylist():
        table.add_row(*(_cell(value) for value in row.values()))
    console = Console(highlight=False, markup=False, soft_wrap=True)
    console.width = console.width if console.is_terminal else 200
    console.print(table)
    if found.table.num_rows > PRINTED:
        console.print(f"and {found.table.num_rows - PRINTED} rows more: --out FILE gives all")


def _cell(value: object) -> str:
    return "-" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)
