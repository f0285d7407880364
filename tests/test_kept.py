"""What is kept between runs is what would be worked out, and only for its owner."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from multivector import kept as module
from multivector.kept import ENV, compiled_templates, folder, kept


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(ENV, str(tmp_path / "kept"))
    folder.cache_clear()
    yield tmp_path / "kept"
    folder.cache_clear()


def never() -> Any:
    raise AssertionError("made anew")


def test_the_second_time_nothing_is_made(place: Path) -> None:
    made = {"a": [1, 2.5, True, None, "ж\ud800"], "b": {}}
    assert kept(b"source", lambda: made, "s") == made
    assert kept(b"source", never, "s") == made
    assert [path.suffix for path in place.iterdir()] == [".json"]


def test_another_source_or_another_way_is_made_anew(place: Path) -> None:
    kept(b"source", lambda: 1, "s")
    assert kept(b"other", lambda: 2, "s") == 2
    assert kept(b"source", lambda: 3, "t") == 3


@pytest.mark.parametrize("made", [{1: "a"}, (1, 2), [(1,)], date(2024, 10, 22), {"a": {2, 3}}, float("nan")])
def test_what_json_would_change_is_not_kept(place: Path, made: Any) -> None:
    assert kept(b"source", lambda: made, "s") is made
    assert list(place.iterdir()) == []


def test_a_broken_file_is_made_anew(place: Path) -> None:
    kept(b"source", lambda: [1], "s")
    next(place.iterdir()).write_text("[1,", encoding="ascii")
    assert kept(b"source", lambda: [1], "s") == [1]
    assert json.loads(next(place.iterdir()).read_text("ascii")) == [1]


def test_a_folder_that_others_can_write_in_is_not_used(place: Path) -> None:
    place.mkdir()
    place.chmod(0o777)
    assert folder() is None
    assert compiled_templates() is None
    assert kept(b"source", lambda: 1, "s") == 1
    assert list(place.iterdir()) == []


def test_without_a_folder_everything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENV, "")
    module.folder.cache_clear()
    assert folder() is None
    assert kept(b"source", lambda: 1, "s") == 1
    module.folder.cache_clear()


def test_the_codebook_reads_the_same_with_and_without(place: Path) -> None:
    from multivector.codebook.base import load

    fresh = load.__wrapped__("cues.yaml")
    assert load.__wrapped__("cues.yaml") == fresh
    assert len(list(place.iterdir())) == 1
