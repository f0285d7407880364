"""Rows of plain Python values as Arrow columns, put together from their buffers.

pyarrow's own conversion (Table.from_pylist) imports pandas wherever that is installed, which takes longer than reading
an article. For many rows it is the faster one; a test holds that both give the same table.
"""

import sys
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import pyarrow as pa

__all__ = ["as_columns"]

FEW = 5_000  # rows from which on importing pandas costs less than doing without
NUMBERS = {pa.int64(): "int64", pa.float64(): "float64"}


def as_columns(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """The rows as a table of that schema; a field that a row lacks is null.

    Raises UnicodeEncodeError for half a character, OverflowError for a whole number beyond 64 bits, and pa.ArrowInvalid
    for a value of another type than its field's.
    """
    if len(rows) >= FEW or "pandas" in sys.modules:
        return pa.Table.from_pylist(list(rows), schema=schema)
    columns = [_column(field.type, [row.get(field.name) for row in rows]) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _column(kind: pa.DataType, values: Sequence[Any]) -> pa.Array:
    valid = [value is not None for value in values]
    missing = len(values) - sum(valid)
    mask = _bits(valid) if missing else None
    if kind == pa.string():
        return pa.Array.from_buffers(kind, len(values), [mask, *_text(values)], missing)
    if kind in NUMBERS or kind == pa.bool_():
        return pa.Array.from_buffers(kind, len(values), [mask, _fixed(kind, values)], missing)
    if pa.types.is_struct(kind):
        fields = [kind.field(n) for n in range(kind.num_fields)]
        inner = [_column(f.type, [_nothing(f) if v is None else v.get(f.name) for v in values]) for f in fields]
        return pa.Array.from_buffers(kind, len(values), [mask], missing, children=inner)
    return _list(kind, values, mask, missing)


def _nothing(field: pa.Field) -> Any:
    """What stands in a field of a missing struct: Arrow has no nulls there where the field may not be null."""
    kind = field.type
    if field.nullable:
        return None
    if pa.types.is_struct(kind):
        return {kind.field(n).name: _nothing(kind.field(n)) for n in range(kind.num_fields)}
    if pa.types.is_fixed_size_list(kind):
        return [_nothing(kind.value_field)] * kind.list_size
    return [] if pa.types.is_list(kind) else "" if kind == pa.string() else 0


def _list(kind: pa.DataType, values: Sequence[Any], mask: pa.Buffer | None, missing: int) -> pa.Array:
    if pa.types.is_fixed_size_list(kind):
        size = kind.list_size
        if any(value is not None and len(value) != size for value in values):
            raise pa.ArrowInvalid(f"a list of another length than {size}")
        flat = [item for value in values for item in ([None] * size if value is None else value)]
        return pa.Array.from_buffers(kind, len(values), [mask], missing, children=[_column(kind.value_type, flat)])
    if not pa.types.is_list(kind):
        raise TypeError(f"no column of {kind}")
    flat = [item for value in values for item in value or ()]
    offsets = _offsets([len(value or ()) for value in values])
    return pa.Array.from_buffers(kind, len(values), [mask, offsets], missing, children=[_column(kind.value_type, flat)])


def _text(values: Sequence[Any]) -> tuple[pa.Buffer, pa.Buffer]:
    if wrong := next((value for value in values if value is not None and not isinstance(value, str)), None):
        raise pa.ArrowInvalid(f"no text: {wrong!r}")
    encoded = [(value or "").encode("utf-8") for value in values]
    return _offsets([len(word) for word in encoded]), pa.py_buffer(b"".join(encoded))


def _fixed(kind: pa.DataType, values: Sequence[Any]) -> pa.Buffer:
    if kind == pa.bool_():
        return _bits([bool(value) for value in values])
    whole = kind == pa.int64()
    wrong = [v for v in values if v is not None and (isinstance(v, (str, bool)) or (whole and not isinstance(v, int)))]
    if wrong:
        raise pa.ArrowInvalid(f"no number: {wrong[0]!r}")
    return pa.py_buffer(np.array([0 if value is None else value for value in values], dtype=NUMBERS[kind]))


def _bits(flags: Sequence[bool]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(np.array(flags, dtype=bool), bitorder="little"))


def _offsets(lengths: Sequence[int]) -> pa.Buffer:
    """Where each value starts, and where the last one ends; raises pa.ArrowInvalid beyond 2 GB."""
    found = list(accumulate(lengths, initial=0))
    if found[-1] > np.iinfo("int32").max:
        raise pa.ArrowInvalid("more than 2 GB in one column")
    return pa.py_buffer(np.array(found, dtype="int32"))
