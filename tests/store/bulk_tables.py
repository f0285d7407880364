"""Readings as the tables that `Store.bulk` takes."""

from collections.abc import Sequence

import pyarrow as pa

from multivector.model import Reading
from multivector.store.kinds import rows_of
from multivector.store.segments import as_table


def tables_of(readings: Sequence[Reading]) -> dict[str, pa.Table]:
    """One table a kind, the readings' rows one after the other."""
    found: dict[str, list[pa.Table]] = {}
    for reading in readings:
        for kind, nouns in rows_of(reading).items():
            if nouns:
                found.setdefault(kind, []).append(as_table(kind, reading.document, nouns))
    return {kind: pa.concat_tables(tables) for kind, tables in found.items()}
