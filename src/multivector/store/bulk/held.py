"""What the documents of bulk segments are: their names and ids, told by the segments themselves."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from multivector.store.bulk.named import keys_of, may_hold
from multivector.store.manifest import Bulk, Place, Source
from multivector.store.segments import read_columns

__all__ = ["places_of", "sources_of"]


def sources_of(folder: Path, bulks: Iterable[Bulk]) -> Iterator[Source]:
    """Every document of these segments that is not gone, as the manifest keeps the sources that were read singly."""
    for bulk in bulks:
        table = read_columns(folder, "document", bulk.segment, ["name", "id", "content_hash"])
        for name, document, digest in zip(*(column.to_pylist() for column in table.columns), strict=True):
            if document not in bulk.gone:
                yield Source(name, document, digest, bulk.reader, bulk.segment)


def places_of(folder: Path, bulks: Iterable[Bulk], names: Iterable[str] | Any, keys: Any = None) -> list[Place]:
    """Where the documents of these names, text or an Arrow array of it, are in the segments, those gone left out.

    `keys` are the names' numbers (`named.keys_of`) where they are known.
    """
    wanted = names if isinstance(names, pa.Array | pa.ChunkedArray) else pa.array([*names], pa.string())
    found, keys = [], keys_of(wanted) if keys is None else keys
    for bulk in bulks:
        if not may_hold(folder, bulk.segment, keys):
            continue
        table = read_columns(folder, "document", bulk.segment, ["name", "id"])
        ids = table["id"].filter(pc.is_in(table["name"], value_set=wanted))
        found += [(bulk.segment, one) for one in ids.to_pylist() if one not in bulk.gone]
    return found
