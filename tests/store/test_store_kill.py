"""A writer that is killed at any point loses nothing that was committed and doubles nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from bulk_tables import tables_of
from store_readings import READER, empty_store, filled_store, reading

from multivector.store import Store
from multivector.store.atomic import sweep, write_atomic
from multivector.store.export import export_lines

store = pytest.fixture(empty_store)
filled = pytest.fixture(filled_store)

KILLED = 9
CHILD = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from bulk_tables import tables_of
from store_readings import READER, reading
from multivector.store import Store, atomic, manifest, segments
place, real = sys.argv[3], segments.write_segment
die = lambda *_, **__: os._exit(9)
if place == "before segments":
    segments.write_segment = die
elif place == "between segments":
    segments.write_segment = lambda folder, kind, *rest: die() if kind == "event" else real(folder, kind, *rest)
elif place == "inside a segment":
    atomic.os.fsync = die
elif place == "before the manifest":
    manifest.Manifest.commit = die
elif place == "after the manifest":
    manifest.Manifest.end_job = die
with Store.open(Path(sys.argv[2])).writer(READER) as writer:
    writer.add(reading("a.txt"))
    writer.add(reading("b.txt"))
"""
PLACES = ("before segments", "between segments", "inside a segment", "before the manifest", "after the manifest")


def write_and_die(case: Path, place: str, child: str = CHILD, *more: str) -> None:
    """Write two readings in another process that dies there."""
    here = str(Path(__file__).parent)
    run = subprocess.run([sys.executable, "-c", child, here, str(case), place, *more], check=False, capture_output=True)
    assert run.returncode == KILLED, run.stderr.decode()


def segment_files(store: Store) -> list[Path]:
    """The segments and what else lies among them."""
    return sorted(path for path in store.folder.glob("segments/*/*"))


BULK_CHILD = """
import os, sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], str(Path(sys.argv[1]).parents[1])]
from tests.store.bulk_tables import tables_of
from bulk_tables import tables_of
from store_readings import READER, reading
from multivector.store import Store, atomic, manifest
from multivector.store.bulk import writer as bulk
place, case, real = sys.argv[3], Path(sys.argv[2]), bulk.write_segment
die = lambda *_, **__: os._exit(9)
def arm():
    if place == "before segments":
        bulk.write_segment = die
    elif place == "between segments":
        bulk.write_segment = lambda f, kind, *rest, **how: die() if kind == "event" else real(f, kind, *rest, **how)
    elif place == "inside a segment":
        atomic.os.fsync = die
    elif place == "before the manifest":
        manifest.Manifest.commit_bulk = die
    elif place == "after the manifest":
        manifest.Manifest.end_job = die
if sys.argv[4] == "compact":
    with Store.open(case).bulk(READER) as writer:
        writer.add(tables_of([reading("b.txt")]))
    manifest.Manifest.end_job = die
    arm()
    Store.open(case).compact(many=2)
    os._exit(9)
arm()
with Store.open(case).bulk(READER) as writer:
    writer.add(tables_of([reading("a.txt"), reading("b.txt")]))
"""


@pytest.mark.parametrize("work", ["write", "compact"])
@pytest.mark.parametrize("place", PLACES)
def test_a_kill_while_tables_go_in_or_are_compacted_leaves_all_or_nothing(
    tmp_path: Path, place: str, work: str
) -> None:
    store = Store.open(tmp_path)
    with store.bulk(READER) as writer:
        writer.add(tables_of([reading("a.txt")]))
    write_and_die(tmp_path, place, BULK_CHILD, work)
    done = place == "after the manifest" or work == "compact"
    assert [d.name for d in store.view().documents()] == ["a.txt", "b.txt"][: 1 + done]
    assert store.view().count() == (1 + done, 5 * (1 + done))
    with store.bulk(READER) as writer:  # sweeps what the kill left, and the same tables go in once
        writer.add(tables_of([reading("a.txt"), reading("b.txt")]))
    whole = Store.open(make(tmp_path / "whole"))
    with whole.bulk(READER) as writer:
        writer.add(tables_of([reading("a.txt"), reading("b.txt")]))
    assert list(export_lines(store.view())) == list(export_lines(whole.view()))
    assert not list(store.folder.rglob("*.tmp"))


def make(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize("place", PLACES)
def test_a_kill_loses_nothing_and_doubles_nothing(tmp_path: Path, place: str) -> None:
    store = Store.open(tmp_path)
    with store.writer(READER) as writer:
        writer.add(reading("a.txt"))
    before = list(export_lines(store.view()))

    write_and_die(tmp_path, place)
    done = place == "after the manifest"
    assert done or list(export_lines(store.view())) == before
    assert len(store.view().documents()) == 1 + done
    assert store.jobs()[-1][3] is None

    with store.writer(READER) as writer:
        for name in ("a.txt", "b.txt"):
            if not store.has(reading(name).document.id, READER):
                writer.add(reading(name))
    whole = tmp_path / "whole"
    whole.mkdir()
    with Store.open(whole).writer(READER) as writer:
        writer.add(reading("a.txt"))
        writer.add(reading("b.txt"))
    assert list(export_lines(store.view())) == list(export_lines(Store.open(whole).view()))
    with store.writer(READER):
        pass
    named = {path for path in segment_files(store) if path.suffix == ".parquet"}
    assert named == set(segment_files(store))
    assert (
        len(named)
        == len({(path.parent, path.stem) for path in named})
        == len(Store.open(tmp_path)._manifest.snapshot().kinds)
    )


def test_a_torn_file_is_ignored_and_swept(filled: Store) -> None:
    before = list(export_lines(filled.view()))
    torn = filled.folder / "segments" / "event" / "seg-0.parquet.77-1.tmp"
    torn.write_bytes(b"PAR1 and then nothing")
    assert list(export_lines(filled.view())) == before
    with filled.writer(READER):
        assert not torn.exists()
    assert list(export_lines(filled.view())) == before


def test_writing_replaces_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "brief.html"
    write_atomic(path, b"one")
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert [found.name for found in path.parent.iterdir()] == ["brief.html"]


def test_an_error_while_writing_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "brief.html"
    write_atomic(path, b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("multivector.store.atomic.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"two")
    assert path.read_bytes() == b"one"
    assert [found.name for found in tmp_path.iterdir()] == ["brief.html"]


def test_sweeping_nothing_is_nothing(tmp_path: Path) -> None:
    assert sweep(tmp_path / "nowhere") == 0


def test_a_reader_in_another_process_sees_whole_states_only(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from multivector.store import Store\n"
        "seen = set()\n"
        "while len(seen) < 4 and max(seen, default=0) < 4:\n"
        "    view = Store.open(Path(sys.argv[1])).view()\n"
        "    assert len(view.records()) == 5 * len(view.documents()), view.records()\n"
        "    seen.add(len(view.documents()))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stderr=subprocess.PIPE) as child:
        for number in range(4):
            for version in ("reader-1", "reader-2", "reader-3"):
                with Store.open(tmp_path).writer(version, buffer=1) as writer:
                    writer.add(reading(f"{number}.txt"))
        _, said = child.communicate(timeout=60)
    assert child.returncode == 0, said.decode()


def test_a_reader_in_another_process_sees_whole_tables_only(tmp_path: Path) -> None:
    """Tables go in, replace each other and are compacted, while a reader asks for everything and for single records."""
    code = (
        "import sys; from pathlib import Path; from multivector.store import Store\n"
        "seen = 0\n"
        "while seen < 8:\n"
        "    view = Store.open(Path(sys.argv[1])).view()\n"
        "    records, (documents, counted) = view.records(), view.count()\n"
        "    assert len(records) == counted == 5 * documents and documents % 2 == 0, counted\n"
        "    assert all(view.record(one.id) == one for one in records[:3])\n"
        "    assert documents >= seen, 'what was there is gone'\n"
        "    seen = documents\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stderr=subprocess.PIPE) as child:
        store = Store.open(tmp_path)
        for number in range(0, 8, 2):
            for version in ("reader-1", "reader-2"):
                with store.bulk(version) as writer:
                    writer.add(tables_of([reading(f"{number}.txt"), reading(f"{number + 1}.txt")]))
                store.compact(many=2)
        _, said = child.communicate(timeout=60)
    assert child.returncode == 0, said.decode()
