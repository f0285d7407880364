"""Progress: counts and rates where there is a terminal, nothing where there is none."""

import io
from functools import partial

import pytest
import rich.console

from multivector.cli.progress import indexing_progress


def on(monkeypatch: pytest.MonkeyPatch, *, terminal: bool) -> io.StringIO:
    """What would be seen on the error stream."""
    seen, real = io.StringIO(), rich.console.Console
    made = partial(real, file=seen, force_terminal=terminal, width=100)
    monkeypatch.setattr(rich.console, "Console", lambda **_: made())
    return seen


def test_an_index_that_grows_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = on(monkeypatch, terminal=True)
    with indexing_progress() as step:
        step(1000)
        step(234)
    assert "indexed 1,234 sentences and records" in seen.getvalue()


def test_nothing_is_shown_where_nothing_is_indexed_or_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = on(monkeypatch, terminal=True)
    with indexing_progress():
        pass
    assert "indexed" not in seen.getvalue()
    seen = on(monkeypatch, terminal=False)
    with indexing_progress() as step:
        step(1000)
    assert seen.getvalue().strip() == ""
