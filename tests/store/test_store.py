"""The contract of Store, Writer and View."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_readings import (
    READER,
    SAID,
    document,
    empty_store,
    event,
    filled_store,
    measure,
    reading,
    statement,
    without_records,
)

from multivector.errors import EvidenceError, InputError, MissingInput, StoreError, UnreadableInput
from multivector.model import Actor, Mention, Reading, Sentence, Span, When, Withheld
from multivector.store import Failure, Store, View
from multivector.store.export import export_lines

store = pytest.fixture(empty_store)
filled = pytest.fixture(filled_store)


@pytest.fixture(autouse=True, scope="module")
def no_waiting_for_the_disk() -> Iterator[None]:
    """What fsync does cannot be seen from here; without it these tests take a third of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("multivector.store.atomic.os.fsync", lambda _: None)
        yield


def fill(store: Store, readings: list[Reading], buffer: int = 256) -> View:
    """Write the readings and open a view."""
    with store.writer(READER, buffer=buffer) as writer:
        for found in readings:
            writer.add(found)
    return store.view()


def all_of(view: View) -> tuple[object, ...]:
    """Everything that a view returns."""
    ids = [found.id for found in view.documents()]
    return (
        view.documents(), [view.sentences(i) for i in ids], [view.mentions(i) for i in ids], view.actors(),
        view.records(), view.failures(), view.withheld(), list(export_lines(view)),
    )  # fmt: skip


def files(store: Store) -> set[str]:
    """The segments on disk."""
    return {str(path.relative_to(store.folder)) for path in store.folder.glob("segments/*/*")}


def test_a_reading_comes_back_whole(store: Store) -> None:
    found = reading()
    view = fill(store, [found])
    assert view.documents() == (found.document,)
    assert view.document(found.document.id) == found.document
    assert view.sentences(found.document.id) == found.sentences
    assert view.mentions(found.document.id) == found.mentions
    assert view.withheld() == ((found.document.id, found.withheld[0]),)
    assert {record.id: record for record in view.records()} == {record.id: record for record in found.records}
    assert [actor.code for actor in view.actors()] == ["GRA", "RUR"]


def test_records_come_by_place_kind_and_id(filled: Store) -> None:
    names = {d.id: d.name for d in filled.view().documents()}
    keys = [
        (names[r.evidence.document], r.evidence.start, r.evidence.end, r.id[:3], r.id) for r in filled.view().records()
    ]
    assert keys == sorted(keys)
    assert [d.name for d in filled.view().documents()] == ["a.txt", "b.txt"]


def test_records_of_one_kind_or_document(filled: Store) -> None:
    view = filled.view()
    first = view.documents()[0].id
    assert [r.id for r in view.records("event", first)] == [event(view.document(first)).id]
    assert len(view.records("link")) == 2
    assert len(view.records(document=first)) == 5
    with pytest.raises(InputError, match="statement, event"):
        view.records("rumour")
    with pytest.raises(InputError, match="no document of this case"):
        view.records(document="doc-0")


def test_actors_of_many_documents_are_one_with_all_their_names(store: Store) -> None:
    doc = reading("c.txt")
    late = replace(doc, actors=(Actor("GRA", "state", "The Kingdom", ("Graustark",), None, "GOV"),))
    view = fill(store, [late, reading("a.txt")])
    assert view.actors()[0] == Actor("GRA", "state", "Graustark", ("Graustark",), "GRA", "GOV")


def test_a_record_is_found_by_the_beginning_of_its_id(filled: Store) -> None:
    view = filled.view()
    some = view.records()[0]
    assert view.record(some.id) == view.record(some.id[:10]) == some
    with pytest.raises(InputError, match="at least 6"):
        view.record(some.id[:5])
    with pytest.raises(InputError, match="no record of this case"):
        view.record("eve-ffffffffff")


def test_an_ambiguous_beginning_is_refused_with_the_ids(store: Store) -> None:
    doc = document()
    twins = tuple(replace(event(doc), id=f"eve-00000{n}") for n in (1, 2))
    view = fill(store, [replace(reading(), records=twins)])
    with pytest.raises(InputError, match=r"2 ids begin so .eve-000001, eve-000002"):
        view.record("eve-0000")
    assert view.record("eve-000002").id == "eve-000002"


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(5)), buffer=st.integers(1, 6), again=st.lists(st.integers(0, 4), max_size=3))
def test_order_and_grouping_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], buffer: int, again: list[int]
) -> None:
    readings = [reading(f"{n}.txt", reading().document.text + f" {n}") for n in range(5)]
    plain = fill(Store.open(tmp_path_factory.mktemp("plain")), readings)
    mixed = Store.open(tmp_path_factory.mktemp("mixed"))
    fill(mixed, [readings[n] for n in order], buffer)
    assert all_of(fill(mixed, [readings[n] for n in again], buffer)) == all_of(plain)


def test_a_rebuilt_case_has_the_same_bytes(filled: Store, tmp_path: Path) -> None:
    other = Store.open(tmp_path.parent)
    fill(Store(tmp_path / "other"), [reading("a.txt"), reading("b.txt")])
    other = Store(tmp_path / "other")
    assert list(export_lines(other.view())) == list(export_lines(filled.view()))
    assert {p.name: p.read_bytes() for p in other.folder.rglob("*.parquet")} == {
        p.name: p.read_bytes() for p in filled.folder.rglob("*.parquet")
    }
    assert files(other) == files(filled)


def test_what_was_read_is_known(filled: Store) -> None:
    known = filled.view().documents()[0].id
    assert filled.has(known, READER)
    assert not filled.has(known, "reader-2")
    assert not filled.has("doc-0", READER)


def test_a_source_that_changed_takes_the_place_of_the_old(filled: Store) -> None:
    old = filled.view().documents()[0]
    new = reading("a.txt", old.text + " Later it relented.")
    assert [d.id for d in fill(filled, [new]).documents()] == [new.document.id, document("b.txt").id]
    assert not filled.has(old.id, READER)


def test_an_open_view_outlives_the_next_writer(filled: Store) -> None:
    view = filled.view()
    with filled.writer("reader-2") as writer:
        writer.add(without_records(reading("a.txt")))
        writer.add(without_records(reading("b.txt")))
    assert len(view.records()) == 10
    assert filled.view().records() == ()


def test_segments_that_nothing_names_leave_in_time(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(filled)
    with filled.writer("reader-2") as writer:
        writer.add(reading("a.txt"))
        writer.add(reading("b.txt"))
    with filled.writer("reader-2"):
        pass
    assert before < files(filled)
    monkeypatch.setattr("multivector.store.manifest.time.time", lambda: 1e12)
    with filled.writer("reader-2"):
        pass
    assert not before & files(filled)


def test_the_same_reader_may_read_again_and_find_less(filled: Store) -> None:
    assert fill(filled, [without_records(reading(name)) for name in ("a.txt", "b.txt")]).records() == ()


def test_a_view_whose_segments_are_gone_says_so(filled: Store) -> None:
    view = filled.view()
    filled.forget(["a.txt", "b.txt"])
    with pytest.raises(StoreError, match="run the command again"):
        view.records()


def test_failures_are_rows_and_a_later_reading_clears_them(store: Store) -> None:
    with store.writer(READER) as writer:
        writer.fail("z.txt", "it is empty", "put text in")
        writer.fail("caf\udce9.txt", "not UTF-8", "rename it")
        writer.add(reading("a.txt"))
    failures = store.view().failures()
    assert failures == (
        Failure("caf\\udce9.txt", "not UTF-8", "rename it"),
        Failure("z.txt", "it is empty", "put text in"),
    )
    with store.writer(READER) as writer:
        writer.fail("a.txt", "now broken", "restore it")
        writer.add(reading("z.txt"))
    view = store.view()
    assert [f.name for f in view.failures()] == ["a.txt", "caf\\udce9.txt"]
    assert [d.name for d in view.documents()] == ["z.txt"]


def test_the_last_word_on_a_name_counts_within_one_writer(store: Store) -> None:
    with store.writer(READER) as writer:
        writer.add(reading("a.txt"))
        writer.fail("a.txt", "broken", "mend it")
        writer.fail("b.txt", "broken", "mend it")
        writer.add(reading("b.txt"))
    assert [f.name for f in store.view().failures()] == ["a.txt"]
    assert [d.name for d in store.view().documents()] == ["b.txt"]


def test_forgotten_sources_leave_with_their_segments(store: Store) -> None:
    fill(store, [reading("a.txt"), reading("b.txt")], buffer=1)
    before = len(files(store))
    assert store.forget(["a.txt", "never.txt"]) == 1
    assert [d.name for d in store.view().documents()] == ["b.txt"]
    assert len(files(store)) == before / 2
    assert not store.has(document("a.txt").id, READER)


def test_a_segment_that_others_share_stays_but_shows_nothing_of_the_forgotten(filled: Store) -> None:
    filled.forget(["a.txt"])
    assert {r.evidence.document for r in filled.view().records()} == {document("b.txt").id}


doc = document()
BAD = {
    "words that do not stand": replace(event(doc), evidence=replace(event(doc).evidence, quote="Ruritania allowed")),
    "a span off by one": replace(
        event(doc), evidence=replace(event(doc).evidence, start=event(doc).evidence.start + 1)
    ),
    "no words at all": replace(event(doc), evidence=replace(event(doc).evidence, start=5, end=5, quote="")),
    "a negative start": replace(
        event(doc), evidence=replace(event(doc).evidence, start=-5, end=-1, quote=doc.text[-5:-1])
    ),
    "further evidence that does not stand": replace(event(doc), also=(replace(event(doc).evidence, quote="no"),)),
    "a content that does not stand": replace(statement(doc), content=Span(0, 4, "none")),
    "another document": replace(event(doc), evidence=replace(event(doc).evidence, document="doc-other")),
    "further evidence elsewhere": replace(event(doc), also=(replace(event(doc).evidence, document="doc-other"),)),
    "no rule": replace(event(doc), origin=()),
    "confidence over one": replace(event(doc), confidence=1.5),
    "confidence that is no number": replace(event(doc), confidence=float("nan")),
    "a status that is none": replace(event(doc), status="perhaps"),  # type: ignore[arg-type]
    "a list for a tuple": replace(event(doc), source=["RUR"]),  # type: ignore[arg-type]
    "a precision that is none": replace(event(doc), date=When(None, None, "hour")),  # type: ignore[arg-type]
    "an id that is taken": replace(measure(doc), id=statement(doc).id),
}


@pytest.mark.parametrize("record", BAD.values(), ids=BAD.keys())
def test_a_reading_with_one_bad_record_is_refused_whole(store: Store, record: object) -> None:
    bad = replace(reading("a.txt"), records=(statement(doc), record))  # type: ignore[arg-type]
    with store.writer(READER) as writer:
        writer.add(reading("b.txt"))
        with pytest.raises(EvidenceError, match=r"^a\.txt: "):
            writer.add(bad)
    assert [d.name for d in store.view().documents()] == ["b.txt"]


@pytest.mark.parametrize(
    "bad",
    [
        replace(reading(), withheld=(Withheld("event", "no target", 0, 3, "???"),)),
        replace(reading(), sentences=(Sentence(0, len(doc.text) + 1, 0),)),
        replace(reading(), mentions=(Mention(9, 4, "GRA", "state", "name"),)),
        replace(reading(), mentions=(Mention(0, 4, "GRA", "planet", "name"),)),  # type: ignore[arg-type]
    ],
)
def test_places_outside_the_text_are_refused(store: Store, bad: Reading) -> None:
    with store.writer(READER) as writer, pytest.raises(EvidenceError):
        writer.add(bad)


HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "\u202eabc\u2066",
    "a\x00b\x1b[31m",
    "\u2028\u0085\u2029\r\n",
    "👩‍👩‍👧🇰🇿",
    "=1+1\t'\"; DROP",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_it_was(store: Store, text: str) -> None:
    found = reading("<b>&.txt", f"{text} {doc.text} {text}")
    named = replace(found, document=replace(found.document, title=text, author=text))
    view = fill(store, [named])
    assert view.documents() == (named.document,)
    assert all(r.evidence.quote == view.documents()[0].text[r.evidence.start : r.evidence.end] for r in view.records())


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    found = reading("a.txt", doc.text + text)
    assert fill(Store.open(tmp_path_factory.mktemp("case")), [found]).documents() == (found.document,)


def test_half_a_character_is_refused_by_name(store: Store) -> None:
    with store.writer(READER) as writer:
        with pytest.raises(UnreadableInput, match=r"a\.txt: .*U\+D800"):
            writer.add(reading("a.txt", doc.text + "\ud800"))
        writer.add(reading("b.txt"))
    assert [d.name for d in store.view().documents()] == ["b.txt"]


def test_an_error_inside_the_block_drops_what_was_not_flushed(store: Store) -> None:
    def stumble() -> None:
        with store.writer(READER) as writer:
            writer.add(reading("a.txt"))
            writer.flush()
            writer.add(reading("b.txt"))
            raise KeyError

    with pytest.raises(KeyError):
        stumble()
    assert [d.name for d in store.view().documents()] == ["a.txt"]
    fill(store, [reading("c.txt")])
    assert [d.name for d in store.view().documents()] == ["a.txt", "c.txt"]


def test_a_case_that_was_never_read_is_empty_and_looking_makes_nothing(store: Store) -> None:
    view = store.view()
    assert (view.documents(), view.records(), view.failures(), view.withheld(), view.actors()) == ((), (), (), (), ())
    assert not store.has("doc-0", READER)
    assert store.jobs() == []
    assert not store.folder.exists()


def test_a_missing_case_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="nowhere: no such folder"):
        Store.open(tmp_path / "nowhere")


def test_only_one_writes_and_others_read(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multivector.store.lock.WAIT_SECONDS", 0.05)
    with filled.writer(READER) as writer:
        writer.add(reading("c.txt"))
        with pytest.raises(StoreError, match="another command writes"), filled.writer(READER):
            pass
        assert len(Store.open(filled.case).view().documents()) == 2
        writer.flush()
        assert len(Store.open(filled.case).view().documents()) == 3


def test_jobs_are_kept(filled: Store) -> None:
    with filled.writer("reader-2") as writer:
        writer.fail("z.txt", "empty", "fill it")
    assert [(job, reader, *counts) for job, reader, _, _, *counts in filled.jobs()] == [
        (1, READER, 2, 0), (2, "reader-2", 0, 1),
    ]  # fmt: skip


def test_a_broken_segment_is_named_with_the_mend(filled: Store) -> None:
    path = next(filled.folder.glob("segments/event/*.parquet"))
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(StoreError, match=r"event/.*delete the case's \.multivector folder"):
        filled.view().records()


def test_a_segment_of_another_schema_is_named(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multivector.store.segments.SCHEMA_VERSION", 99)
    with pytest.raises(StoreError, match="its schema is 1, this version reads 99"):
        filled.view().records()


def test_a_broken_or_foreign_manifest_is_named(filled: Store) -> None:
    path = filled.folder / "manifest.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 7")
    db.close()
    with pytest.raises(StoreError, match="version 7"):
        filled.view()
    with pytest.raises(StoreError, match="version 7"), filled.writer(READER):
        pass
    path.write_bytes(b"not a database, but long enough to look at" * 50)
    with pytest.raises(StoreError, match=r"manifest\.sqlite: .*delete"):
        filled.view()


def test_looking_at_the_manifest_does_not_import_arrow() -> None:
    code = "import sys, multivector.store, multivector.store.export; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_quote_marks_of_the_sample_stand() -> None:
    assert doc.text.startswith(SAID)


def test_what_was_read_anew_counts_once(filled: Store) -> None:
    with filled.writer("reader-2") as writer:
        for name in ("a.txt", "b.txt"):
            writer.add(reading(name))
    assert filled.view().count() == (2, len(filled.view().records())) == (2, 10)
