"""The writer of whole tables: each call checks and commits one segment, with one row in the manifest."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from multivector.errors import InputError
from multivector.model import make_id
from multivector.store.bulk.actor import write_sums
from multivector.store.bulk.buffers import buffers
from multivector.store.bulk.columns import check_tables
from multivector.store.bulk.held import places_of
from multivector.store.bulk.lookup import write_lookup
from multivector.store.bulk.named import write_names
from multivector.store.bulk.together import together
from multivector.store.kinds import OWNER, RECORD_KINDS, SCHEMA_VERSION, STORED
from multivector.store.manifest import Bulk, Place
from multivector.store.schema import schema_of
from multivector.store.segments import write_segment
from multivector.store.writer import Job, now

__all__ = ["BulkWriter", "write_bulk"]

TEXTS, ROWS = "zstd", "snappy"  # texts are most of an archive; zstd for all would take a third more time to write


class BulkWriter(Job):
    """Puts Arrow tables into a case, hundreds of thousands of rows a second; use it as a context manager.

    Guaranteed: a call of `add` that returned stays through any kill; one that did not is as if never made. Other
    processes read meanwhile and see whole segments only.
    """

    def __init__(self, folder: Path, reader: str) -> None:
        super().__init__(folder, reader)
        self._documents = 0

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._held:
            self._manifest.end_job(self._job, now(), (self._documents, 0))

    def taken(self) -> frozenset[str]:
        """The parts that were noted with tables that stand."""
        return self._manifest.taken()

    def note(self, parts: Iterable[str]) -> None:
        """Note parts that gave no table."""
        self._manifest.note(parts)

    def add(self, tables: Mapping[str, pa.Table], parts: Iterable[str] = ()) -> int:
        """Check the tables and commit them as one segment, in the place of what was known under their documents'
        names; returns the number of rows.

        There is a table of documents and any of the other kinds that a case stores, each in the schema of its noun
        (`store.schema.schema_of`), its rows in the order of the documents. Raises EvidenceError or InputError as
        `check_tables` does; then nothing is taken. Some 100 MB at a time are a good size. `parts` are names of what
        the tables were made of: they are noted in the same step, so that `taken` tells who goes on after a kill.
        """
        texts = check_tables(tables)
        segment = _name(self._reader, tables)
        names = tables["document"]["name"]
        snapshot = self._manifest.snapshot()
        others = [bulk for bulk in snapshot.bulk if bulk.segment != segment]
        gone: list[Place] = places_of(self._folder, others, names, texts.names)
        known = pa.array(
            [source.name for source in snapshot.sources] + [f.name for f in snapshot.failures], pa.string()
        )
        singly = known.filter(pc.is_in(known, value_set=names)).to_pylist() if len(known) else []
        rows = write_bulk(self._folder, segment, tables, texts.names)
        count = tables["document"].num_rows
        self._manifest.commit_bulk(Bulk(segment, self._reader, count), rows, singly, gone, parts=parts)
        self._documents += count
        return sum(rows.values())


def write_bulk(folder: Path, segment: str, tables: Mapping[str, pa.Table], keys: Any) -> dict[str, int]:
    """Write tables that are checked as one segment, with the indexes of their ids; the number of rows by kind.

    `keys` are the numbers of the documents' names (`named.keys_of`).
    """
    work: list[tuple[int, Callable[[], object]]] = []
    filled = {kind: table for kind, table in sorted(tables.items()) if table.num_rows}
    for kind, table in filled.items():
        columns = ["id"] if kind == "document" else [OWNER, "id"] if kind in RECORD_KINDS else [OWNER]
        work.append((table.nbytes, partial(_write_rows, folder, kind, segment, table)))
        work.append((table.num_rows, partial(write_sums, folder, kind, segment, table)))
        work += [(table.num_rows, partial(write_lookup, folder, kind, segment, table, column)) for column in columns]
    work.append((tables["document"].num_rows, partial(write_names, folder, segment, keys)))
    together(work)
    return {kind: table.num_rows for kind, table in filled.items()}


def _write_rows(folder: Path, kind: str, segment: str, table: pa.Table) -> None:
    whole = table.replace_schema_metadata(schema_of(STORED[kind]).metadata)
    try:
        write_segment(folder, kind, segment, [whole], codec=TEXTS if kind == "document" else ROWS)
    except pa.ArrowInvalid as error:  # such as a missing struct whose fields say that they are never missing
        raise InputError(f"{kind}: cannot be stored: {error}") from error


def _name(reader: str, tables: Mapping[str, pa.Table]) -> str:
    """A segment's name: by its reader, its documents and its records, and how many rows there are of each kind."""
    digest = hashlib.blake2b(digest_size=16)
    for kind, table in sorted(tables.items()):
        digest.update(f"{kind} {table.num_rows}".encode())
        if "id" in table.column_names:
            digest.update(buffers(table["id"].combine_chunks())[0])
    return make_id("segment", "bulk", reader, SCHEMA_VERSION, digest.hexdigest())
