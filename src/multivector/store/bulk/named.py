"""Whether a segment may hold a document of some name, told by a file of numbers that is mapped and not read.

    lookup/document/<segment>.names    a number of 8 bytes for each name, in order

Every segment that comes asks all that are there; reading their names would take longer with each of them.
"""

import os
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from multivector.store.atomic import write_atomic
from multivector.store.bulk.buffers import buffers
from multivector.store.bulk.lookup import lookup_path

__all__ = ["keys_of", "may_hold", "write_names"]

COLUMN, KEY = "names", 8
BASE = np.uint64(
    0x9E3779B97F4A7C15
)  # odd, its bits spread: of a million names two share a key by a chance of 1 to 10^7


def keys_of(names: pa.Array | pa.ChunkedArray) -> Any:
    """A number for each name, in order: its bytes as the digits of a number to that base, modulo 2^64."""
    column = names.combine_chunks() if isinstance(names, pa.ChunkedArray) else names
    letters, offsets = buffers(column)
    lengths = np.diff(offsets)
    powers = np.cumprod(np.full(int(lengths.max(initial=0)), BASE), dtype=np.uint64)
    within = np.arange(len(letters)) - np.repeat(offsets[:-1], lengths)
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum((letters + np.uint64(1)) * powers[within])))
    return np.sort(sums[offsets[1:]] - sums[offsets[:-1]])


def write_names(folder: Path, segment: str, keys: Any) -> None:
    """Write the numbers of a segment's names, whole or not at all."""
    write_atomic(lookup_path(folder, "document", segment, COLUMN), keys.astype("<u8").tobytes())


def may_hold(folder: Path, segment: str, keys: Any) -> bool:
    """Whether one of these numbers, in order, is among the segment's; True also where its file is gone or broken."""
    try:
        with lookup_path(folder, "document", segment, COLUMN).open("rb") as file:
            count, rest = divmod(os.fstat(file.fileno()).st_size, KEY)
            if rest or not count:
                return True
            held = np.frombuffer(mmap(file.fileno(), 0, access=ACCESS_READ), "<u8")
    except OSError:
        return True
    places = np.minimum(np.searchsorted(held, keys), count - 1)
    return bool((held[places] == keys).any())
