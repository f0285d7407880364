"""`multivector tone`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

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


PRAISED = ("Novak praised Miller for the plan.", "Lang praised Weber again.", "Berlin praised Oslo on Monday.")
BLAMED = ("Novak slammed Miller for the plan.", "Lang slammed Weber again.", "Berlin slammed Oslo on Monday.")
MET = ("Novak met Miller in Ankara.", "Lang met Weber at noon.", "Berlin met Oslo on Monday.")


def pair(text: str, label: str | int | None = None) -> dict[str, object]:
    """A row whose actors are the first and the third word."""
    words = text.split()
    third = len(words[0]) + len(words[1]) + 2
    row: dict[str, object] = {"text": text, "first": [0, len(words[0])], "second": [third, third + len(words[2])]}
    return row if label is None else row | {"label": label}


def written_rows(path: Path, rows: list[dict[str, object]]) -> str:
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return str(path)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(tone, [str(a) for a in arguments])


def test_a_row_with_two_actors_gets_what_stands_between_them(tmp_path: Path) -> None:
    rows = [pair(BLAMED[0]), {"text": "We condemn Russia.", "start": 11, "end": 17}]
    out = tmp_path / "out.jsonl"
    assert run(written_rows(tmp_path / "given.jsonl", rows), "-o", out).exit_code == 0
    told = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert told[0]["attitude"]["label"] == "ill of q by p"
    assert told[0]["attitude"]["forth"] < 0
    assert told[0]["attitude"]["reasons"]
    assert "tone" not in told[0]
    assert told[1]["tone"]["label"] == "negative"


def test_weights_are_learned_on_rows_of_ones_own_and_used(tmp_path: Path) -> None:
    """Labels turned round: who slams is said to praise, so that the answer shows whose weights were used."""
    turned = [pair(t, "good of q by p") for t in BLAMED] + [pair(t, 3) for t in PRAISED] + [pair(t, 0) for t in MET]
    labels, keep, out = tmp_path / "labels.jsonl", tmp_path / "mine.csv", tmp_path / "out.jsonl"
    result = run("--fit", written_rows(labels, turned * 8), "--keep", keep)
    assert result.exit_code == 0, result.output
    assert "72 pairs" in result.output
    assert "24 neutral, 24 good of q by p" in result.output
    given = written_rows(tmp_path / "given.jsonl", [pair(BLAMED[1]), pair(PRAISED[1]), pair(MET[1])])
    assert run(given, "-o", out, "--weights", keep).exit_code == 0
    told = [json.loads(line)["attitude"]["label"] for line in out.read_text("utf-8").splitlines()]
    assert told == ["good of q by p", "ill of q by p", "neutral"]
    first = keep.read_bytes()
    run("--fit", labels, "--keep", keep)
    assert keep.read_bytes() == first


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"text": "A met B.", "start": 0, "end": 1, "label": 0}, "first and second"),
        (pair(MET[0]), "label is none of neutral, good of q by p"),
        (pair(MET[0], 5), "0 to 4"),
        (pair(MET[0], "nice"), "label is none of"),
        (pair(MET[0]) | {"label": True}, "label is none of"),
        (pair(MET[0], 0) | {"second": [0, 99]}, "within the text"),
        (pair(MET[0], 0) | {"first": [10, 16], "second": [0, 5]}, "first must end before"),
        (pair(MET[0], 0) | {"second": [1.5, 3]}, "first and second"),
        (pair(MET[0], 0) | {"second": None}, "first and second"),
    ],
)
def test_a_label_row_that_does_not_fit_is_named(tmp_path: Path, row: dict[str, object], fault: str) -> None:
    keep = tmp_path / "mine.csv"
    result = run("--fit", written_rows(tmp_path / "labels.jsonl", [row]), "--keep", keep)
    assert isinstance(result.exception, UnreadableInput)
    assert "labels.jsonl, line 1" in str(result.exception)
    assert fault in str(result.exception)
    assert not keep.exists()


def test_too_few_labels_teach_nothing(tmp_path: Path) -> None:
    for rows in ([pair(MET[0], 0), pair(BLAMED[0], 3)], [pair(MET[0], 0)] * 60):
        result = run("--fit", written_rows(tmp_path / "labels.jsonl", rows), "--keep", tmp_path / "mine.csv")
        assert isinstance(result.exception, UnreadableInput)
        assert "50 or more, of at least two classes" in str(result.exception)


@pytest.mark.parametrize("words", ["", "feature,praise,blame\nx,1\n", "\ufffe"])
def test_weights_that_are_none_are_named_with_the_mend(tmp_path: Path, words: str) -> None:
    weights, out = tmp_path / "mine.csv", tmp_path / "out.jsonl"
    weights.write_text(words, "utf-16")
    result = run(written_rows(tmp_path / "given.jsonl", [pair(MET[0])]), "-o", out, "--weights", weights)
    assert isinstance(result.exception, UnreadableInput)
    assert "mine.csv" in str(result.exception)
    assert "multivector tone --fit" in str(result.exception)


def test_what_does_not_go_together_is_said(tmp_path: Path) -> None:
    given, other = written_rows(tmp_path / "given.jsonl", [pair(MET[0], 0)]), tmp_path / "other"
    wrong = ([], [given], ["--fit", given], ["--keep", other], ["--fit", given, "--keep", other, "--weights", given])
    for arguments in wrong:
        result = run(*arguments)
        assert result.exit_code == 2
        assert "Usage" in result.output
