from pathlib import Path

import pytest

from multivector.errors import InputError, MissingInput
from multivector.sources import Failure, find_sources, folder
from multivector.sources.folder import posix_name, scan


def write(path: Path, text: str = "Some text.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(root: Path) -> list[str]:
    return [posix_name(path, root) for path in find_sources(root)]


def test_finds_articles_in_order_and_passes_over_the_rest(tmp_path: Path) -> None:
    wanted = ["b.txt", "a/c.MD", "a/b/d.html", "e.htm", "f.pdf", "g.jsonl"]
    for name in wanted:
        write(tmp_path / name)
    for name in (".hidden/a.txt", ".multivector/x.txt", ".a.txt", "brief.html", "case.toml", "reviews.jsonl", "a.odt"):
        write(tmp_path / name)
    assert names(tmp_path) == sorted(wanted)


def test_a_file_is_its_own_source(tmp_path: Path) -> None:
    path = write(tmp_path / "article")
    assert find_sources(path) == (path,)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"nowhere.*check the spelling"):
        find_sources(tmp_path / "nowhere")


def test_links_inside_are_read_and_links_that_leave_are_told(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.txt")
    root = tmp_path / "case"
    inside = write(root / ".store" / "a.txt")
    (root / "in.txt").symlink_to(inside)
    (root / "out.txt").symlink_to(outside)
    (root / "loop.txt").symlink_to(root / "loop.txt")
    (root / "again").symlink_to(root)
    assert names(root) == ["in.txt"]
    failures = [entry for entry in scan(root) if isinstance(entry, Failure)]
    assert [failure.name for failure in failures] == ["loop.txt", "out.txt"]


def test_too_deep_and_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MAX_DEPTH", 2)
    write(tmp_path / "a" / "b" / "c.txt")
    write(tmp_path / "a" / "d.txt")
    assert names(tmp_path) == ["a/d.txt"]
    assert [f.name for f in scan(tmp_path) if isinstance(f, Failure)] == ["a/b"]
    monkeypatch.setattr(folder, "MAX_FILES", 1)
    with pytest.raises(InputError, match="more than 1 files"):
        find_sources(tmp_path)
