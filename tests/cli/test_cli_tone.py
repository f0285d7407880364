"""`multivector tone`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from multivector.cli.tone import tone
from multivector.errors import UnreadableInput


def test_each_row_gets_its_tone(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "text": "We condemn Russia.", "start": 11, "end": 17},
        {"id": "2", "text": "The talks are on Monday in Ankara.", "start": 27, "end": 33},
    ]
    given, out = tmp_path / "given.jsonl", tmp_path / "out.jsonl"
    given.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    result = CliRunner().invoke(tone, [str(given), "-o", str(out)])
    assert result.exit_code == 0, result.output
    told = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["tone"]["label"] for row in told] == ["negative", "neutral"]
    assert told[0]["id"] == "1"
    assert told[0]["tone"]["reader"] == "lexicon"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{not json", "no JSON"),
        ('{"text": "a"}', "start and end"),
        ('{"text": "abc", "start": 1, "end": 9}', "within the text"),
        ("[1]", "start and end"),
        ('{"text": "abc", "start": true, "end": 2}', "start and end"),
        ('{"text": "abc", "start": 2, "end": 2}', "within the text"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, line: str, fault: str) -> None:
    given = tmp_path / "given.jsonl"
    given.write_text(line, "utf-8")
    result = CliRunner().invoke(tone, [str(given), "-o", str(tmp_path / "out.jsonl")])
    assert isinstance(result.exception, UnreadableInput)
    assert "line 1" in str(result.exception)
    assert fault in str(result.exception)


def test_a_line_within_a_text_ends_no_row(tmp_path: Path) -> None:
    text = "We condemn\u2028Russia.\x85"
    given, out = tmp_path / "given.jsonl", tmp_path / "out.jsonl"
    row = json.dumps({"text": text, "start": 11, "end": 17}, ensure_ascii=False)
    given.write_text(f"\ufeff{row}\r\n\n", "utf-8", newline="")
    result = CliRunner().invoke(tone, [str(given), "-o", str(out)], catch_exceptions=False)
    assert result.exit_code == 0
    assert json.loads(out.read_text("utf-8"))["text"] == text


def test_a_bad_row_leaves_no_half_written_file(tmp_path: Path) -> None:
    given, out = tmp_path / "given.jsonl", tmp_path / "out.jsonl"
    given.write_text('{"text": "Russia", "start": 0, "end": 6}\nno\n', "utf-8")
    result = CliRunner().invoke(tone, [str(given), "-o", str(out)])
    assert isinstance(result.exception, UnreadableInput)
    assert not out.exists()


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    given = tmp_path / "given.jsonl"
    given.write_bytes(b"\xff\xfe{")
    result = CliRunner().invoke(tone, [str(given), "-o", str(tmp_path / "out.jsonl")])
    assert isinstance(result.exception, UnreadableInput)
    assert "given.jsonl: not UTF-8 (byte 0)" in str(result.exception)
