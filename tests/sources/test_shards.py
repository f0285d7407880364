"""Cutting: every row stands in one shard, with its number, whatever the sizes, in every kind of file and place."""

import csv
import datetime as dt
import io
import json
from itertools import pairwise
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.errors import InputError, MissingInput, UnreadableInput
from multivector.sources import shards
from multivector.sources.places import find_files
from multivector.sources.rows import read_shard, rows_schema
from multivector.sources.shards import KINDS, shards_of

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=30)
ROW = st.fixed_dictionaries({"id": st.text("ab1é", min_size=1, max_size=4), "text": TEXT})
LIMITS = st.integers(1, 200)


def read(path: str | Path) -> list[dict[str, object]]:
    """All rows of all shards, and that each shard is in the promised shape."""
    found = []
    for place in find_files(str(path), KINDS):
        for shard in shards_of(place):
            table = read_shard(shard)
            assert table.schema == rows_schema()
            found += table.to_pylist()
    return found


def told(rows: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(row["id"], row["text"]) for row in rows]


@settings(max_examples=80, deadline=None)
@given(rows=st.lists(ROW, max_size=12), smallest=LIMITS, crlf=st.booleans(), ascii_only=st.booleans())
def test_json_lines(tmp_path_factory, rows, smallest: int, crlf: bool, ascii_only: bool) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("shards") / "in.jsonl"
    end = "\r\n" if crlf else "\n"
    path.write_bytes("".join(json.dumps(row, ensure_ascii=ascii_only) + end for row in rows).encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SMALLEST", smallest)
        found = read(path)
    assert told(found) == [(row["id"], row["text"]) for row in rows]
    assert [row["number"] for row in found] == list(range(1, len(rows) + 1))


@settings(max_examples=80, deadline=None)
@given(rows=st.lists(ROW, max_size=12), smallest=LIMITS)
def test_csv_with_line_ends_in_cells(tmp_path_factory, rows, smallest: int) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("shards") / "in.csv"
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ["id", "text"], quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SMALLEST", smallest)
        found = read(path)
    whole = [(row["id"], row["text"]) if row["text"] else (None, None) for row in rows]  # an empty cell is none
    assert told(found) == whole
    assert [row["number"] for row in found] == list(range(1, len(rows) + 1))


@settings(max_examples=50, deadline=None)
@given(rows=st.lists(ROW, max_size=30), smallest=LIMITS, group=st.integers(1, 9))
def test_parquet_with_any_row_groups(tmp_path_factory, rows, smallest: int, group: int) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("shards") / "in.parquet"
    days = [dt.date(2024, 1, 1 + n) for n in range(len(rows))]
    columns = {"text": [r["text"] for r in rows], "id": [r["id"] for r in rows], "date": days, "other": [1] * len(rows)}
    schema = pa.schema([("text", pa.string()), ("id", pa.string()), ("date", pa.date32()), ("other", pa.int64())])
    pq.write_table(pa.table(columns, schema=schema), path, row_group_size=group)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SMALLEST", smallest)
        found = read(path)
    assert told(found) == [(row["id"], row["text"]) for row in rows]
    assert [row["number"] for row in found] == list(range(1, len(rows) + 1))
    assert [row["date"] for row in found] == [str(day) for day in days]


def test_a_large_row_group_is_cut_and_small_ones_are_put_together(tmp_path: Path) -> None:
    table = pa.table({"id": [str(n) for n in range(5000)], "text": [f"{n} " * 100 for n in range(5000)]})
    pq.write_table(table, tmp_path / "large.parquet", row_group_size=5000)
    pq.write_table(table.slice(0, 500), tmp_path / "small.parquet", row_group_size=1)
    large, small = ([*shards_of(place)] for place in find_files(str(tmp_path), KINDS))
    assert 10 < len(large) <= shards.MOST_PER_GROUP and 1 < len(small) < 20
    assert [s.start for s in large[1:]] == [s.stop for s in large[:-1]] and large[-1].stop == 5000
    assert abs(sum(s.weight for s in large) - (tmp_path / "large.parquet").stat().st_size) < len(large)


def test_bad_rows_keep_their_place_and_odd_ones_what_they_say(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "x"}',
        "",
        "not json",
        "[" * 100_000,
        '{"id": 7, "text": "\\ud800", "date": 2024}',
        "[1]",
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    rows = read(tmp_path / "in.jsonl")
    assert [(row["number"], row["id"]) for row in rows] == [(1, "a"), (3, None), (4, None), (5, "7"), (6, None)]
    assert rows[3]["text"] == "\ufffd" and rows[3]["date"] == "2024"


def test_folders_and_object_stores(tmp_path: Path) -> None:
    for name in ("b/2.jsonl", "a/1.jsonl", "_part.jsonl", ".hidden/3.jsonl", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(json.dumps({"id": name, "text": "x"}), "utf-8")
    assert [row["id"] for row in read(tmp_path)] == ["a/1.jsonl", "b/2.jsonl"]
    assert [row["id"] for row in read(f"file://{tmp_path}")] == ["a/1.jsonl", "b/2.jsonl"]
    store = fsspec.filesystem("memory")
    store.pipe_file("/news/2024/one.jsonl", b'{"id": "m", "text": "x"}\n')
    (place,) = find_files("memory://news", KINDS)
    assert (place.name, [row["id"] for row in read("memory://news")]) == ("2024/one.jsonl", ["m"])
    store.rm("/news", recursive=True)


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingInput, match="no such file"):
        find_files(str(tmp_path / "none"), KINDS)
    with pytest.raises(MissingInput, match="without any"):
        find_files(str(tmp_path), KINDS)
    with pytest.raises(InputError, match="nowhere://"):
        find_files("nowhere://bucket/x", KINDS)
    monkeypatch.setattr(shards, "LONGEST", 1000)
    monkeypatch.setattr(shards, "SMALLEST", 10)
    for name in ("long.jsonl", "long.csv"):
        (tmp_path / name).write_text("x" * 5000, "utf-8")
        with pytest.raises(UnreadableInput, match="longer than"):
            read(tmp_path / name)


@settings(max_examples=60, deadline=None)
@given(rows=st.integers(0, 400), kind=st.sampled_from(["jsonl", "csv"]), smallest=st.integers(1, 600))
def test_shards_grow_smaller_towards_the_end_of_a_long_file(
    tmp_path_factory: pytest.TempPathFactory, rows: int, kind: str, smallest: int
) -> None:
    path = tmp_path_factory.mktemp("taper") / f"in.{kind}"
    lines = [
        json.dumps({"id": f"{n}", "text": "x" * 20}) if kind == "jsonl" else f"{n},{'x' * 20}" for n in range(rows)
    ]
    path.write_text("\n".join([*(["id,text"] if kind == "csv" else []), *lines, ""]), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SMALLEST", smallest)
        (place,) = find_files(str(path), KINDS)
        cut = list(shards_of(place))
        assert [row["id"] for row in read(path)] == [f"{n}" for n in range(rows)]
    assert all(one.stop == other.start for one, other in pairwise(cut))
    longest = max((len(line) + 1 for line in lines), default=0)
    if place.size > shards.LONG * smallest:
        assert cut[-1].weight <= smallest // shards.TAPER + 2 * longest
    else:
        assert all(one.weight >= smallest for one in cut[:-1])
