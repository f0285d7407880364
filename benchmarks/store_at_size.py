"""A store of a million documents and five million records: ingest, look-ups, compaction, while another process reads.

    python -m benchmarks.store_at_size [--records 5000000] [--segment 250000]

Events of five a document are made as Arrow tables in the store's own schema and committed segment by segment (written
aside, fsynced, renamed, named in the manifest). A second process asks for one record by its id over and over meanwhile.
The limit that the project set itself is 500,000 rows a second.
"""

import argparse
import multiprocessing
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.report import spread, tell

__all__ = ["main"]

LIMIT, PER_DOCUMENT, QUERIES = 500_000, 5, 20
CODES = ("RUS", "KAZ", "IRN", "TUR", "DEU", "JPN", "BRA", "IND", "FRA", "POL", "EGY", "VNM", "CAN", "KEN")
POINT = "SELECT * FROM read_parquet('{files}') WHERE id = '{id}'"
PAGE = (
    "SELECT type, status, count(*) AS n, max(date.start) AS last FROM read_parquet('{files}')"
    " WHERE list_contains(source, '{actor}') OR list_contains(target, '{actor}') GROUP BY ALL ORDER BY n DESC"
)


def main() -> None:
    """Ingest, ask, compact, and print rates and times."""
    parser = argparse.ArgumentParser(description="The store at size.")
    parser.add_argument("--records", type=int, default=5_000_000)
    parser.add_argument("--segment", type=int, default=250_000)
    given = parser.parse_args()
    from multivector.store.manifest import Manifest  # late: --help needs none of it
    from multivector.store.segments import write_segment

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / ".multivector"
        manifest = Manifest(folder)
        manifest.create()
        files = str(folder / "segments" / "event" / "*.parquet")
        ingest, reads = [], multiprocessing.get_context("spawn").Queue()
        for start in range(0, given.records, given.segment):
            table = _events(start, min(given.segment, given.records - start))
            begun = time.perf_counter()
            rows = write_segment(folder, "event", f"seg-{start:09}", [table])
            manifest.commit(_sources(start, rows), [(f"seg-{start:09}", "event", rows)])
            ingest.append(rows / (time.perf_counter() - begun))
            if start == 0:
                reader = multiprocessing.get_context("spawn").Process(target=_read, args=(files, reads), daemon=True)
                reader.start()
        point = [_clock(POINT.format(files=files, id=f"evt-{n * 7919 % given.records:020}")) for n in range(QUERIES)]
        page = [_clock(PAGE.format(files=files, actor=code)) for code in CODES[:5]]
        reader.terminate()
        reader.join()
        meanwhile = reads.qsize()
        size = sum(path.stat().st_size for path in (folder / "segments").rglob("*.parquet"))
    row = {
        "ingest rows/s": f"{statistics.median(ingest):,.0f}",
        "ratio to the limit of 500,000": spread([rate / LIMIT for rate in ingest]),
        "look-up by id ms": spread([t * 1000 for t in point]), "actor page s": spread(page),
        "look-ups of the other process meanwhile": meanwhile, "bytes a record": round(size / given.records),
    }  # fmt: skip
    tell("store_at_size", [row], records=given.records, documents=given.records // PER_DOCUMENT)


def _events(start: int, count: int) -> Any:
    """Events in the store's schema, by their number."""
    import numpy as np
    import pyarrow as pa

    from multivector.model import Event
    from multivector.store.schema import schema_of

    schema, draw = schema_of(Event), np.random.default_rng(start)
    numbers = np.arange(start, start + count)
    offsets = pa.array(np.arange(count + 1, dtype="int32"))

    def of(words: tuple[str, ...]) -> Any:
        return pa.array(words).take(pa.array(draw.integers(0, len(words), count)))

    def one(values: Any) -> Any:
        return pa.ListArray.from_arrays(offsets, values)

    documents = pa.array([f"doc-{n // PER_DOCUMENT:020}" for n in numbers.tolist()])
    ids = pa.array([f"evt-{n:020}" for n in numbers.tolist()])
    days = of(tuple(f"20{y:02}-{m:02}-15" for y in range(4, 25) for m in range(1, 13)))
    quote = of(("imposed a ban on imports of wheat", "signed an agreement on transit", "expelled two diplomats"))
    made = {
        "in_document": documents, "id": ids, "confidence": pa.array(draw.random(count).round(2)),
        "source": one(of(CODES)), "target": one(of(CODES)), "actors": one(of(CODES)),
        "type": of(("SANCTION", "AGREE", "CONSULT", "ACCUSE", "COERCE")),
        "status": of(("asserted", "planned", "denied")),
        "evidence": pa.StructArray.from_arrays(
            [documents, pa.array(numbers % 4000), pa.array(numbers % 4000 + 40), quote],
            fields=list(schema.field("evidence").type),
        ),
        "date": pa.StructArray.from_arrays(
            [days, days, of(("day", "month"))], fields=list(schema.field("date").type)
        ),
    }  # fmt: skip
    columns = [made.get(field.name, _empty(pa, field, count)) for field in schema]
    return pa.Table.from_arrays([c.cast(f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


def _empty(pa: Any, field: Any, count: int) -> Any:
    if pa.types.is_list(field.type):
        return pa.array([[]] * count, type=field.type)
    return pa.nulls(count, type=field.type)


def _sources(start: int, rows: int) -> list[Any]:
    from multivector.store.manifest import Source

    first, last = start // PER_DOCUMENT, (start + rows) // PER_DOCUMENT
    return [Source(f"{n}.txt", f"doc-{n:020}", "0", "bench", f"seg-{start:09}") for n in range(first, last)]


def _clock(query: str) -> float:
    from multivector.engine import run_sql

    start = time.perf_counter()
    run_sql(query, {})
    return time.perf_counter() - start


def _read(files: str, reads: Any) -> None:
    """The other process: look one record up again and again."""
    while True:
        _clock(POINT.format(files=files, id=f"evt-{7:020}"))
        reads.put(1)


if __name__ == "__main__":
    main()
