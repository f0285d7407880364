"""Small segments written together show what they showed before, to open views too."""

from pathlib import Path

import pytest
from tests.store.bulk_tables import tables_of
from tests.store.store_readings import READER, reading

from multivector.store import Store

NAMES = [f"{number:02}.txt" for number in range(6)]


def written(case: Path, names: list[str]) -> Store:
    """A store with one segment a reading."""
    store = Store.open(case)
    for name in names:
        with store.writer(READER) as writer:
            writer.add(reading(name))
    return store


def shown(store: Store) -> list[object]:
    view = store.view()
    documents = view.documents()
    inner = [(view.sentences(d.id), view.mentions(d.id), view.records(document=d.id)) for d in documents]
    return [documents, view.actors(), view.records(), view.withheld(), inner]


def segments(case: Path) -> set[str]:
    return {path.stem for path in (case / ".multivector" / "segments" / "document").glob("*.parquet")}


def test_a_compacted_store_shows_the_same(tmp_path: Path) -> None:
    store = written(tmp_path, NAMES)
    before = shown(store)
    assert store.compact(many=2) == len(NAMES)
    assert shown(store) == before
    assert len({one.segment for one in store._manifest.snapshot().sources}) == 1


def test_what_was_read_anew_is_not_doubled(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    for names in (["a.txt", "c.txt"], ["a.txt"]):  # the first segment keeps its rows of a.txt
        with store.writer(READER) as writer:
            for name in names:
                writer.add(reading(name))
    store.compact(many=1)
    assert [d.name for d in store.view().documents()] == ["a.txt", "c.txt"]


def test_an_open_view_goes_on_reading(tmp_path: Path) -> None:
    store = written(tmp_path, NAMES)
    view = store.view()
    store.compact(many=2)
    assert [d.name for d in view.documents()] == NAMES


def test_few_segments_are_left_alone(tmp_path: Path) -> None:
    store = written(tmp_path, NAMES[:2])
    kept = segments(tmp_path)
    assert store.compact(many=3) == 0
    assert segments(tmp_path) == kept


def test_a_second_time_does_nothing(tmp_path: Path) -> None:
    store = written(tmp_path, NAMES)
    store.compact(many=2)
    assert store.compact(many=2) == 0


def test_the_forgotten_stay_forgotten_and_the_new_comes_in(tmp_path: Path) -> None:
    store = written(tmp_path, NAMES)
    store.forget([NAMES[0]])
    store.compact(many=2)
    with store.writer(READER) as writer:
        writer.add(reading("new.txt"))
    assert [d.name for d in store.view().documents()] == [*NAMES[1:], "new.txt"]


@pytest.mark.parametrize("size", [1, 2])
def test_segments_are_made_no_larger_than_asked(tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multivector.store.compact.TOGETHER", size)
    store = written(tmp_path, NAMES)
    before = shown(store)
    store.compact(many=2)
    assert shown(store) == before


def bulk(case: Path, *batches: list[str]) -> Store:
    """A store with a bulk segment for each batch."""
    store = Store.open(case)
    with store.bulk(READER) as writer:
        for names in batches:
            writer.add(tables_of([reading(name) for name in names]))
    return store


def test_bulk_segments_are_written_together_and_show_the_same(tmp_path: Path) -> None:
    store = bulk(tmp_path, *([name] for name in NAMES))
    before, open_view = shown(store), store.view()
    assert store.compact(many=2) == len(NAMES)
    assert shown(store) == before
    assert len(store._manifest.snapshot().bulk) == 1
    record = open_view.records()[0]
    assert open_view.record(record.id) == record == store.view().record(record.id)
    assert store.compact(many=1) == 0 and shown(store) == before


def test_compaction_leaves_out_what_is_gone(tmp_path: Path) -> None:
    store = bulk(tmp_path, NAMES[:3], NAMES[3:])
    store.forget([NAMES[0], NAMES[4]])
    before = shown(store)
    assert store.compact(many=2) == 2
    assert shown(store) == before and store.view().count() == (4, 20)
    (one,) = store._manifest.snapshot().bulk
    assert (one.documents, one.gone) == (4, frozenset())


def test_bulk_segments_are_made_no_larger_than_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multivector.store.bulk.compact.TOGETHER_BULK", 2)
    store = bulk(tmp_path, *([name] for name in NAMES))
    store.compact(many=2)
    assert [one.documents for one in store._manifest.snapshot().bulk] == [2, 2, 2]
    monkeypatch.setattr("multivector.store.bulk.compact.TOGETHER_BYTES", 1)
    assert store.compact(many=2) == 0
    with store.bulk("reader-2") as writer:
        writer.add(tables_of([reading("other.txt")]))
    monkeypatch.undo()
    store.compact(many=2)
    assert sorted((one.reader, one.documents) for one in store._manifest.snapshot().bulk) == [
        (READER, 6), ("reader-2", 1),
    ]  # fmt: skip


def test_what_is_gone_here_may_stand_there(tmp_path: Path) -> None:
    """The same article in two segments has one id: it is gone from the first alone."""
    store = bulk(tmp_path, NAMES[:3], NAMES[1:5])
    before = shown(store)
    store.compact(many=2)
    assert shown(store) == before and store.view().count() == (5, 25)
