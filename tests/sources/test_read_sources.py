import os
import subprocess
import sys
from pathlib import Path

import pytest

from multivector.errors import MissingInput
from multivector.model import content_hash
from multivector.sources import Failure, Source, read_sources


def test_a_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("A first article.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "d.txt").write_bytes(b"")
    (tmp_path / "sub" / "e.md").write_text("# Title\n\nA last article.", encoding="utf-8")
    found = list(read_sources(tmp_path))
    assert [entry.name for entry in found] == ["a.txt", "b.txt", "c.pdf", "d.txt", "sub/e.md"]
    assert [isinstance(entry, Source) for entry in found] == [True, False, False, False, True]
    assert all(entry.reason and entry.mend for entry in found if isinstance(entry, Failure))


def test_one_file_is_named_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Text.\n")
    (source,) = read_sources(path)
    assert isinstance(source, Source)
    assert (source.name, source.data_hash) == ("a.txt", content_hash(b"Text.\n"))
    assert source.text == "Text.\n"


def test_missing_is_raised_at_once(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_sources(tmp_path / "nowhere")


def test_too_large_and_unknown_kinds(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_bytes(b"a" * 20_000_001)
    assert list(read_sources(big)) == [Failure("big.txt", "it has 20.0 MB, the limit is 20 MB", "split it")]
    other = tmp_path / "a.odt"
    other.write_bytes(b"abc")
    (failure,) = read_sources(other)
    assert isinstance(failure, Failure)
    assert ".odt files are not read" in failure.reason
    bare = tmp_path / "article"
    bare.write_bytes(b"Some words.")
    assert [isinstance(entry, Source) for entry in read_sources(bare)] == [True]


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Text.")

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    assert [entry.reason for entry in read_sources(path) if isinstance(entry, Failure)] == [
        "it cannot be opened: Permission denied"
    ]


def test_heavy_libraries_wait_until_they_are_needed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Some words.")
    code = (
        "import sys; from pathlib import Path; from multivector.sources import read_sources;"
        f"list(read_sources(Path({str(tmp_path)!r}))); print({{'trafilatura', 'pypdf', 'lxml'}} & set(sys.modules))"
    )
    where = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=where, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
