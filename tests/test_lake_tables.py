"""Relational measures over a lake on DuckDB: against sums by hand, a case's own figures, in every kind of folder."""

import datetime as dt
import json
from collections import defaultdict
from itertools import product
from pathlib import Path
from statistics import fmean
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from tests.record_tables import events, records

from multivector.case_tables import case_events
from multivector.cli.main import main
from multivector.errors import InputError, MissingInput
from multivector.lake_tables import Wanted, lake_measure, lake_sql

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "kazakhstan-brics"


def dyads_by_hand(rows: list[dict[str, Any]], score: str) -> dict[tuple[str, str, dt.date], list[float]]:
    """The scores in each dyad and month, as the docstrings of the measures say."""
    cells: dict[tuple[str, str, dt.date], list[float]] = defaultdict(list)
    for row in rows:
        day = row["date"] if row["date"] and row["precision"] in ("day", "week", "month") else row["published"]
        if row["kind"] != "event" or row["status"] != "asserted" or day is None or row[score] is None:
            continue
        for one, other in product(set(row["source"]), set(row["target"])):
            if one != other:
                cells[one, other, day.replace(day=1)].append(row[score])
    return cells


def test_net_cooperation_of_records(tmp_path: Path) -> None:
    table = records(900)
    pq.write_table(table, tmp_path / "part.parquet")
    found = lake_measure(str(tmp_path), Wanted("dyad-months", "goldstein")).table.to_pylist()
    cells = dyads_by_hand(table.to_pylist(), "goldstein")
    assert {(r["source"], r["target"], r["month"]): r["n"] for r in found} == {k: len(v) for k, v in cells.items()}
    for row in found:
        assert row["net"] == pytest.approx(sum(cells[row["source"], row["target"], row["month"]]))


def test_tone_of_records(tmp_path: Path) -> None:
    table = records(900)
    pq.write_table(table, tmp_path / "part.parquet")
    found = lake_measure(str(tmp_path), Wanted("tone-months")).table.to_pylist()
    units: dict[tuple[str, str, dt.date], dict[tuple[str, str], list[float]]] = defaultdict(lambda: defaultdict(list))
    for row in table.to_pylist():
        day = row["date"] or row["published"]
        for tone in row["stance"] or () if row["state"] and day else ():
            units[row["state"], tone["actor"], day.replace(day=1)][row["document"], row["speaker"]].append(
                tone["value"]
            )
    assert len(found) == len(units)
    for row in found:
        means = [fmean(values) for values in units[row["state"], row["toward"], row["month"]].values()]
        assert (row["n"], row["tone"]) == (len(means), pytest.approx(fmean(means), abs=0.001))
        assert (row["low"] is None) == (len(means) < 5)
        assert row["low"] is None or -1 <= row["low"] <= row["tone"] <= row["high"] <= 1


def test_as_of_uses_what_was_published_by_then(tmp_path: Path) -> None:
    table = records(600)
    pq.write_table(table, tmp_path / "part.parquet")
    found = lake_measure(str(tmp_path), Wanted("dyad-months", as_of="2023-08-31")).table
    known = [r for r in table.to_pylist() if r["published"] and r["published"] <= dt.date(2023, 8, 31)]
    assert sum(found["n"].to_pylist()) == sum(map(len, dyads_by_hand(known, "goldstein").values()))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The example read into a case, and its export as Parquet."""
    case = tmp_path_factory.mktemp("case")
    (case / "sources").mkdir()
    for path in sorted((EXAMPLE / "sources").iterdir())[:2]:
        (case / "sources" / path.name).write_bytes(path.read_bytes())
    for command in (["read", str(case)], ["export", str(case), "--format", "parquet", "-o", str(case / "lake")]):
        assert CliRunner().invoke(main, command, catch_exceptions=False).exit_code == 0
    return case, case / "lake"


def test_the_export_of_a_case_is_a_lake(exported: tuple[Path, Path]) -> None:
    case, lake = exported
    own = case_events(case).to_pylist()
    found = lake_measure(str(lake), Wanted("dyad-shares")).table.to_pylist()
    assert own and sum(row["n"] for row in found) == len(own)
    with pytest.raises(InputError, match="tone-months reads"):
        lake_measure(str(lake), Wanted("tone-months"))


def test_events_of_others_and_object_stores(tmp_path: Path) -> None:
    table = events(200)
    pq.write_table(table, tmp_path / "e.parquet")
    store = fsspec.filesystem("memory")
    store.pipe_file("/bucket/lake/e.parquet", (tmp_path / "e.parquet").read_bytes())
    try:
        here, there = (
            lake_measure(at, Wanted("dyad-months", "plover")) for at in (str(tmp_path), "memory://bucket/lake")
        )
    finally:
        store.rm("/bucket", recursive=True)
    assert here.table.equals(there.table) and here.table.num_rows
    assert lake_measure(str(tmp_path), Wanted("dyad-months", as_of="1999-01-01")).table.num_rows == 0


def test_what_is_no_lake(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="no Parquet file"):
        lake_measure(str(tmp_path / "none"), Wanted("dyad-months"))
    pq.write_table(pa.table({"x": [1]}), tmp_path / "x.parquet")
    with pytest.raises(InputError, match="neither records"):
        lake_measure(str(tmp_path), Wanted("dyad-months"))
    pq.write_table(events(3).drop_columns(["goldstein"]), tmp_path / "x.parquet")
    with pytest.raises(InputError, match="no column goldstein"):
        lake_measure(str(tmp_path), Wanted("dyad-months"))


def test_the_command_prints_writes_and_shows_its_sql(tmp_path: Path) -> None:
    lake = str(tmp_path / "lake")
    (tmp_path / "lake").mkdir()
    pq.write_table(records(300), tmp_path / "lake" / "part.parquet")

    def run(*arguments: str) -> Any:
        return CliRunner().invoke(main, ["measure", *arguments], catch_exceptions=False)

    told = run("dyad-months", lake, "--score", "plover")
    assert "rolling" in told.stdout and "rows more" in told.stdout
    sql = lake_sql(lake, Wanted("dyad-shares"))
    assert run("dyad-shares", lake, "--sql").stdout.strip() == sql.strip()
    assert run("dyad-shares", lake, "--sql", "--engine", "spark").stdout != sql
    whole = json.loads(run("tone-months", lake, "--json").stdout)
    assert whole["engine"] == "duckdb" and whole["rows"] and "stance" in whole["sql"]
    for kind in ("parquet", "csv", "jsonl"):
        done = run("dyad-shares", lake, "-o", str(tmp_path / "out" / f"rows.{kind}"))
        assert f"rows: {tmp_path}" in done.stderr
    kept = pq.read_table(tmp_path / "out" / "rows.parquet")
    assert kept.schema.metadata[b"multivector.sql"].decode() == sql
    lines = (tmp_path / "out" / "rows.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == kept.num_rows == len((tmp_path / "out" / "rows.csv").read_text("utf-8").splitlines()) - 1
    with pytest.raises(InputError, match="rows are written to"):
        run("dyad-shares", lake, "-o", "rows.xlsx")
