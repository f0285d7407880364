"""Commands and Python in the docs run."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from multivector.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/how-it-works.md", "docs/desk.md")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / page).read_text("utf-8"), re.M | re.S)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(
        ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns(".multivector", "brief.html")
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_commands_run(page: str, copied: Path) -> None:
    commands = [line for block in blocks(page, "sh") for line in block.splitlines() if line.startswith("multivector ")]
    assert commands
    for line in commands:
        result = CliRunner().invoke(main, shlex.split(line)[1:])
        assert result.exit_code == 0, f"{line}\n{result.output}\n{result.exception!r}"


def test_python_runs(copied: Path) -> None:
    scope: dict[str, object] = {}
    for block in blocks("docs/how-it-works.md", "python"):
        exec(compile(block, "docs/how-it-works.md", "exec"), scope)


def test_the_codebook_page_is_that_of_the_codebook() -> None:
    command = [sys.executable, str(ROOT / "tools" / "codebook_page.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0, "run: python tools/codebook_page.py"
