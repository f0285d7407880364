"""How the search for near-copies grows: made-up articles, a tenth of them edited copies of earlier ones.

    python -m benchmarks.copies [--articles 1000 10000 100000]

Time is processor time.
"""

import argparse
import random
import time
from typing import Any

from benchmarks.report import peak_mb, tell
from multivector.text.copies import clusters

__all__ = ["main"]

WORDS = 200
VOCABULARY = 30_000
COPIES = 0.1


def articles(n: int, seed: int = 7) -> tuple[list[str], list[int]]:
    """Texts whose words are as unevenly common as English words are, and for each the number of what it copies."""
    rng = random.Random(seed)
    words = [f"w{i}" for i in range(VOCABULARY)]
    weights = [1 / (i + 2) for i in range(VOCABULARY)]
    texts: list[str] = []
    origins: list[int] = []
    for i in range(n):
        if i > 10 and rng.random() < COPIES:
            source = origins[rng.randrange(i)]
            kept = texts[source].split()[: rng.randint(WORDS // 2, WORDS)]
            texts.append(" ".join([*kept, *rng.choices(words, weights, k=WORDS // 4)]))
            origins.append(source)
        else:
            texts.append(" ".join(rng.choices(words, weights, k=WORDS)))
            origins.append(i)
    return texts, origins


def main() -> None:
    """Print, for each size, seconds, memory, and which copies were found."""
    parser = argparse.ArgumentParser(description="How the search for near-copies grows.")
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    tell("copies", [_row(n) for n in parser.parse_args().articles], words_an_article=WORDS, copies=COPIES)


def _row(n: int) -> dict[str, Any]:
    texts, origins = articles(n)
    start = time.process_time()
    found = clusters(dict(enumerate(texts)))
    seconds = time.process_time() - start
    copies = [i for i in range(n) if origins[i] != i]
    right = sum(found[i] == found[origins[i]] for i in copies)
    wrong = sum(found[i] != i for i in range(n) if origins[i] == i)
    return {
        "articles": n, "seconds": round(seconds, 2), "us an article": round(seconds / n * 1e6),
        "copies found": f"{right} of {len(copies)}", "others joined": wrong, "peak MB": peak_mb(),
    }  # fmt: skip


if __name__ == "__main__":
    main()
