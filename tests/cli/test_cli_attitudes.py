"""`multivector attitudes`."""

import json
from pathlib import Path

from click.testing import CliRunner

from multivector.cli.attitudes import attitudes

TEXT = "Москва осудила Киев за обстрел. Минск поддержал Москву и назвал её союзником.\n"


def test_each_regard_is_a_line_with_its_strongest_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Moscow condemned Kyiv.\n", encoding="utf-8")
    result = CliRunner().invoke(attitudes, [str(tmp_path)])
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert any(line.startswith("a.txt: RUS against UKR (-") and "осудила Киев" in line for line in lines)
    assert not any(line.startswith("b.txt") for line in lines)


def test_json_tells_sign_value_sentences_and_reasons(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(attitudes, [str(tmp_path), "--json"])
    rows = {(r["source"], r["target"]): r for r in map(json.loads, result.output.splitlines())}
    row = rows["RUS", "UKR"]
    assert row["article"] == "a.txt" and row["sign"] == "neg" and row["value"] < 0 and row["reasons"]
    for one in row["evidence"]:
        assert TEXT[one["start"] : one["end"]] == one["quote"]
    sure = CliRunner().invoke(attitudes, [str(tmp_path), "--json", "--least", "1"])
    assert sure.exit_code == 0 and sure.output == ""


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"no pdf")
    result = CliRunner().invoke(attitudes, [str(tmp_path)])
    assert result.exit_code == 0
    assert "bad.pdf: " in result.output and "RUS against UKR" in result.output
