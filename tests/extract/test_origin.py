"""The reader's version follows its rules."""

from importlib.resources import files
from pathlib import Path

import pytest

from multivector.extract.origin import PARTS, READ, READER_VERSION, RELEASE, _contents, origin


def test_the_version_names_the_release_and_the_rules() -> None:
    release, fingerprint = READER_VERSION.split("+")
    assert release == RELEASE
    assert len(fingerprint) == 8


def test_an_origin_names_reader_rule_and_version() -> None:
    (made,) = origin("event:sanction.ban")
    assert (made.reader, made.rule, made.version) == ("multivector", "event:sanction.ban", READER_VERSION)


@pytest.mark.parametrize("name", ["rules.py", "words.yaml", "weights.csv", "layers.npz"])
def test_a_changed_rule_or_table_changes_the_version(tmp_path: Path, name: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_bytes(b"one")
    before = _contents(tmp_path)
    (tmp_path / "data" / name).write_bytes(b"two")
    assert _contents(tmp_path) != before


def test_what_is_no_rule_changes_nothing(tmp_path: Path) -> None:
    before = _contents(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "rules.py").write_bytes(b"one")
    (tmp_path / "notes.txt").write_bytes(b"one")
    assert _contents(tmp_path) == before


def test_every_file_that_the_reader_ships_counts() -> None:
    paths = [p for part in PARTS for p in Path(str(files("multivector") / part)).rglob("*") if p.is_file()]
    made = (".pyc", ".so")  # from files that count
    assert {p.suffix for p in paths if p.suffix not in made} <= set(READ)
