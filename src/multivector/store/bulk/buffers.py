"""The bytes behind columns of text: what a loop over Python's strings would tell, told of a whole column at once."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from multivector.store.kinds import HEAD

__all__ = ["KEY", "LONG", "buffers", "each_once", "heads", "views"]

KEY = 8  # characters after an id's head that make its key: of a million ids, two share one by a chance of 1 to 4,000
LONG = 12  # bytes: a view of a value that is longer points to it, of others it holds the value itself


def buffers(column: pa.Array) -> tuple[Any, Any]:
    """The bytes of a column of text and where each value begins, and at last ends."""
    _, places, data = column.buffers()
    width = np.int64 if pa.types.is_large_string(column.type) else np.int32
    starts = np.frombuffer(places, width)[column.offset : column.offset + len(column) + 1].astype(np.int64)
    values = np.frombuffer(data, np.uint8) if data is not None and data.size else np.zeros(0, np.uint8)
    return values[starts[0] : starts[-1]], starts - starts[0]


def views(letters: Any, starts: Any, lengths: Any) -> pa.Array:
    """The pieces of these bytes, each longer than LONG, as a column that only points to them.

    Arrow compares two such columns value by value as fast as memory is read. Below 2 GB of bytes.
    """
    found = np.zeros((len(starts), 4), np.int32)  # length, first four bytes, number of the buffer, place in it
    found[:, 0], found[:, 3] = lengths, starts
    found[:, 1] = np.ndarray((len(letters) - 3,), np.int32, np.ascontiguousarray(letters), 0, (1,))[starts]
    return pa.Array.from_buffers(pa.binary_view(), len(starts), [None, pa.py_buffer(found), pa.py_buffer(letters)])


def heads(ids: pa.Array) -> Any:
    """The key of each id as eight bytes; None where the ids are not all equally long, or too short for keys."""
    letters, offsets = buffers(ids)
    width = int(offsets[-1]) // max(1, len(ids))
    if width < HEAD + KEY or np.any(np.diff(offsets) != width):
        return None
    return np.ascontiguousarray(letters.reshape(len(ids), width)[:, HEAD : HEAD + KEY])


def each_once(ids: pa.Array) -> bool:
    """Whether none is missing and no two are the same: keys as numbers tell which few could be."""
    found = None if ids.null_count else heads(ids)
    if found is None:
        return not ids.null_count and bool(pc.count_distinct(ids).as_py() == len(ids))
    keys = found.view(np.uint64).ravel()
    ordered = np.sort(keys)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    doubtful = ids.filter(pa.array(np.isin(keys, twice))) if len(twice) else ids.slice(0, 0)
    return bool(pc.count_distinct(doubtful).as_py() == len(doubtful))
