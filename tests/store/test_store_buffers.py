"""Columns of text told by their bytes: views, and ids that stand twice."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.model import make_id
from multivector.store.bulk.buffers import LONG, buffers, each_once, heads, views

WORDS = st.lists(st.text(st.sampled_from("abя"), min_size=LONG + 1, max_size=LONG + 6), min_size=1, max_size=6)


@given(WORDS, st.integers(0, 3))
def test_a_view_is_what_it_points_to(words: list[str], cut: int) -> None:
    column = pa.array(["x" * cut, *words], pa.string()).slice(1)
    letters, offsets = buffers(column)
    seen = views(letters, offsets[:-1], np.diff(offsets))
    assert [one.as_py() for one in seen] == [word.encode() for word in words]
    other = letters.copy()
    other[-1] ^= 1
    assert not seen.equals(views(other, offsets[:-1], np.diff(offsets)))


@pytest.mark.parametrize(
    ("ids", "once"),
    [
        ([make_id("event", n) for n in range(50)], True),
        ([make_id("event", n) for n in (*range(50), 7)], False),
        (["eve-" + "0" * 19 + letter for letter in "ab"], True),  # one key, two ids
        (["short", "words", "of"], True),
        (["short", "words", "short"], False),
        ([make_id("event", 1), None], False),
        ([], True),
    ],
)
def test_ids_that_stand_once(ids: list[str | None], once: bool) -> None:
    assert each_once(pa.array(ids, pa.string())) is once


def test_keys_are_of_ids_of_one_length() -> None:
    ids = pa.array([make_id("event", n) for n in range(3)])
    found = heads(ids)
    assert found is not None and [bytes(row).decode() for row in found] == [one[4:12] for one in ids.to_pylist()]
    assert heads(pa.array(["eve-0123", "eve-01234"])) is None
