"""An archive coded: one file or a lake, from files and folders, on disk and in an object store."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.heard import Heard

from multivector import reading
from multivector.archive import Coded, code_archive, code_stream
from multivector.coding import RECORDS, code_table
from multivector.engine.lake import MANIFEST, parts_of
from multivector.engine.local import run_local
from multivector.engine.stage import FAILURE, run_shard
from multivector.errors import InputError, UnreadableInput
from multivector.lake_tables import Wanted, lake_measure
from multivector.model import Document
from multivector.sources import shards

TEXTS = (
    "Russia banned imports of Kazakh wheat.",
    "Kazakhstan and China signed an agreement on trade on 3 October 2024.",
    '"We do not see Kazakhstan as an opponent," Russian Foreign Minister Sergey Lavrov said in Moscow.',
    "The weather was fine.",
)


def write(path: Path, first: int = 0, bad: bool = False) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [{"id": f"{first + n}", "text": text, "date": "2024-10-17"} for n, text in enumerate(TEXTS)]
    lines = [json.dumps(row) for row in rows]
    path.write_text("\n".join([lines[0], *(["no row"] if bad else []), *lines[1:]]) + "\n", "utf-8")
    return path


def coded(given: Path | str, out: Path | str, workers: int = 1) -> tuple[Coded, Heard]:
    heard = Heard()
    return code_archive(str(given), str(out), partial(run_local, workers=workers), heard.hearing()), heard


def records(folder: Path | str) -> list[str]:
    tables = [pq.read_table(path) for path in parts_of(str(folder))]
    return [line for table in tables for line in table["record"].to_pylist()]


def test_a_folder_gives_what_its_files_give(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.jsonl")
    write(tmp_path / "in" / "deep" / "b.jsonl", 10, bad=True)
    lines = []
    for name in ("a", "deep/b"):
        coded(tmp_path / "in" / f"{name}.jsonl", tmp_path / "one.jsonl")
        lines += (tmp_path / "one.jsonl").read_text("utf-8").splitlines()
    result, heard = coded(tmp_path / "in", tmp_path / "all.jsonl")
    assert (tmp_path / "all.jsonl").read_text("utf-8").splitlines() == lines
    assert result == Coded(8, 1)
    assert heard.failures == [f"not coded: {tmp_path}/in/deep/b.jsonl, line 2: no object with id and text"]
    assert heard.size == heard.weight > 0
    result, _ = coded(tmp_path / "in", tmp_path / "lake")
    kept = records(tmp_path / "lake")
    assert [line for line in kept if json.loads(line)["kind"] != FAILURE] == lines
    assert [json.loads(line)["row"] for line in kept if json.loads(line)["kind"] == FAILURE] == [2]
    assert {p.name for p in tmp_path.iterdir()} == {"in", "one.jsonl", "all.jsonl", "lake"}


def test_two_processes_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SMALLEST", 200)
    given = write(tmp_path / "in.jsonl")
    coded(given, tmp_path / "one.jsonl")
    _, heard = coded(given, tmp_path / "two.jsonl", workers=2)
    assert sum(heard.fresh) > 1
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_stream_keeps_the_order_whoever_is_done_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards that are done backwards are written forwards; a record whose turn it is does not wait for the end."""
    monkeypatch.setattr(shards, "SMALLEST", 1)
    write(tmp_path / "in.jsonl", bad=True)
    coded(tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    written, told, heard = list[bytes](), list[int](), Heard()

    def backwards(job: Any, given: Any, tell: Any) -> Any:
        cut = list(given)
        receipts = {shard: run_shard(job, shard) for shard in cut}
        for shard in [*cut[1::-1], *cut[:1:-1]]:
            tell(shard, receipts[shard])
            told.append(len(written))
        return [receipts[shard] for shard in cut]

    result = code_stream(str(tmp_path / "in.jsonl"), written.append, backwards, heard.hearing())
    assert b"".join(written) == (tmp_path / "out.jsonl").read_bytes()
    assert told[0] == 0 < told[1] == told[-2] < told[-1]
    assert result == Coded(4, 1) and len(heard.failures) == 1


def test_an_object_store_gives_the_same_records(tmp_path: Path) -> None:
    given = write(tmp_path / "a.jsonl")
    store = fsspec.filesystem("memory")
    store.pipe_file("/bucket/news/a.jsonl", given.read_bytes())
    try:
        coded(tmp_path / "a.jsonl", tmp_path / "here.jsonl")
        coded("memory://bucket/news", "memory://bucket/there.jsonl")
        coded("memory://bucket/news", "memory://bucket/lake")
        assert store.cat_file("/bucket/there.jsonl") == (tmp_path / "here.jsonl").read_bytes()
        names = sorted(path.rsplit("/", 1)[-1] for path in store.find("/bucket/lake"))
        assert names[0] == MANIFEST and len(names) == 2
        assert pq.read_table(store.open(f"/bucket/lake/{names[1]}")).num_rows == len(
            records_of(tmp_path / "here.jsonl")
        )
    finally:
        store.rm("/bucket", recursive=True)


def records_of(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_broken_file_of_a_folder_is_named_and_the_rest_is_coded(tmp_path: Path) -> None:
    write(tmp_path / "in" / "b.jsonl")
    (tmp_path / "in" / "a.parquet").write_bytes(b"not parquet")
    result, heard = coded(tmp_path / "in", tmp_path / "out.jsonl")
    assert result == Coded(4, 0)
    assert heard.failures[0].startswith(f"not read: {tmp_path}/in/a.parquet: not a Parquet table")


def test_nothing_to_code_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name,words\n1,x\n", "utf-8")
    with pytest.raises(UnreadableInput, match="no row could be coded"):
        coded(tmp_path / "in.csv", tmp_path / "out.jsonl")
    (tmp_path / "empty.jsonl").write_text("", "utf-8")
    with pytest.raises(UnreadableInput, match="no row could be coded"):
        coded(tmp_path / "empty.jsonl", tmp_path / "out.jsonl")
    assert {p.name for p in tmp_path.iterdir()} == {"in.csv", "empty.jsonl"}


def test_a_lake_belongs_to_one_input_and_grows_with_it(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.jsonl")
    coded(tmp_path / "in", tmp_path / "lake")
    write(tmp_path / "in" / "b.jsonl", 10)
    _, heard = coded(tmp_path / "in", tmp_path / "lake")
    assert sum(heard.fresh) == 1
    documents = {json.loads(line)["document"] for line in records(tmp_path / "lake")}
    assert documents >= {"0", "1", "10", "11"}
    with pytest.raises(InputError, match="holds what was coded from"):
        coded(write(tmp_path / "other.jsonl"), tmp_path / "lake")


ODD = "~a::b #1 [2]? %20 é"


def test_odd_names_are_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / ODD / f"{ODD}.jsonl")
    coded(ODD, f"lake {ODD}")
    coded(f"{ODD}/{ODD}.jsonl", f"{ODD}.jsonl")
    assert len(records(f"lake {ODD}")) == len(records_of(tmp_path / f"{ODD}.jsonl")) > 2
    assert lake_measure(f"lake {ODD}", Wanted("dyad-months")).table.num_rows > 0
    assert {p.name for p in tmp_path.iterdir()} == {ODD, f"lake {ODD}", f"{ODD}.jsonl"}


def test_columns_say_what_the_record_says() -> None:
    table = code_table(rows([("1", TEXTS[1], "2024-10-17"), ("2", TEXTS[2], "no date")]))
    assert table.schema == RECORDS
    found = table.to_pylist()
    (event,) = [row for row in found if row["kind"] == "event" and row["document"] == "1"]
    whole = json.loads(event["record"])
    assert {name: event[name] for name in ("type", "mode", "cameo", "source", "target")} == {
        name: whole[name] for name in ("type", "mode", "cameo", "source", "target")
    }
    assert (str(event["date"]), event["precision"], str(event["published"])) == ("2024-10-03", "day", "2024-10-17")
    (statement,) = [row for row in found if row["kind"] == "statement"]
    whole = json.loads(statement["record"])
    assert (statement["state"], statement["speaker"]) == ("RUS", whole["speaker"]["actor"])
    assert {tone["actor"]: tone["value"] for tone in statement["stance"]} == whole["stance"]
    assert statement["published"] is None


def test_a_text_on_which_the_reader_fails_is_a_row_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    real = reading.read_records

    def fails(document: Document, *rest: Any, **options: Any) -> Any:
        if document.name == "1":
            raise IndexError("beyond the end")
        return real(document, *rest, **options)

    monkeypatch.setattr(reading, "read_records", fails)
    found = code_table(rows([("1", "x", None), ("2", TEXTS[0], None)])).to_pylist()
    assert found[0]["kind"] == FAILURE and "IndexError('beyond the end')" in found[0]["record"]
    assert {row["document"] for row in found[1:]} == {"2"}


def test_half_of_a_surrogate_pair_does_not_move_a_span(tmp_path: Path) -> None:
    text = "Russia \ud800 banned imports of Kazakh wheat."
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "1", "text": text}), "utf-8")
    coded(tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    spans = [record["evidence"] for record in records_of(tmp_path / "out.jsonl")]
    whole = text.replace("\ud800", "\ufffd")
    assert spans and all(whole[span["start"] : span["end"]] == span["quote"] for span in spans)


def rows(given: list[tuple[str, str, str | None]]) -> pa.Table:
    from multivector.sources.rows import rows_schema

    found = [
        {"number": n, "id": name, "text": text, "date": date} for n, (name, text, date) in enumerate(given, start=1)
    ]
    return pa.Table.from_pylist(found, schema=rows_schema())
