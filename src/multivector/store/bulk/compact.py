"""Small bulk segments written together, and those of which much is gone written anew."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from multivector.model import make_id
from multivector.store.bulk.named import keys_of
from multivector.store.bulk.writer import write_bulk
from multivector.store.kinds import OWNER, SCHEMA_VERSION, STORED
from multivector.store.manifest import Bulk, Manifest

__all__ = ["SMALL_BULK", "compact_bulk"]

SMALL_BULK = 20_000  # documents: a bulk segment with fewer is small
TOGETHER_BULK = 80_000  # documents in one segment that is made so, at most
TOGETHER_BYTES = 300_000_000  # of their files: keeps a column well below Arrow's 2 GB, and memory within bounds


def compact_bulk(folder: Path, manifest: Manifest, *, many: int) -> int:
    """Write small bulk segments of one reader together where there are at least `many`; returns how many there were.

    Only for who holds the write lock. Each step is one transaction: other processes see the old segments or the new
    one, and views that are open keep the old. Documents that are gone are left out.
    """
    small = [bulk for bulk in manifest.snapshot().bulk if bulk.documents - len(bulk.gone) < SMALL_BULK]
    if len(small) < many:
        return 0
    done = 0
    for batch in _batches(folder, small):
        if len(batch) > 1 or batch[0].gone:
            _rewrite(folder, manifest, batch)
            done += len(batch)
    return done


def _batches(folder: Path, small: Sequence[Bulk]) -> Iterator[list[Bulk]]:
    """The segments in the order of their readers and names, as many together as the limits allow."""
    batch: list[Bulk] = []
    documents = size = 0
    for bulk in sorted(small, key=lambda one: (one.reader, one.segment)):
        weight = sum(path.stat().st_size for path in (folder / "segments").glob(f"*/{bulk.segment}.parquet"))
        full = documents + bulk.documents > TOGETHER_BULK or size + weight > TOGETHER_BYTES
        if batch and (full or bulk.reader != batch[0].reader):
            yield batch
            batch, documents, size = [], 0, 0
        batch.append(bulk)
        documents, size = documents + bulk.documents, size + weight
    if batch:
        yield batch


def _rewrite(folder: Path, manifest: Manifest, batch: Sequence[Bulk]) -> None:
    import pyarrow as pa  # late: Arrow takes 0.2 s to import
    import pyarrow.compute as pc

    from multivector.store.segments import read_table

    kinds = manifest.snapshot().kinds
    tables = {}
    for kind in STORED:
        parts = []
        for bulk in batch:
            if (bulk.segment, kind) in kinds:
                table, gone = read_table(folder, kind, bulk.segment), pa.array(sorted(bulk.gone), pa.string())
                parts.append(table.filter(pc.invert(pc.is_in(table[OWNER], value_set=gone))) if len(gone) else table)
        if parts:
            tables[kind] = pa.concat_tables(parts)
    lost = [document for bulk in batch for document in sorted(bulk.gone)]
    origin = [batch[0].reader, str(SCHEMA_VERSION), *(bulk.segment for bulk in batch), *lost]
    made = make_id("segment", "bulk", "compacted", *origin)
    rows = write_bulk(folder, made, tables, keys_of(tables["document"]["name"]))
    merged = Bulk(made, batch[0].reader, tables["document"].num_rows)
    manifest.commit_bulk(merged, rows, replaced=[bulk.segment for bulk in batch])
