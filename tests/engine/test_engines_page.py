"""The commands of docs/engines.md run, but for those that need a cluster."""

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from multivector.cli.main import main

PAGE = Path(__file__).resolve().parents[2] / "docs" / "engines.md"


def test_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()
    for month, text in (("10", "Russia banned imports of Kazakh wheat."), ("11", "China met Kazakhstan in Astana.")):
        row = {"id": month, "text": text, "date": f"2024-{month}-17"}
        (tmp_path / "archive" / f"2024-{month}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (tmp_path / "actors.csv").write_text("code,name\nRUR,Ruritania\n", "utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    commands = [line for block in blocks for line in block.splitlines() if line.startswith("multivector ")]
    assert len(commands) > 5
    for line in commands:
        result = CliRunner().invoke(main, shlex.split(line)[1:])
        assert result.exit_code == 0, f"{line}\n{result.output}\n{result.exception!r}"
