"""Look-ups in a segment by the beginning of an id, through an index file that is mapped and not read.

An index holds eight characters of each id as a number, in order, and behind them the row of each:

    lookup/<kind>/<segment>.<column>    n keys of 8 bytes, then n rows of 4 bytes

Derived from the segment: where there is none, the column itself is read.
"""

import os
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from multivector.errors import StoreError
from multivector.store.atomic import write_atomic
from multivector.store.bulk.buffers import KEY, heads
from multivector.store.kinds import HEAD, LOOKUP
from multivector.store.segments import MEND, segment_path

__all__ = ["lookup_path", "rows_of", "write_lookup"]

ENTRY = 12  # bytes
BIG, ROW = np.dtype(">u8"), np.dtype("<u4")


def lookup_path(folder: Path, kind: str, segment: str, column: str) -> Path:
    """Where the index lies under a case's .multivector folder."""
    return folder / LOOKUP / kind / f"{segment}.{column}"


def write_lookup(folder: Path, kind: str, segment: str, table: pa.Table, column: str) -> None:
    """Write the index of a column of ids, whole or not at all; of equal ids that follow one another, the first."""
    keys, rows = _ordered(table[column])
    data = b"".join((keys.astype("<u8").tobytes(), rows.astype(ROW).tobytes()))
    write_atomic(lookup_path(folder, kind, segment, column), data)


def rows_of(folder: Path, kind: str, segment: str, column: str, prefix: str) -> list[int]:
    """The rows whose id may begin so, in order; some begin with the prefix's first characters only.

    Of equal ids that follow one another the first row stands for all.

    Raises StoreError where neither the index nor the segment can be read.
    """
    try:
        keys, rows = _mapped(lookup_path(folder, kind, segment, column))
    except OSError:
        keys, rows = _ordered(_read(segment_path(folder, kind, segment), column))
    low, high = (_key(prefix, filler) for filler in (b"\0", b"\xff"))
    first, last = np.searchsorted(keys, low, "left"), np.searchsorted(keys, high, "right")
    return sorted(rows[first:last].tolist())


def _mapped(path: Path) -> tuple[Any, Any]:
    with path.open("rb") as file:
        count, rest = divmod(os.fstat(file.fileno()).st_size, ENTRY)
        if rest:
            raise OSError(f"{path}: not whole")
        whole = mmap(file.fileno(), 0, access=ACCESS_READ) if count else b""
    return np.frombuffer(whole, "<u8", count), np.frombuffer(whole, ROW, count, count * KEY)


def _ordered(column: pa.ChunkedArray) -> tuple[Any, Any]:
    """The keys of a column in order, each once where it is repeated, and the row of each."""
    keys = _keys(column)
    rows = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, np.int64)
    order = rows[np.argsort(keys[rows], kind="stable")]
    return keys[order], order


def _keys(column: pa.ChunkedArray) -> Any:
    """The key of each id: by its bytes in one step where all are equally long, as ids are."""
    ids = column.combine_chunks()
    found = heads(ids)
    if found is None:
        return np.array([_key(one, b"\0") for one in ids.to_pylist()], dtype=np.uint64)
    return found.view(BIG).ravel().astype(np.uint64)


def _key(text: str, filler: bytes) -> Any:
    return np.uint64(int.from_bytes(text.encode()[HEAD : HEAD + KEY].ljust(KEY, filler), "big"))


def _read(path: Path, column: str) -> pa.ChunkedArray:
    try:
        return pq.ParquetFile(pa.BufferReader(path.read_bytes())).read([column], use_threads=False)[column]
    except (OSError, pa.ArrowException) as error:
        raise StoreError(f"{path}: cannot be read ({error}); {MEND}") from error
