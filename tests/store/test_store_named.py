"""Which segments may hold a name: never one too few."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from bulk_tables import tables_of
from hypothesis import given, settings
from hypothesis import strategies as st
from store_readings import READER, TEXT, reading

from multivector.store import Store
from multivector.store.bulk import held
from multivector.store.bulk.named import keys_of, may_hold

NAMES = st.lists(st.text(max_size=8), max_size=12, unique=True)


@settings(deadline=None)
@given(NAMES, st.integers(0, 3))
def test_a_name_has_one_number_wherever_it_stands(names: list[str], cut: int) -> None:
    whole = pa.chunked_array([pa.array(names[:cut], pa.string()), pa.array(names[cut:], pa.string())])
    keys = keys_of(whole)
    assert keys.dtype == np.uint64 and (keys[1:] >= keys[:-1]).all()
    assert sorted(keys) == sorted(int(keys_of(pa.array([name]))[0]) for name in names)
    assert len(set(keys.tolist())) == len(names)
    assert keys_of(pa.array(["x", *names], pa.string()).slice(1)).tolist() == keys.tolist()


def test_many_like_names_share_no_number() -> None:
    names = pa.array([f"{n // 1000:06}/{n:09}.txt" for n in range(200_000)] + [f"a{n}" for n in range(200_000)])
    assert len(np.unique(keys_of(names))) == len(names)


def test_a_segment_without_the_name_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(tmp_path)
    with store.bulk(READER) as writer:
        writer.add(tables_of([reading("a.txt"), reading("b.txt")]))
        writer.add(tables_of([reading("c.txt")]))
        read: list[str] = []
        real = held.read_columns
        monkeypatch.setattr(held, "read_columns", lambda *given: read.append(given[2]) or real(*given))
        writer.add(tables_of([reading("d.txt")]))
        assert read == []
        writer.add(tables_of([reading("c.txt", f"{TEXT} It rained.")]))
        assert len(read) == 1
    assert [d.name for d in store.view().documents()] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_where_the_numbers_are_gone_or_torn_the_names_are_read(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    with store.bulk(READER) as writer:
        writer.add(tables_of([reading("a.txt")]))
    (path,) = store.folder.glob("lookup/document/*.names")
    segment, other = path.stem, keys_of(pa.array(["z.txt"]))
    assert not may_hold(store.folder, segment, other) and may_hold(store.folder, segment, keys_of(pa.array(["a.txt"])))
    path.write_bytes(path.read_bytes()[:-3])
    assert may_hold(store.folder, segment, other)
    path.unlink()
    assert may_hold(store.folder, segment, other)
    assert store.forget(["a.txt"]) == 1 and store.view().documents() == ()
