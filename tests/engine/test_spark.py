"""The contract: every stage gives the same parts on Spark as on the local engine, with executors killed meanwhile."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from stages import cut, job
from tests.extras import needs_model
from tests.record_tables import events, records
from tests.spark_cluster import NEEDED, session

from multivector.archive import Hearing, code_archive
from multivector.coding import FULL, stage_with
from multivector.engine.lake import parts_of
from multivector.engine.local import run_local
from multivector.engine.parts import read_part
from multivector.engine.spark import run_spark, run_sql
from multivector.errors import InputError, StoreError
from multivector.extract.tone_statements import RULE
from multivector.lake_tables import Records, Wanted, lake_measure, measured_on
from multivector.measure.cooperation import SCORES
from multivector.sources import shards
from multivector.world.own import read_own

pytestmark = NEEDED
ROWS = [{"id": str(n), "text": "word " * (n % 7)} for n in range(12)]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A cluster of two workers, for all tests of this file."""
    with session() as running:
        yield running


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def silent(*_: object) -> None:
    """Nobody hears."""


def test_a_stage_gives_the_same_parts(spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SMALLEST", 1)
    given = write(tmp_path / "in.jsonl", ROWS)
    here = run_local(job(tmp_path / "here"), cut(given), silent, workers=1)
    there = run_spark(job(tmp_path / "there"), cut(given), silent)
    assert here == there
    for receipt in here:
        assert (tmp_path / "here" / receipt.file).read_bytes() == (tmp_path / "there" / receipt.file).read_bytes()
    again = run_spark(job(tmp_path / "there"), cut(given), silent)
    assert [r.file for r in again] == [r.file for r in there] and not any(r.fresh for r in again)


def test_a_killed_executor_changes_nothing(spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SMALLEST", 1)
    deaths = [{"id": whom, "text": f"kill {whom} {tmp_path / whom}"} for whom in ("once", "executor")]
    given = write(tmp_path / "in.jsonl", [*ROWS[:4], *deaths, *ROWS[4:]])
    receipts = run_spark(job(tmp_path / "out"), cut(given), silent)
    assert [(tmp_path / whom).read_text() for whom in ("once", "executor")] == ["", ""]
    rows = [row for r in receipts for row in read_part(str(tmp_path / "out"), r.file).to_pylist()]
    assert [row["id"] for row in rows] == [row["id"] for row in (*ROWS[:4], *deaths, *ROWS[4:])]
    assert {p.name for p in (tmp_path / "out").glob("part-*")} == {r.file for r in receipts}


def test_an_archive_is_coded_to_the_same_records(spark: Any, tmp_path: Path) -> None:
    texts = ("Russia banned imports of Kazakh wheat.", "Kazakhstan and China signed an agreement on trade.")
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        write(tmp_path / "in" / f"{name}.jsonl", [{"id": f"{name}{n}", "text": text} for n, text in enumerate(texts)])
    with (tmp_path / "in" / "b.jsonl").open("a", encoding="utf-8") as more:
        more.write('no row\n{"id": "c", "text": "Iran met Turkey.", "date": "no day"}\n')
    hearing = Hearing(silent, silent, silent)
    here = code_archive(str(tmp_path / "in"), str(tmp_path / "here"), partial(run_local, workers=1), hearing)
    there = code_archive(str(tmp_path / "in"), str(tmp_path / "there"), run_spark, hearing)
    assert here == there and (here.rows, here.failed) == (5, 1)
    one, other = (parts_of(str(tmp_path / name)) for name in ("here", "there"))
    assert [Path(p).name for p in one] == [Path(p).name for p in other]
    assert [Path(p).read_bytes() for p in one] == [Path(p).read_bytes() for p in other]


@pytest.mark.parametrize("settings", ["full", "own"])
def test_a_stage_with_settings_gives_the_same_rows(spark: Any, tmp_path: Path, settings: str) -> None:
    texts = ("Russia banned imports of Kazakh wheat.", "Zubrovia signed an agreement on trade with China.")
    given = write(tmp_path / "in.jsonl", [{"id": str(n), "text": text} for n, text in enumerate(texts)])
    (tmp_path / "actors.csv").write_text("code,name\nZUB,Zubrovia\n", "utf-8")
    stage = FULL if settings == "full" else stage_with(read_own(tmp_path / "actors.csv"))
    hearing = Hearing(silent, silent, silent)
    for name, run in (("here", partial(run_local, workers=1)), ("there", run_spark)):
        code_archive(str(given), str(tmp_path / f"{name}.parquet"), run, hearing, stage=stage)
    whole, same = (pq.read_table(tmp_path / f"{name}.parquet") for name in ("here", "there"))
    assert whole.equals(same) and whole.num_rows
    assert (["ZUB"] in whole["source"].to_pylist()) == (settings == "own")


@needs_model
def test_tone_by_the_sentence_model_gives_the_same_rows(spark: Any, tmp_path: Path) -> None:
    texts = (
        "Kazakhstan's foreign minister said that Russia's ban was a hostile and unfair step.",
        "Russia and China signed an agreement on trade.",
        "Iran praised Turkey and said that its neighbour had been generous.",
    )
    given = write(tmp_path / "in.jsonl", [{"id": str(n), "text": text} for n, text in enumerate(texts)])
    hearing, found = Hearing(silent, silent, silent), {}
    for name, run in (("here", partial(run_local, workers=1)), ("there", run_spark), ("lexicon", run_spark)):
        out, stage = tmp_path / f"{name}.parquet", stage_with(tone="lexicon" if name == "lexicon" else "embed")
        code_archive(str(given), str(out), run, hearing, stage=stage)
        found[name] = pq.read_table(out)
    assert found["here"].equals(found["there"]) and not found["here"].equals(found["lexicon"])
    assert "failure" not in found["here"]["kind"].to_pylist()
    assert any(RULE in record for record in found["there"]["record"].to_pylist())


EVENT_MEASURES = [
    *(Wanted("dyad-months", score, 3) for score in SCORES),
    Wanted("dyad-months", directed=False),
    Wanted("dyad-shares"),
    Wanted("dyad-shares", as_of="2023-06-30"),
]
RECORD_MEASURES = [
    Wanted("dyad-months", "plover"),
    Wanted("dyad-months", as_of="2023-09-15"),
    Wanted("dyad-shares"),
    Wanted("tone-months"),
    Wanted("tone-months", as_of="2023-09-15"),
]


@pytest.mark.parametrize("wanted", EVENT_MEASURES, ids=str)
def test_a_measure_of_events_gives_the_same_rows(spark: Any, wanted: Wanted, tmp_path: Path) -> None:
    table = events(600)
    pq.write_table(table.slice(0, 250), tmp_path / "one.parquet")
    pq.write_table(table.slice(250), tmp_path / "two.parquet")
    duck, cluster = (lake_measure(str(tmp_path), wanted, engine) for engine in ("duckdb", "spark"))
    assert duck.table.num_rows > 50
    assert duck.table.to_pylist() == cluster.table.to_pylist()
    assert duck.table.schema.equals(cluster.table.schema) and duck.sql != cluster.sql
    held = Records({"events": table}, False, tuple(table.column_names))  # as the export of a case comes
    for engine in ("duckdb", "spark"):
        assert measured_on(held, wanted, engine).table.to_pylist() == duck.table.to_pylist()


@pytest.mark.parametrize("wanted", RECORD_MEASURES, ids=str)
def test_a_measure_of_records_gives_the_same_rows(spark: Any, wanted: Wanted, tmp_path: Path) -> None:
    lake = tmp_path / "a lake [1] {2} %20 é"
    lake.mkdir()
    for part in range(3):
        pq.write_table(records(300, part), lake / f"{part}.parquet")
    duck, cluster = (lake_measure(str(lake), wanted, engine) for engine in ("duckdb", "spark"))
    assert duck.table.num_rows > 20
    assert duck.table.to_pylist() == cluster.table.to_pylist()


def test_tables_that_do_not_fit_are_the_users_to_mend(spark: Any) -> None:
    with pytest.raises(InputError, match="do not fit the measure"):
        run_sql("SELECT missing FROM events", {"events": events(3)})


def test_a_text_that_always_kills_is_told_of(spark: Any, tmp_path: Path) -> None:
    given = write(tmp_path / "in.jsonl", [{"id": "x", "text": "kill always"}])
    with pytest.raises(StoreError, match="Spark gave up"):
        run_spark(job(tmp_path / "out"), cut(given), silent)
