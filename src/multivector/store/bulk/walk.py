"""A bulk segment document by document, some hundred at a time, so that memory stays within bounds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.compute as pc

from multivector.model import Document
from multivector.store.kinds import OWNER, STORED
from multivector.store.manifest import Bulk, Snapshot
from multivector.store.segments import nouns_of, read_table

__all__ = ["walk"]

STEP = 500  # documents that are nouns at the same time


def walk(folder: Path, snapshot: Snapshot, bulk: Bulk) -> Iterator[tuple[Document, dict[str, list[Any]]]]:
    """Each document of the segment that is not gone, with its nouns by kind, in their order."""
    kinds = [kind for kind in STORED if (bulk.segment, kind) in snapshot.kinds]
    tables = {kind: read_table(folder, kind, bulk.segment) for kind in kinds}
    ids = tables["document"]["id"].combine_chunks()
    places = {kind: np.asarray(pc.index_in(table[OWNER], value_set=ids)) for kind, table in tables.items()}
    for first in range(0, len(ids), STEP):
        found: dict[str, dict[str, list[Any]]] = {one: {} for one in ids[first : first + STEP].to_pylist()}
        for kind, table in tables.items():
            low, high = np.searchsorted(places[kind], [first, first + STEP])
            for owner, noun in nouns_of(folder, kind, bulk.segment, table.slice(low, high - low)):
                found[owner].setdefault(kind, []).append(noun)
        for document, nouns in found.items():
            if document not in bulk.gone:
                yield nouns.pop("document")[0], nouns
