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
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, line: str, fault: str) -> None:
    given = tmp_path / "given.jsonl"
    given.write_text(line, "utf-8")
    result = CliRunner().invoke(tone, [str(given), "-o", str(tmp_path / "out.jsonl")])
    assert isinstance(result.exception, UnreadableInput)
    assert "line 1" in str(result.exception)
    assert fault in str(result.exception)
