"""`multivector code`: the same records from JSON lines, CSV and Parquet, and as Parquet; stopped runs go on."""

import csv
import json
from pathlib import Path

import click
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from multivector import reading
from multivector.cli.main import main
from multivector.errors import InputError, MissingInput, UnreadableInput
from multivector.model import Document
from multivector.sources import shards

ROWS = [
    {"id": "1", "text": "Russia banned imports of Kazakh wheat.", "date": "2024-10-17"},
    {"id": "2", "text": "Kazakhstan and China signed an agreement on trade.", "date": "2024-10-18"},
    {"id": "3", "text": "The weather was fine.", "date": "2024-10-18"},
    {"id": "4", "text": "The president of Serbia met the president of Hungary.", "date": None},
]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


def write(path: Path) -> Path:
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["id", "text", "date"])
            writer.writeheader()
            writer.writerows(ROWS)
    else:
        pq.write_table(pa.Table.from_pylist(ROWS), path)
    return path


def test_every_kind_of_input_gives_the_same_records(tmp_path: Path) -> None:
    found = []
    for kind in ("jsonl", "csv", "parquet"):
        assert run("code", write(tmp_path / f"in.{kind}"), "-o", tmp_path / f"{kind}.jsonl").exit_code == 0
        found.append((tmp_path / f"{kind}.jsonl").read_bytes())
    assert found[0] == found[1] == found[2]
    assert {json.loads(line)["document"] for line in found[0].splitlines()} >= {"1", "2"}


def test_parquet_out_holds_the_same_records(tmp_path: Path) -> None:
    given = write(tmp_path / "in.jsonl")
    run("code", given, "-o", tmp_path / "out.jsonl")
    run("code", given, "-o", tmp_path / "out.parquet")
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    table = pq.read_table(tmp_path / "out.parquet")
    assert table["record"].to_pylist() == lines
    events = [row for row in table.to_pylist() if row["kind"] == "event"]
    assert ("RUS", "KAZ", "SANCTION") in {
        (row["source"][0], row["target"][0], row["type"]) for row in events if row["target"]
    }
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl", "out.parquet"]


def test_a_stopped_run_goes_on_and_codes_no_row_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, whole = write(tmp_path / "in.jsonl"), tmp_path / "whole.jsonl"
    run("code", given, "-o", whole)
    seen: list[str] = []
    real = reading.read_records

    def stops(document: Document, *rest: object, **options: object) -> object:
        seen.append(document.name)
        if seen == ["1", "2", "3"]:
            raise KeyboardInterrupt
        return real(document, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_records", stops)
    monkeypatch.setattr(shards, "SMALLEST", 1)  # a shard a row
    with pytest.raises(click.Abort):
        CliRunner().invoke(
            main, ["code", str(given), "-o", str(tmp_path / "out.jsonl")], catch_exceptions=False, standalone_mode=False
        )
    assert not (tmp_path / "out.jsonl").exists()
    done = run("code", given, "-o", tmp_path / "out.jsonl")
    assert "going on after 2 rows" in done.stderr
    assert seen == ["1", "2", "3", "3", "4"]
    assert (tmp_path / "out.jsonl").read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_dash_is_the_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    monkeypatch.setattr(shards, "SMALLEST", 1)
    monkeypatch.chdir(tmp_path)
    run("code", write(tmp_path / "in.jsonl"), "-o", "out.jsonl")
    told = run("code", "in.jsonl", "-o", "-", "--workers", str(workers))
    assert told.stdout == (tmp_path / "out.jsonl").read_text("utf-8")
    assert told.stderr == "4 rows coded, 0 not\n"
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out.jsonl"}
    with pytest.raises(InputError, match="-o - is for the local engine"):
        run("code", "in.jsonl", "-o", "-", "--engine", "spark")


@pytest.mark.parametrize("name", ["out.json", "out.csv", "out.jsonl.gz", "OUT.NDJSON"])
def test_a_file_of_another_kind_becomes_no_folder(tmp_path: Path, name: str) -> None:
    given = write(tmp_path / "in.jsonl")
    with pytest.raises(InputError, match=r"written to a \.jsonl or \.parquet file or into a folder"):
        run("code", given, "-o", tmp_path / name)
    assert not (tmp_path / name).exists()
    (tmp_path / name).mkdir()
    assert run("code", given, "-o", tmp_path / name).exit_code == 0


def test_lists_under_source_and_target_are_not_phrases(tmp_path: Path) -> None:
    row = ROWS[0] | {"source": [{"text": "Russia", "country": "RUS"}], "target": []}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")
    assert run("code", path, "-o", tmp_path / "out.jsonl").exit_code == 0
    assert any(
        json.loads(line)["kind"] == "trade_measure" for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    )


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        run("code", tmp_path / "none.jsonl", "-o", tmp_path / "out.jsonl")
    (tmp_path / "in.txt").write_text("x", "utf-8")
    with pytest.raises(UnreadableInput, match="rows are read from"):
        run("code", tmp_path / "in.txt", "-o", tmp_path / "out.jsonl")
    (tmp_path / "in.parquet").write_bytes(b"not parquet")
    with pytest.raises(UnreadableInput, match="not a Parquet table"):
        run("code", tmp_path / "in.parquet", "-o", tmp_path / "out.jsonl")
    (tmp_path / "bad.csv").write_text("name,words\n1,x\n", "utf-8")
    with pytest.raises(UnreadableInput, match="no row could be coded"):
        run("code", tmp_path / "bad.csv", "-o", tmp_path / "out.jsonl")


def test_engines_refuse_each_others_options(tmp_path: Path) -> None:
    given = write(tmp_path / "in.jsonl")
    with pytest.raises(InputError, match="--workers is for the local engine"):
        run("code", given, "-o", tmp_path / "out", "--engine", "spark", "--workers", "2")
    with pytest.raises(InputError, match="--master is for --engine spark"):
        run("code", given, "-o", tmp_path / "out", "--master", "spark://nowhere:7077")


def test_a_folder_becomes_a_lake(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for kind in ("jsonl", "csv", "parquet"):
        write(tmp_path / "in" / f"a.{kind}")
    done = run("code", tmp_path / "in", "-o", tmp_path / "lake")
    assert "12 rows coded, 0 not" in done.stderr
    assert len(list((tmp_path / "lake").glob("part-*.parquet"))) == 3
    again = run("code", tmp_path / "in", "-o", tmp_path / "lake")
    assert "12 rows coded, 0 not" in again.stderr


def test_a_user_s_own_actors_are_coded(tmp_path: Path) -> None:
    given, out, actors = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "actors.csv"
    given.write_text(json.dumps({"id": "1", "text": "Grania condemned an attack by Lonian soldiers on Peru."}), "utf-8")
    actors.write_text("code,name,demonyms\nGRA,Grania,Granian\nLON,Lonia,Lonian\n", "utf-8")
    assert run("code", given, "-o", out, "--actors", actors).exit_code == 0
    events = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert ("ACCUSE", ["GRA"], ["LON"]) in [
        (e["type"], e["source"], e["target"]) for e in events if e["kind"] == "event"
    ]


def test_a_bad_table_of_actors_is_told_with_its_line(tmp_path: Path) -> None:
    actors = tmp_path / "actors.csv"
    actors.write_text("code,name\nGRA,\n", "utf-8")
    with pytest.raises(UnreadableInput, match="line 2"):
        run("code", write(tmp_path / "in.jsonl"), "-o", tmp_path / "out.jsonl", "--actors", actors)
