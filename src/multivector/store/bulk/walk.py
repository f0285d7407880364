"""A bulk segment document by document, some hundred at a time, so that memory stays within bounds."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.compute as pc

from multivector.store.kinds import OWNER
from multivector.store.manifest import Bulk, Snapshot
from multivector.store.segments import read_columns

__all__ = ["walk"]

STEP = 500  # documents whose rows are Python's at the same time

Row = dict[str, Any]


def walk(
    folder: Path, snapshot: Snapshot, bulk: Bulk, columns: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Row, dict[str, list[Row]]]]:
    """Each document of the segment that is not gone, with its rows of the other kinds, in their order.

    Of each kind these columns (or leaves of them) are read; those of documents have the id.
    """
    tables = {
        kind: read_columns(folder, kind, bulk.segment, [OWNER, *names])
        for kind, names in columns.items()
        if (bulk.segment, kind) in snapshot.kinds
    }
    ids = tables["document"]["id"].combine_chunks()
    places = {kind: np.asarray(pc.index_in(table[OWNER], value_set=ids)) for kind, table in tables.items()}
    for first in range(0, len(ids), STEP):
        found: dict[str, dict[str, list[Row]]] = {one: {} for one in ids[first : first + STEP].to_pylist()}
        for kind, table in tables.items():
            low, high = np.searchsorted(places[kind], [first, first + STEP])
            for row in table.slice(low, high - low).to_pylist():
                found[row[OWNER]].setdefault(kind, []).append(row)
        for document, rows in found.items():
            if document not in bulk.gone:
                yield rows.pop("document")[0], rows
