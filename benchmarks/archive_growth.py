"""Cost against size of all that an archive of articles needs but the parse of each: from a file to a month's measure.

    python -m benchmarks.archive_growth [--articles 1000 10000 100000 1000000]

Reading one article does not depend on how many there are (benchmarks/cost_growth.py measures that); what might grow
faster is what lies around it. Articles of mixed news are written to a file and coded into a lake as `multivector code`
does: cut into shards, hashed, committed part by part, listed in the manifest; then dyad-months is measured on it. In
the parser's place stands its first step alone, the scan for names, and the first two states that it finds make an
event. Time is processor time. An exponent of 1 is linear growth; the limit from 10,000 articles on is 1.05.
"""

import argparse
import datetime as dt
import json
import random
import tempfile
from pathlib import Path
from typing import Any

import pyarrow as pa

from benchmarks.charts import exponent
from benchmarks.report import peak_mb, processor_seconds, tell
from benchmarks.texts import mix_in_words, news

__all__ = ["main", "scan"]

LIMIT, FITTED_FROM = 1.05, 10_000
STOCK = 3_000  # different articles; the larger sizes repeat their texts under other names and days
FIRST, DAYS = dt.date(2015, 1, 1), 3650


def main() -> None:
    """Code and measure each size and print seconds by step."""
    parser = argparse.ArgumentParser(description="How the cost of an archive grows, but for the parse.")
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    given = parser.parse_args()
    _row(100)  # what is loaded once is loaded
    rows = [_row(count) for count in given.articles]
    fitted = [(row["articles"], row["seconds"]) for row in rows if row["articles"] >= FITTED_FROM]
    power = round(exponent(fitted), 3) if len(fitted) > 1 else None
    tell("archive_growth", rows, exponent_from_10000_articles=power, limit=LIMIT, mix=mix_in_words())


def scan(table: pa.Table) -> pa.Table:
    """The event that each text's first two states make, in the shape of coded records."""
    from multivector.coding import RECORDS
    from multivector.extract import find_names

    found = []
    for row in table.to_pylist():
        hits = [(hit, hit.name.state) for hit in find_names(row["text"], "en") if hit.name.state]
        codes = list(dict.fromkeys(code for _, code in hits))[:2]
        if len(codes) == 2:
            day, first = dt.date.fromisoformat(row["date"]), hits[0][0]
            found.append({
                "document": row["id"], "kind": "event", "id": f"eve-{row['id']:0>20}", "start": first.start,
                "end": first.end, "quote": row["text"][first.start : first.end], "rule": "scan", "confidence": 0.5,
                "type": "CONSULT", "source": codes[:1], "target": codes[1:], "status": "asserted", "record": "{}",
                "date": day, "precision": "day", "published": day, "quad": 1, "goldstein": 1.0, "plover": 1.0,
            })  # fmt: skip
    return pa.Table.from_pylist(found, schema=RECORDS)


def _row(count: int) -> dict[str, Any]:
    from functools import partial

    from multivector.archive import Hearing, code_archive
    from multivector.coding import RECORDS
    from multivector.engine.local import run_local
    from multivector.engine.stage import Stage
    from multivector.lake_tables import Wanted, lake_measure

    silent = Hearing(lambda _: None, lambda *_: None, print)
    stage = Stage("scan", "1", RECORDS, scan)
    with tempfile.TemporaryDirectory() as scratch:
        given, lake = Path(scratch) / "in.jsonl", Path(scratch) / "lake"
        _write(given, count)
        run = partial(run_local, workers=1)
        coding = processor_seconds(lambda: code_archive(str(given), str(lake), run, silent, stage=stage))
        again = processor_seconds(lambda: code_archive(str(given), str(lake), run, silent, stage=stage))
        measuring = processor_seconds(lambda: lake_measure(str(lake), Wanted("dyad-months")))
        parts = len(list(lake.glob("part-*")))
        size = given.stat().st_size
    seconds = coding + measuring
    return {
        "articles": count, "MB": round(size / 1e6, 1), "seconds": round(seconds, 2), "coding s": round(coding, 2),
        "going on where all is done s": round(again, 2), "measuring s": round(measuring, 2),
        "us an article": round(seconds / count * 1e6), "parts": parts, "peak MB": peak_mb(),
    }  # fmt: skip


def _write(path: Path, count: int) -> None:
    stock, chance = news(min(count, STOCK), seed=7), random.Random(8)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            day = FIRST + dt.timedelta(days=chance.randrange(DAYS))
            row = {"id": str(number), "text": f"{stock[number % len(stock)]}\n\nNo. {number}", "date": str(day)}
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
