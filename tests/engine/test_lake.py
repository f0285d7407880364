"""Parts and lakes: whole or not there, on disk and in an object store; a manifest says what is finished."""

import json
from contextlib import suppress
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from stages import cut, job, stage

from multivector.engine.lake import MANIFEST, begin, finish, parts_of
from multivector.engine.local import run_local
from multivector.engine.parts import earlier, publish, read_part, whole, write_part
from multivector.engine.stage import Job, Stage, run_shard
from multivector.errors import InputError, MissingInput, StoreError
from multivector.sources.places import system_of

TABLE = pa.table({"n": [1, 2]})


@pytest.fixture(params=["path", "file", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path):  # type: ignore[no-untyped-def]
    """A lake's address on disk, as a URL and in an object store."""
    if request.param == "memory":
        yield "memory://bucket/lake"
        store = fsspec.filesystem("memory")
        if store.exists("/bucket"):
            store.rm("/bucket", recursive=True)
    else:
        yield str(tmp_path / "lake") if request.param == "path" else f"file://{tmp_path}/lake"


def names(folder: str) -> list[str]:
    system, root = system_of(folder)
    return sorted(path.rsplit("/", 1)[-1] for path in system.ls(root, detail=False, refresh=True))


def write(path: Path, *texts: str) -> Path:
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)), "utf-8")
    return path


def test_a_part_says_what_went_in(folder: str) -> None:
    write_part(folder, "part-a.parquet", TABLE, (5, 2, 0), {"shard": "x\ud800"})
    assert earlier(folder, "part-a.parquet") == (5, 2, 0)
    assert read_part(folder, "part-a.parquet").equals(TABLE)
    assert names(folder) == ["part-a.parquet"]
    assert earlier(folder, "part-b.parquet") is None


def test_a_torn_part_is_no_part(folder: str) -> None:
    for data in (b"", b"PAR1 and then nothing"):
        publish(f"{folder}/part-a.parquet", data)
        assert earlier(folder, "part-a.parquet") is None


def test_writing_that_fails_leaves_what_was_there(folder: str) -> None:
    publish(f"{folder}/one", b"old")
    with suppress(RuntimeError), whole(f"{folder}/one") as file:
        file.write(b"new")
        raise RuntimeError
    system, root = system_of(folder)
    assert system.cat_file(f"{root}/one") == b"old"
    assert [name for name in names(folder) if not name.endswith(".tmp")] == ["one"]


def test_a_lake_is_what_its_manifest_says(folder: str, tmp_path: Path) -> None:
    given = write(tmp_path / "in.jsonl", "a b", "c")
    begin(folder, "news")
    with pytest.raises(MissingInput, match="has not finished"):
        parts_of(folder)
    first = run_local(job(folder), cut(given), lambda *_: None)
    finish(folder, "news", stage(), first)
    assert [path.rsplit("/", 1)[-1] for path in parts_of(folder)] == [r.file for r in first]
    begin(folder, "news")
    second = run_local(job(folder), cut(write(given, "d e f")), lambda *_: None)
    assert [path.rsplit("/", 1)[-1] for path in parts_of(folder)] == [r.file for r in first]  # until it is finished
    finish(folder, "news", stage(), second)
    assert names(folder) == sorted([MANIFEST, second[0].file])
    with pytest.raises(InputError, match="holds what was coded from news"):
        begin(folder, "other")


def test_what_is_no_lake_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x", "utf-8")
    with pytest.raises(InputError, match=r"holds thesis\.txt"):
        begin(str(tmp_path), "news")
    with pytest.raises(MissingInput, match="no Parquet file"):
        parts_of(str(tmp_path))
    pq.write_table(TABLE, tmp_path / "event.parquet")
    assert parts_of(str(tmp_path)) == (str(tmp_path / "event.parquet"),)
    (tmp_path / MANIFEST).write_text("[]", "utf-8")
    with pytest.raises(InputError, match="not a lake's manifest"):
        parts_of(str(tmp_path))


def test_a_part_that_was_reported_and_is_not_there(tmp_path: Path) -> None:
    folder = str(tmp_path / "lake")
    begin(folder, "news")
    receipts = run_local(job(folder), cut(write(tmp_path / "in.jsonl", "a")), lambda *_: None)
    (tmp_path / "lake" / receipts[0].file).unlink()
    with pytest.raises(StoreError, match="1 parts were reported"):
        finish(folder, "news", stage(), receipts)


def test_a_name_says_what_is_in_a_part(tmp_path: Path) -> None:
    """Another version, place or content is another name; a copy of a file is not the file."""
    one, two = write(tmp_path / "one.jsonl", "a"), write(tmp_path / "two.jsonl", "a")
    made = [run_shard(job(tmp_path / "out", v), *cut(path)).file for v in "12" for path in (one, two)]
    made.append(run_shard(job(tmp_path / "out"), *cut(write(one, "b"))).file)
    assert len(set(made)) == 5


def test_a_stage_keeps_its_promise(tmp_path: Path) -> None:
    other = Stage("words", "1", TABLE.schema, stage().run)
    broken = Job(other, job("").load, str(tmp_path / "out"))
    with pytest.raises(StoreError, match="other columns"):
        run_shard(broken, *cut(write(tmp_path / "in.jsonl", "a")))
