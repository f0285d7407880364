"""Whole tables put into a case: the same to see as readings put in singly, replaced, forgotten and looked up alike."""

from pathlib import Path

import pytest
from tests.store.bulk_tables import tables_of
from tests.store.store_readings import READER, TEXT, reading, without_records

from multivector.errors import InputError, StoreError
from multivector.model import Review
from multivector.store import Store
from multivector.store.bulk import finder
from multivector.store.export import export_lines
from multivector.store.reviews import append

NAMES = [f"{number:02}.txt" for number in range(6)]


def bulk_store(case: Path, *batches: list[str], reader: str = READER) -> Store:
    """A store with one bulk segment for each batch of names."""
    case.mkdir(exist_ok=True)
    store = Store.open(case)
    with store.bulk(reader) as writer:
        for names in batches:
            assert writer.add(tables_of([reading(name) for name in names])) == 13 * len(names)
    return store


def single_store(case: Path, names: list[str]) -> Store:
    case.mkdir(exist_ok=True)
    store = Store.open(case)
    with store.writer(READER) as writer:
        for name in names:
            writer.add(reading(name))
    return store


def shown(store: Store) -> list[object]:
    """All that a view shows, each document's parts asked for singly too."""
    view = store.view()
    documents = view.documents()
    inner = [
        (view.document(d.id), view.sentences(d.id), view.mentions(d.id), view.records(document=d.id)) for d in documents
    ]
    return [documents, view.actors(), view.records(), view.withheld(), view.count(), inner]


def test_tables_show_what_readings_show(tmp_path: Path) -> None:
    bulk = bulk_store(tmp_path / "bulk", NAMES[:4], NAMES[4:])
    single = single_store(tmp_path / "single", NAMES)
    assert shown(bulk) == shown(single)
    assert list(export_lines(bulk.view())) == list(export_lines(single.view()))
    documents = bulk.view().documents()
    assert bulk.read_by(READER) == {d.id for d in documents}
    assert all(bulk.has(d.id, READER) and not bulk.has(d.id, "other") for d in documents)
    assert [job[4:] for job in bulk.jobs()] == [(len(NAMES), 0)]


def test_the_manifest_has_one_row_a_segment(tmp_path: Path) -> None:
    snapshot = bulk_store(tmp_path, NAMES[:3], NAMES[3:])._manifest.snapshot()
    assert not snapshot.sources
    assert [bulk.documents for bulk in snapshot.bulk] == [3, 3]


def test_both_ways_of_writing_live_together(tmp_path: Path) -> None:
    store = bulk_store(tmp_path / "both", NAMES[:3])
    with store.writer(READER) as writer:
        for name in NAMES[3:]:
            writer.add(reading(name))
    assert shown(store) == shown(single_store(tmp_path / "single", NAMES))


@pytest.mark.parametrize("later", ["bulk", "single"])
@pytest.mark.parametrize("earlier", ["bulk", "single"])
def test_what_comes_later_under_a_name_replaces(tmp_path: Path, earlier: str, later: str) -> None:
    new = reading(NAMES[0], f"{TEXT} It rained.")
    store = bulk_store(tmp_path, NAMES) if earlier == "bulk" else single_store(tmp_path, NAMES)
    if later == "bulk":
        with store.bulk(READER) as writer:
            writer.add(tables_of([new]))
    else:
        with store.writer(READER) as writer:
            writer.add(new)
    view = store.view()
    assert [d.name for d in view.documents()] == NAMES
    assert view.document(new.document.id) == new.document
    old = reading(NAMES[0])
    with pytest.raises(InputError, match="no document"):
        view.document(old.document.id)
    with pytest.raises(InputError, match="no record"):
        view.record(old.records[0].id)
    assert view.record(new.records[0].id) == new.records[0]
    assert view.count() == (len(NAMES), 5 * len(NAMES)) and not store.has(old.document.id, READER)


def test_the_same_tables_again_change_nothing(tmp_path: Path) -> None:
    store = bulk_store(tmp_path, NAMES)
    before = shown(store)
    bulk_store(tmp_path, NAMES)
    assert shown(store) == before
    assert len(store._manifest.snapshot().bulk) == 1


def test_a_failure_under_the_name_takes_the_document_away(tmp_path: Path) -> None:
    store = bulk_store(tmp_path, NAMES)
    with store.writer(READER) as writer:
        writer.fail(NAMES[0], "empty now", "fill it")
    assert [d.name for d in store.view().documents()] == NAMES[1:]
    bulk_store(tmp_path, NAMES[:1])
    assert [d.name for d in store.view().documents()] == NAMES and not store.view().failures()


def test_the_forgotten_go_and_with_the_last_the_segment(tmp_path: Path) -> None:
    store = bulk_store(tmp_path, NAMES[:3], NAMES[3:])
    assert store.forget([NAMES[0], "unknown"]) == 1
    assert [d.name for d in store.view().documents()] == NAMES[1:]
    assert store.view().count() == (5, 25)
    assert store.forget(NAMES[1:3]) == 2
    assert [d.name for d in store.view().documents()] == NAMES[3:]
    for place in ("segments/*/*", "lookup/*/*"):
        assert len({path.stem for path in store.folder.glob(place)}) == 1


def test_reading_the_sources_again_leaves_tables_alone(tmp_path: Path) -> None:
    """`names` tells the sources, so that what is gone from them is forgotten; tables never came from there."""
    store = bulk_store(tmp_path, NAMES[:3])
    with store.writer(READER) as writer:
        writer.add(reading(NAMES[5]))
    assert store.names() == {NAMES[5]}


def test_a_record_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    store = bulk_store(tmp_path, NAMES[:3], NAMES[3:])
    view = store.view()
    for record in view.records():
        assert view.record(record.id) == view.record(record.id[:20]) == record
    with pytest.raises(InputError, match="no record"):
        view.record("eve-00000000000000000000")
    with pytest.raises(InputError, match="no record"):
        view.record("nonsense")


def test_decisions_of_people_hold_for_what_is_looked_up(tmp_path: Path) -> None:
    store = bulk_store(tmp_path, NAMES[:1])
    record = store.view().records(kind="event")[0]
    append(tmp_path, Review("r-1", record.id, "reject", "Anna", "2025-01-01", "wrong"))
    with pytest.raises(InputError, match="no record"):
        store.view().record(record.id)
    assert store.view(reviewed=False).record(record.id) == record


def test_a_document_and_what_is_of_it_is_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view = bulk_store(tmp_path, NAMES[:4], NAMES[4:]).view()
    ids, read = [d.id for d in view.documents()], []
    real = finder.read_rows
    monkeypatch.setattr(finder, "read_rows", lambda *given: read.append(given[1]) or real(*given))
    for one in (ids[0], ids[5], ids[0]):
        assert view.document(one).id == one and view.sentences(one) and view.mentions(one)
        assert {record.evidence.document for record in view.records(document=one)} == {one}
    assert read == ["document"] * 3
    with pytest.raises(InputError, match="no document of this case"):
        view.document("doc-" + "0" * 20)


def test_a_lost_index_is_no_loss(tmp_path: Path) -> None:
    store = bulk_store(tmp_path, NAMES)
    before = shown(store)
    record = store.view().records()[0]
    for number, path in enumerate(sorted(store.folder.glob("lookup/*/*"))):
        path.unlink() if number % 2 else path.write_bytes(path.read_bytes()[:-5])
    assert store.view().record(record.id) == record and shown(store) == before


def test_a_segment_that_is_written_anew_is_looked_up_anew(tmp_path: Path) -> None:
    """What is kept of a file's footer goes with the file: a torn or lost segment is told, a mended one is read."""
    store = bulk_store(tmp_path, NAMES)
    record = store.view().records(kind="event")[0]
    assert store.view().record(record.id) == record
    (path,) = store.folder.glob("segments/event/*.parquet")
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    with pytest.raises(StoreError, match="cannot be read"):
        store.view().record(record.id)
    path.unlink()
    with pytest.raises(StoreError, match="gone"):
        store.view().record(record.id)
    path.write_bytes(whole)
    assert store.view().record(record.id) == record


def test_only_one_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multivector.store.lock.WAIT_SECONDS", 0.05)
    store = Store.open(tmp_path)
    with store.bulk(READER), pytest.raises(StoreError, match="another command writes"), store.writer(READER):
        pass


def test_a_reading_without_records_has_none(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    bare = without_records(reading(NAMES[0]))
    with store.bulk(READER) as writer:
        writer.add(tables_of([bare, reading(NAMES[1])]))
    assert store.view().records(document=bare.document.id) == () == store.view().mentions(bare.document.id)
