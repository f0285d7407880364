"""Whatever is put in, replaced, forgotten and compacted, in any order: a case shows what a plain dictionary would."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from bulk_tables import tables_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_readings import READER, TEXT, reading

from multivector.errors import InputError
from multivector.model import Reading
from multivector.store import Store
from multivector.store.search_index import Asking

NAMES = ("a.txt", "b.txt", "c.txt", "d.txt")
NAMED = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
EDITION = st.integers(0, 2)
STEP = st.one_of(
    st.tuples(st.sampled_from(["bulk", "single"]), NAMED, EDITION),
    st.tuples(st.sampled_from(["forget", "fail"]), NAMED, st.just(0)),
    st.tuples(st.just("compact"), st.just([]), st.just(0)),
)
Step = tuple[str, list[str], int]


def edition(name: str, number: int) -> Reading:
    """The article of that name as it stood at some time."""
    return reading(name, f"{TEXT}{' It rained.' * number}")


def done(store: Store, model: dict[str, Reading], step: Step) -> None:
    """The step on the store and on the dictionary."""
    act, names, number = step
    readings = [edition(name, number) for name in names]
    if act == "bulk":
        with store.bulk(READER) as writer:
            writer.add(tables_of(readings))
    elif act in ("single", "fail"):
        with store.writer(READER) as single:
            for one in readings:
                single.add(one) if act == "single" else single.fail(one.document.name, "broken", "mend it")
    elif act == "forget":
        store.forget(names)
    else:
        store.compact(many=1)
    if act in ("bulk", "single"):
        model.update({one.document.name: one for one in readings})
    else:
        for name in names:
            model.pop(name, None)


def records_of(readings: Sequence[Reading]) -> dict[str, Any]:
    return {record.id: record for one in readings for record in one.records}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEP, min_size=1, max_size=6))
def test_a_case_is_what_a_dictionary_would_be(tmp_path_factory: pytest.TempPathFactory, steps: list[Step]) -> None:
    store = Store.open(tmp_path_factory.mktemp("case"))
    model: dict[str, Reading] = {}
    for step in steps:
        done(store, model, step)
        standing = [model[name] for name in sorted(model)]
        view, known = store.view(), records_of(standing)
        assert [d.name for d in view.documents()] == sorted(model)
        assert view.count() == (len(model), len(known))
        assert {record.id: record for record in view.records()} == known
    _check_doors(store, model)


def _check_doors(store: Store, model: dict[str, Reading]) -> None:
    """Every other way to what stands: by id, by document, by actor, by words; and what is gone is found by none."""
    view, standing = store.view(), list(model.values())
    for one in standing:
        document = one.document.id
        assert view.document(document) == one.document and store.has(document, READER)
        assert view.sentences(document) == one.sentences and set(view.records(document=document)) == set(one.records)
        assert all(store.view().record(record.id) == record for record in one.records)
    assert store.read_by(READER) == {one.document.id for one in standing}
    everything = [edition(name, number) for name in NAMES for number in range(3)]
    for record in set(records_of(everything)) - set(records_of(standing)):
        with pytest.raises(InputError, match="no record"):
            view.record(record)
    told = [record for one in standing for record in one.records if "GRA" in getattr(record, "target", ())]
    assert len(told) >= len(standing)
    assert sum(n for _, role, _, n in store.actor("GRA").counts if role == "target") == len(told)
    found = store.search(Asking("apples", kind="event", actors=("GRA",), limit=100))
    assert [one.document for one in found] == [one.document.id for one in sorted(standing, key=_name)]
    assert _files(store) == {segment for segment, _ in store._manifest.snapshot().kinds}


def _name(one: Reading) -> str:
    return one.document.name


def _files(store: Store) -> set[str]:
    return {path.stem for path in Path(store.folder).glob("segments/*/*.parquet")}
