import io
import tarfile
import zipfile
from pathlib import Path

from multivector.sources import Failure, Source, read_sources
from multivector.sources.kinds import suffix_of
from multivector.sources.packed import Budget


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def test_articles_come_out_of_archives_by_name(tmp_path: Path) -> None:
    inner = zipped({"deep.txt": b"Words inside two archives."})
    (tmp_path / "a.zip").write_bytes(zipped({"x/b.txt": b"Words.", "a.md": b"# Title\n\nText.", "c.zip": inner}))
    (tmp_path / "b.tar.gz").write_bytes(tarred({"d.txt": b"More words.", "pic.png": b"\x89PNG"}))
    found = list(read_sources(tmp_path))
    names = [one.name for one in found]
    assert names == ["a.zip/a.md", "a.zip/c.zip/deep.txt", "a.zip/x/b.txt", "b.tar.gz/d.txt"]
    assert all(isinstance(one, Source) for one in found)


def test_names_never_lead_out_of_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"../../etc/a.txt": b"Words.", "/b.txt": b"Words.", ".c/d.txt": b"no"}))
    assert [one.name for one in read_sources(tmp_path)] == ["a.zip/etc/a.txt", "a.zip/b.txt"]


def test_bombs_and_locked_and_broken_members(tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(zipped({"a.txt": b"a" * 5_000_000, "good.txt": b"Words."}))
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and nothing")
    (tmp_path / "broken.tar.gz").write_bytes(b"\x1f\x8b nothing")
    found = {one.name: one for one in read_sources(tmp_path)}
    assert isinstance(found["bomb.zip/good.txt"], Source)
    bomb = found["bomb.zip/a.txt"]
    assert isinstance(bomb, Failure)
    assert "times its size" in bomb.reason
    for name in ("broken.zip", "broken.tar.gz"):
        one = found[name]
        assert isinstance(one, Failure)
        assert "not a readable archive" in one.reason


def test_archives_nest_only_so_deep(tmp_path: Path) -> None:
    data = zipped({"a.txt": b"Words."})
    for name in ("b.zip", "c.zip", "d.zip"):
        data = zipped({name: data})
    (tmp_path / "e.zip").write_bytes(data)
    (one,) = read_sources(tmp_path)
    assert isinstance(one, Failure)
    assert "deeper" in one.reason


def test_a_budget_counts_down() -> None:
    budget = Budget(left=10, files=2)
    assert budget.refuse("a", 6) is None
    refused = budget.refuse("b", 6)
    assert refused is not None
    assert refused.name == "b"
    assert budget.refuse("c", 1) is None
    assert budget.refuse("d", 1) is not None


def test_the_end_of_a_name_tells_its_kind() -> None:
    kinds = {"a/b.TAR.GZ": ".tar.gz", "c.warc.gz": ".warc.gz", "d.Txt": ".txt", "none": "", ".hidden": "", "x.y/z": ""}
    assert {name: suffix_of(name) for name in kinds} == kinds
