"""What the tests share: reading a text with the project's own spine."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from multivector.model import Event, Link, Membership, Reading, Statement, TradeMeasure
from multivector.pipeline import code_row

settings.register_profile("multivector", deadline=None)  # a busy machine's first import takes longer than any limit
settings.load_profile("multivector")

SHARED = Path(__file__).resolve().parents[2] / "shared"
ARTICLE = SHARED / "cases" / "kazakhstan-brics" / "article.txt"
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "kazakhstan-brics"
SOURCES = Path(__file__).resolve().parents[1] / "src" / "multivector"


def pytest_sessionstart() -> None:
    """Nothing is tested by what was compiled from older sources."""
    for compiled in SOURCES.rglob("*.so"):
        source = compiled.with_name(compiled.name.split(".")[0] + ".py")
        if not source.exists() or source.stat().st_mtime > compiled.stat().st_mtime:
            pytest.exit(
                f"{source} is newer than what was compiled from it: `make test` compiles anew, "
                "`make interpreted` takes away what was compiled",
                returncode=3,
            )


class Read:
    """The records of one text, by kind."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.statements = [r for r in reading.records if isinstance(r, Statement)]
        self.events = [r for r in reading.records if isinstance(r, Event)]
        self.measures = [r for r in reading.records if isinstance(r, TradeMeasure)]
        self.memberships = [r for r in reading.records if isinstance(r, Membership)]
        self.links = [r for r in reading.records if isinstance(r, Link)]

    def told(self) -> set[tuple[str, str, str, str]]:
        """(source, target, type, status) of each event; several codes are joined by a plus sign."""
        return {("+".join(e.source), "+".join(e.target), e.type, e.status) for e in self.events}


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    """A function that reads a text as an article of 22 October 2024."""

    def reader(text: str, published: str | None = "2024-10-22") -> Read:
        return Read(code_row("test", text, published))

    return reader
