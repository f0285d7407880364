"""Full-text search over a million sentences: median time of a query, the first ranked answers read and parsed.

    python -m benchmarks.search [--sentences 10000 100000 1000000] [--queries 200]

Sentences are made from benchmarks/news.yaml and indexed as `multivector search` does. Queries are one to three words,
half of them with a filter by actor or day. The limit that the project set itself is a median of 10 ms.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.report import peak_mb, tell
from benchmarks.texts import news

if TYPE_CHECKING:
    from multivector.store.search_index import SearchIndex
    from multivector.store.search_rows import Found

__all__ = ["ask", "main"]

LIMIT_MS = 10
CODES = ("RUS", "KAZ", "IRN", "TUR", "DEU", "JPN", "BRA", "IND", "FRA", "POL")
PER_DOCUMENT = 10


def main() -> None:
    """Index, ask, and print rates and times."""
    parser = argparse.ArgumentParser(description="Full-text search over generated sentences.")
    parser.add_argument("--sentences", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--queries", type=int, default=200)
    given = parser.parse_args()
    sentences = [s for text in news(2000, seed=6) for part in text.split("\n\n") for s in part.split(". ")]
    tell("search", [_row(sentences, count, given.queries) for count in given.sentences], queries=given.queries)


def _row(sentences: list[str], count: int, queries: int) -> dict[str, Any]:
    from multivector.store.search_index import SearchIndex  # late: --help needs none of it

    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as scratch:
        index = SearchIndex(Path(scratch))
        start = time.perf_counter()
        index.update((), _documents(chance, sentences, count), {})
        indexing = time.perf_counter() - start
        words = [w.strip('.,"') for s in chance.sample(sentences, 300) for w in s.split() if len(w) > 3]
        times = ask(index, words, queries)
    middle = statistics.median(times)
    return {
        "sentences": count, "median ms": round(middle, 2), "most ms": round(max(times), 1),
        "95% within ms": round(sorted(times)[int(queries * 0.95)], 1),
        "share of the limit of 10 ms": round(middle / LIMIT_MS, 2), "indexing s": round(indexing, 1),
        "sentences indexed/s": round(count / indexing), "peak MB": peak_mb(),
    }  # fmt: skip


def ask(index: "SearchIndex", words: list[str], queries: int) -> list[float]:
    """Milliseconds of each of so many queries."""
    from multivector.store.search_index import Asking

    chance, times = random.Random(5), []
    for number in range(queries):
        text = " ".join(chance.sample(words, chance.choice((1, 2, 3))))
        actors = (chance.choice(CODES),) if number % 4 == 0 else ()
        asked = Asking(text, actors=actors, since="2014-01-01" if number % 4 == 2 else None)
        start = time.perf_counter()
        index.find(asked)
        times.append((time.perf_counter() - start) * 1000)
    return times


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
