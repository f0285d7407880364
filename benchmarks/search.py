"""Full-text search over a million sentences: median time of a query, the first ranked answers read and parsed.

    python -m benchmarks.search [--sentences 1000000] [--queries 200]

Sentences are made from benchmarks/news.yaml and indexed as `multivector search` does. Queries are one to three words,
half of them with a filter by actor, kind or day. The limit that the project set itself is a median of 10 ms.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.report import spread, tell
from benchmarks.texts import news

if TYPE_CHECKING:
    from multivector.store.search_rows import Found

__all__ = ["main"]

LIMIT_MS = 10
CODES = ("RUS", "KAZ", "IRN", "TUR", "DEU", "JPN", "BRA", "IND", "FRA", "POL")
PER_DOCUMENT = 10


def main() -> None:
    """Index, ask, and print rates and times."""
    parser = argparse.ArgumentParser(description="Full-text search over generated sentences.")
    parser.add_argument("--sentences", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=200)
    given = parser.parse_args()
    from multivector.store.search_index import Asking, SearchIndex  # late: --help needs none of it

    chance = random.Random(5)
    sentences = [s for text in news(2000, seed=6) for part in text.split("\n\n") for s in part.split(". ")]
    with tempfile.TemporaryDirectory() as scratch:
        index = SearchIndex(Path(scratch))
        start = time.perf_counter()
        index.update((), _documents(chance, sentences, given.sentences), {})
        indexing = time.perf_counter() - start
        words = [w.strip('.,"') for s in chance.sample(sentences, 300) for w in s.split() if len(w) > 3]
        times = []
        for number in range(given.queries):
            text = " ".join(chance.sample(words, chance.choice((1, 2, 3))))
            actors = (chance.choice(CODES),) if number % 4 == 0 else ()
            asked = Asking(text, actors=actors, since="2014-01-01" if number % 4 == 2 else None)
            start = time.perf_counter()
            index.find(asked)
            times.append((time.perf_counter() - start) * 1000)
    row = {
        "query ms": spread(times), "95% within ms": round(sorted(times)[int(len(times) * 0.95)], 1),
        "share of the limit of 10 ms": round(statistics.median(times) / LIMIT_MS, 2),
        "sentences indexed/s": round(given.sentences / indexing),
    }  # fmt: skip
    tell("search", [row], sentences=given.sentences, queries=given.queries)


def _documents(chance: random.Random, sentences: list[str], count: int) -> Iterator[tuple[str, list["Found"]]]:
    from multivector.store.search_rows import Found

    for number in range(count // PER_DOCUMENT):
        document, day = f"doc-{number:08}", f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-15"
        rows = [
            Found("sentence", "", document, document, n, n + 1, chance.choice(sentences),
                  tuple(chance.sample(CODES, 2)), "", day, (), "en")
            for n in range(PER_DOCUMENT)
        ]  # fmt: skip
        yield document, rows


if __name__ == "__main__":
    main()
