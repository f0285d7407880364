"""What the tests of the commands share: cases that were read once, and a command run as a user runs it."""

import gc
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import EXAMPLE

from multivector.cli import main
from multivector.pipeline import read_case

ONE = """Ruritanian Post

VILNIUS, 3 March 2024. Lithuania banned imports of cheese from Belarus on 1 March 2024, the agriculture ministry said.

President Gitanas Nauseda said that Belarus was a threat to the region. Belarus recalled its ambassador from Vilnius on
2 March 2024. At least 12 people were killed at the border, police said.
"""
OTHER = """Graustark Gazette

MINSK, 4 March 2024. Lithuania did not ban imports of cheese from Belarus, according to the foreign ministry in Minsk.

Speaking to farmers in Kaunas, President Gitanas Nauseda called Belarus a good neighbour. The clash at the frontier left
at least 19 people dead, a hospital reported on Sunday evening. Belarus imposed a ban on imports of milk from Lithuania
on 4 March 2024 in response to the ban on cheese.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What a command came to: its exit code, what it printed, and what it said beside."""

    code: int
    out: str
    err: str


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., Told]]:
    """A function that runs a command in this process as the shell would, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    thresholds = gc.get_threshold()

    def run(*arguments: object) -> Told:
        monkeypatch.setattr(sys, "argv", ["multivector", *(str(one) for one in arguments)])
        with CliRunner().isolation() as (out, err, _):
            code = 0
            try:
                main.run()
            except SystemExit as stop:
                code = int(stop.code or 0)
            sys.stdout.flush()
            sys.stderr.flush()
            return Told(code, out.getvalue().decode(), err.getvalue().decode())

    yield run
    gc.set_threshold(*thresholds)


@pytest.fixture(scope="session")
def example_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled example, read."""
    case = tmp_path_factory.mktemp("cli") / "kazakhstan-brics"
    shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns(".multivector", "brief.html"))
    read_case(case / "sources", case, lambda _: None)
    return case


@pytest.fixture(scope="session")
def quarrel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles that tell of one quarrel otherwise, read; without a case.toml."""
    case = tmp_path_factory.mktemp("quarrel")
    sources = case / "sources"
    sources.mkdir()
    (sources / "one.txt").write_text(ONE, "utf-8")
    (sources / "other.txt").write_text(OTHER, "utf-8")
    (sources / "copy.txt").write_text(ONE.replace("12 people", "13 people"), "utf-8")
    read_case(sources, case, lambda _: None)
    return case
