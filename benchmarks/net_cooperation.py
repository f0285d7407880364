"""Net cooperation by dyad and month with 12-month means over generated events on DuckDB, beside a bare scan and sum.

    python -m benchmarks.net_cooperation [--rows 1000000 50000000 300000000] [--states 31] [--memory 4GB] [--runs 3]

The limit is a plain query that reads the same columns of the same file and sums them. Events: 20 years in the order of
their days, as archives are; some states far busier than others; scores in tenths; one Parquet file, without statistics
that would let either query skip rows. 31 states are as many as the daily GDELT file that we test on has; the finer the
answer (dyads x months), the farther from a bare scan: --states 200 shows it.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.report import peak_mb, spread, tell

__all__ = ["main"]

LIMIT = """
SELECT count(*) AS n, sum(goldstein) AS net, sum(date - DATE '2000-01-01') AS days,
       sum(hash(source) % 1000) AS sources, sum(hash(target) % 1000) AS targets
FROM events
"""  # min(date) would be told by the file's statistics, length(source) by its dictionary: neither reads the column
GENERATE = """
COPY (
  SELECT DATE '2004-01-01' + CAST(range * 7304 // {rows} AS INTEGER) AS date,
         'S' || lpad(CAST(CAST(floor({states} * pow(random(), 2)) AS INTEGER) AS VARCHAR), 3, '0') AS source,
         'S' || lpad(CAST(CAST(floor({states} * pow(random(), 2)) AS INTEGER) AS VARCHAR), 3, '0') AS target,
         round(random() * 20 - 10, 1) AS goldstein
  FROM range({rows})
) TO '{path}' (FORMAT parquet)
"""


def main() -> None:
    """Generate, time both in turn, and print seconds, rows a second, the ratio and peak memory."""
    parser = argparse.ArgumentParser(description="Net cooperation on DuckDB against a bare scan and sum.")
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 50_000_000, 300_000_000])
    parser.add_argument("--states", type=int, default=31)
    parser.add_argument("--memory", default="4GB")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    import duckdb  # late: --help needs none of it

    from multivector.measure.cooperation import net_cooperation
    from multivector.measure.relational import compiled

    sql = compiled(net_cooperation("goldstein", 12))
    rows = []
    for count in given.rows:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "events.parquet"
            with duckdb.connect() as connection:
                connection.execute(f"SET memory_limit = '{given.memory}'")
                connection.execute("SELECT setseed(0.5)")
                connection.execute(GENERATE.format(rows=count, states=given.states, path=path))
            clocks, cells = [], 0
            for _ in range(given.runs):
                own, limit = (_clock(one, path, given.memory) for one in (sql, LIMIT))
                cells = own[0]
                clocks.append((own[1], limit[1], own[2], limit[2]))
        ours, theirs, busy, limits = zip(*clocks, strict=True)
        rows.append({
            "events": count, "seconds": round(statistics.median(ours), 2), "dyad-months": cells,
            "net cooperation s": spread(ours), "scan and sum s": spread(theirs),
            "ratio": _ratio(ours, theirs),
            "processor s": spread(busy), "ratio of processor s": _ratio(busy, limits),
            "events/s": round(count / statistics.median(ours)), "peak MB": peak_mb(),
        })  # fmt: skip
    tell("net_cooperation", rows, states=given.states, runs=given.runs, memory_limit=given.memory)


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    return spread([a / b for a, b in zip(ours, theirs, strict=True)])


def _clock(sql: str, path: Path, memory: str) -> tuple[int, float, float]:
    """The rows of the query over that file, seconds by the clock, and of the processor on all threads."""
    from multivector.engine import run_sql  # late: --help needs none of it

    start, own = time.perf_counter(), time.process_time()
    found = run_sql(sql, {"events": path}, memory=memory).num_rows
    return found, time.perf_counter() - start, time.process_time() - own


if __name__ == "__main__":
    main()
