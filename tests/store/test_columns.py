"""Columns put together from buffers are those that pyarrow's own conversion gives."""

import subprocess
import sys
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.store import columns
from multivector.store.kinds import STORED
from multivector.store.schema import schema_of

INNER = pa.struct([pa.field("word", pa.string(), nullable=False), pa.field("n", pa.int64())])
SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False), pa.field("word", pa.string()), pa.field("n", pa.int64()),
        pa.field("share", pa.float64()), pa.field("sure", pa.bool_()), pa.field("many", pa.list_(pa.string())),
        pa.field("span", pa.list_(pa.int64(), 2)), pa.field("inner", INNER),
        pa.field("inners", pa.list_(pa.struct([("inner", INNER), pa.field("sure", pa.bool_(), nullable=False)]))),
    ],
    metadata={"version": "1"},
)  # fmt: skip
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
whole = st.integers(-(2**63), 2**63 - 1)
inner = st.none() | st.fixed_dictionaries({"word": words, "n": st.none() | whole})
rows = st.fixed_dictionaries(
    {"id": words},
    optional={
        "word": st.none() | words, "n": st.none() | whole, "share": st.none() | st.floats(allow_nan=False),
        "sure": st.none() | st.booleans(), "many": st.none() | st.lists(st.none() | words, max_size=3),
        "span": st.none() | st.tuples(whole, whole), "inner": inner,
        "inners": st.none() | st.lists(st.fixed_dictionaries({"inner": inner, "sure": st.booleans()}), max_size=3),
    },
)  # fmt: skip


def built(given_rows: list[dict[str, Any]], schema: pa.Schema, monkeypatch: pytest.MonkeyPatch) -> pa.Table:
    with monkeypatch.context() as patched:
        patched.delitem(sys.modules, "pandas", raising=False)
        return columns.as_columns(given_rows, schema)


@settings(max_examples=150, deadline=None)
@given(st.lists(rows, max_size=12))
def test_the_table_is_pyarrows_own(given_rows: list[dict[str, Any]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        ours = built(given_rows, SCHEMA, patch)
    theirs = pa.Table.from_pylist(given_rows, schema=SCHEMA)
    ours.validate(full=True)
    assert ours.equals(theirs, check_metadata=True)
    assert as_file(ours) == as_file(theirs)


def as_file(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return bytes(sink.getvalue())


@pytest.mark.parametrize("kind", sorted(STORED))
def test_every_kind_of_noun_has_columns(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = schema_of(STORED[kind])
    assert built([], schema, monkeypatch).equals(schema.empty_table(), check_metadata=True)


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ({"id": "a\ud800"}, UnicodeEncodeError), ({"id": "a", "n": 2**63}, OverflowError), ({"id": 3}, pa.ArrowInvalid),
        ({"id": "a", "n": 1.5}, pa.ArrowInvalid), ({"id": "a", "share": "x"}, pa.ArrowInvalid),
        ({"id": "a", "span": [1]}, pa.ArrowInvalid),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(row: dict[str, Any], error: type, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(error):
        built([row], SCHEMA, monkeypatch)


def test_many_rows_take_pyarrows_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "FEW", 2)
    assert built([{"id": "a"}, {"id": "b"}], SCHEMA, monkeypatch).num_rows == 2


def test_a_stored_noun_needs_no_pandas() -> None:
    code = (
        "import sys; from multivector.store.columns import as_columns; from multivector.store.kinds import STORED;"
        "from multivector.store.schema import schema_of; as_columns([], schema_of(STORED['event']));"
        "assert 'pandas' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
