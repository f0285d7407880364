"""A store of up to a million documents and five million records: ingest, look-ups, an actor's page, full-text queries
and compaction, while another process reads.

    python -m benchmarks.store_at_size [--documents 10000 100000 1000000] [--segment 50000] [--indexed 100000]

Documents of five sentences with a record each (benchmarks/archive.py) go in as Arrow tables through `Store.bulk`: every
quotation is compared with its document's text, and a segment is written aside, fsynced, renamed and named in the
manifest. Making the tables is not timed; beside it the same tables are written by pyarrow alone, to memory. A second
process opens the case again and again meanwhile, looks a record and its document up by id, and checks that it sees
whole segments. A fifth of the documents then come in segments a tenth as large and are compacted. Full text is indexed
up to the size that --indexed names (ten sentences and records a document) and asked with filters. The limits that the
project set itself: 500,000 rows a second, and a median of 10 ms a query.
"""

import argparse
import multiprocessing
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.report import peak_mb, spread, tell

__all__ = ["main"]

LIMIT, QUERIES, QUESTIONS, PAGES = 500_000, 40, 200, 5
WORDS = (
    "wheat",
    "transit",
    "diplomats",
    "interference",
    "talks",
    "tomatoes",
    "steel",
    "sugar",
    "expelled",
    "agreement",
)


def main() -> None:
    """Ingest, ask, compact, and print rates and times for each size."""
    parser = argparse.ArgumentParser(description="The store at size.")
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--segment", type=int, nargs="+", default=[50_000])
    parser.add_argument("--indexed", type=int, default=100_000)
    given = parser.parse_args()
    rows = [_row(count, min(given.segment[0], count), count <= given.indexed) for count in given.documents]
    tell("store_at_size", rows, records_a_document=5, documents_a_segment=given.segment[0])


def _row(documents: int, segment: int, indexed: bool) -> dict[str, Any]:
    from benchmarks.archive import CODES, PER_DOCUMENT, record_id  # late: --help needs none of it
    from multivector.store import Store

    with tempfile.TemporaryDirectory() as scratch:
        store = Store.open(Path(scratch))
        spawn = multiprocessing.get_context("spawn")
        told, stop = spawn.Queue(), spawn.Event()
        reader = spawn.Process(target=_read, args=(scratch, told, stop), daemon=True)
        reader.start()
        large = documents - documents // 5
        took, rows, plain = _ingest(store, 0, large, segment)
        small, more, _ = _ingest(store, large, documents - large, max(1, segment // 10))
        compaction = _clock(lambda: store.compact(many=2))
        numbers = [n * 7919 % (documents * PER_DOCUMENT) for n in range(QUERIES)]
        point = [_clock(lambda n=n: store.view().record(record_id(n))) for n in numbers]  # type: ignore[misc]
        page = [_clock(lambda code=code: store.actor(code)) for code in CODES[:PAGES]]  # type: ignore[misc]
        search = _search(store) if indexed else {}
        stop.set()
        seen = told.get(timeout=600)
        reader.join()
        files = [path for path in store.folder.rglob("*") if path.is_file() and "index" not in path.parts]
        size = sum(path.stat().st_size for path in files)
    rates = [n / wall for n, (wall, _) in zip(rows, took, strict=True)]
    return {
        "documents": documents, "records": documents * PER_DOCUMENT, "segments": len(took),
        "ingest s": round(sum(wall for wall, _ in took + small), 2),
        "rows/s": f"{statistics.median(rates):,.0f} ({min(rates):,.0f}-{max(rates):,.0f})",
        "ratio to the limit of 500,000": spread([rate / LIMIT for rate in rates]),
        "records/s": round(sum(rows) * PER_DOCUMENT / (2 * PER_DOCUMENT + 1) / sum(wall for wall, _ in took)),
        "rows a processor second": round(sum(rows) / sum(own for _, own in took)),
        "processor s, times a plain write": spread([own / bare for (_, own), bare in zip(took, plain, strict=True)]),
        "rows/s in small segments": round(sum(more) / sum(wall for wall, _ in small)),
        "compaction s": round(compaction[0], 2), **_times("look-up", point), **_times("actor page", page), **search,
        "meanwhile, other process": f"{seen[0]} times, median {seen[1] * 1000:.0f} ms, {seen[2]} wrong",
        "bytes a record": round(size / documents / PER_DOCUMENT), "peak MB": peak_mb(),
    }  # fmt: skip


def _times(name: str, clocks: list[tuple[float, float]]) -> dict[str, Any]:
    """Milliseconds by the clock, median and most, and of the processor."""
    walls, own = ([one * 1000 for one in column] for column in zip(*clocks, strict=True))
    return {
        f"{name} ms": round(statistics.median(walls), 1), f"{name}, slowest ms": round(max(walls), 1),
        f"{name}, processor ms": round(statistics.median(own), 1),
    }  # fmt: skip


def _ingest(
    store: Any, first: int, documents: int, segment: int
) -> tuple[list[tuple[float, float]], list[int], list[float]]:
    """Seconds by the clock and of the processor, and rows, of each segment; processor seconds of a plain write."""
    from benchmarks.archive import tables

    took, rows, plain = [], [], []
    with store.bulk("benchmark") as writer:
        for start in range(first, first + documents, segment):
            made = tables(start, min(segment, first + documents - start))
            took.append(_clock(lambda made=made: rows.append(writer.add(made))))  # type: ignore[misc]
            plain.append(_clock(lambda made=made: _write_plainly(made))[1])  # type: ignore[misc]
    return took, rows, plain


def _write_plainly(tables: dict[str, Any]) -> None:
    """What Parquet alone takes: the same tables to memory as pyarrow writes them by default, and nothing checked."""
    import pyarrow as pa  # late: --help needs none of it
    import pyarrow.parquet as pq

    for table in tables.values():
        pq.write_table(table, pa.BufferOutputStream())


def _search(store: Any) -> dict[str, Any]:
    """Each question as `multivector search` asks it: the case looked at, the index opened, the answers read."""
    indexing = _clock(lambda: store.search(_asking(random.Random(0))))
    chance, times = random.Random(3), []
    for _ in range(QUESTIONS):
        asked = _asking(chance)
        times.append(_clock(lambda asked=asked: store.search(asked)))  # type: ignore[misc]
    return {"indexing s": round(indexing[0], 1), **_times("full text", times)}


def _asking(chance: random.Random) -> Any:
    """None to two words, and filters by kind, actor, day, and type or tone."""
    from benchmarks.archive import ACTS, CODES
    from multivector.store.search_index import Asking

    words = chance.sample(WORDS, chance.choice((0, 1, 2)))
    kind = chance.choice((None, "sentence", "event", "statement"))
    actors = chance.sample(CODES, chance.choice((0, 1, 2) if words else (1, 2)))
    return Asking(
        " ".join(words), kind=kind, actors=tuple(actors),
        type=chance.choice((None, *ACTS)) if kind == "event" else None,
        since=chance.choice((None, "2012-01-01")), until=chance.choice((None, "2015-01-01")),
        tone=chance.choice((None, "negative", "positive")) if kind == "statement" else None,
    )  # fmt: skip


def _clock(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of the processor."""
    start, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - own


def _read(case: str, told: Any, stop: Any) -> None:
    """The other process: open the case, look a record and its document up, count; until it is told to stop."""
    from benchmarks.archive import PER_DOCUMENT, record_id
    from multivector.store import Store

    times, wrong, highest = [], 0, 0
    while not stop.is_set():
        begun = time.perf_counter()
        view = Store.open(Path(case)).view()
        documents, records = view.count()
        if documents:
            record = view.record(record_id(7))
            wrong += (
                view.document(record.evidence.document).text[record.evidence.start :].find(record.evidence.quote) != 0
            )
            times.append(time.perf_counter() - begun)
        wrong += records != documents * PER_DOCUMENT or documents < highest
        highest = max(highest, documents)
        time.sleep(0.2)
    told.put((len(times), statistics.median(times) if times else 0.0, wrong))


if __name__ == "__main__":
    main()
