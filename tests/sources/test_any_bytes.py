"""Any bytes under any name: an article, or a reason and a mend; never an error, and the files beside it are read."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.sources import Failure, Source, read_sources
from multivector.sources.cells import read_csv
from multivector.sources.lines import read_lines

ENDINGS = (
    ".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml", ".jsonl", ".csv", ".parquet", ".warc", ".zip", ".tar.gz",
    ".json", ".xml", ".gz", "",
)  # fmt: skip
BEGINNINGS = (
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"PAR1", b"<html><body>",
    b"<?xml version='1.0'?>",
    b'{"text": "', b"text,id\n", b"From: a\nSubject: b\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"---\ntitle: x\n---\n",
    b"\x00\x00", b'"', b"[" * 5000, b'{"text": {"text": ["', b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
)  # fmt: skip
BYTES = st.tuples(st.sampled_from(BEGINNINGS), st.binary(max_size=200) | st.text(max_size=80).map(str.encode)).map(
    lambda parts: parts[0] + parts[1]
)
GOOD = "Canada sanctioned Iran on Monday, the foreign ministry said in a statement in Ottawa."


@settings(max_examples=60)
@given(data=BYTES, ending=st.sampled_from(ENDINGS))
def test_a_file_of_any_bytes_costs_no_other(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / f"odd{ending}").write_bytes(data)
    (folder / "whole.txt").write_text(GOOD, "utf-8")
    found = list(read_sources(folder))
    assert [one.text for one in found if isinstance(one, Source) and one.name == "whole.txt"] == [GOOD]
    for one in found:
        if isinstance(one, Failure):
            assert one.reason and one.mend
        elif isinstance(one, Source):
            assert len(one.at) == len(one.text)


@settings(max_examples=100)
@given(st.lists(BYTES, max_size=4).map(b"\n".join))
def test_lines_and_tables_of_any_bytes_are_told(data: bytes) -> None:
    for reader in (read_lines, read_csv):
        for one in reader("odd", BytesIO(data)):
            assert isinstance(one, Failure) == (not isinstance(one, Source))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
ROW = st.dictionaries(
    st.sampled_from(["text", "body", "id", "url", "title", "published", "date", "outlet", "language", "author"]), JSON
)


@settings(max_examples=100)
@given(st.lists(ROW, min_size=1, max_size=4))
def test_rows_with_values_of_any_kind_are_articles_or_failures(rows: list[dict[str, object]]) -> None:
    lines = "\n".join(json.dumps(row) for row in rows)
    found = list(read_lines("rows.jsonl", BytesIO(lines.encode())))
    assert len(found) == len(rows)
    for row, one in zip(rows, found, strict=True):
        if isinstance(one, Source):
            assert one.text in (row.get("text"), row.get("body"))
            assert one.name and "\n" not in one.name


def test_a_header_or_a_cell_beyond_reason_is_a_failure() -> None:
    long = b"x" * 30_000_000
    for data in (long + b",text\na,b\n", b"text\n" + long + b"\nfine words\n", b'"' + long, b'text\n"' + long):
        found = list(read_csv("big.csv", BytesIO(data)))
        assert any(isinstance(one, Failure) for one in found)


def test_an_archive_of_odd_names_is_read_within_itself(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as box:
        for name in (
            "../out.txt",
            "/etc/out.txt",
            "a\\b.txt",
            "c:d.txt",
            ".hidden.txt",
            "deep/" * 40 + "x.txt",
            "good.txt",
        ):
            box.writestr(name, GOOD)
    found = list(read_sources(tmp_path))
    assert any(isinstance(one, Source) and one.name.endswith("good.txt") for one in found)
    assert not (tmp_path.parent / "out.txt").exists()
