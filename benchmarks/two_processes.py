"""`multivector code` with two processes against one: articles a second, and the ratio.

    python -m benchmarks.two_processes [--articles 1000] [--runs 3]

Whole commands, alternating; then the same without what each needs to start (a run over one article).
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import write_articles
from benchmarks.report import spread, tell

__all__ = ["main"]


def seconds(given: Path, folder: Path, workers: int) -> float:
    """Wall time of one command; raises CalledProcessError where it fails."""
    out = folder / f"out-{time.monotonic_ns()}.jsonl"
    command = [sys.executable, "-m", "multivector", "code", str(given), "-o", str(out), "--workers", str(workers)]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Time both and print medians, spreads and ratios."""
    parser = argparse.ArgumentParser(description="Two processes against one.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    one, two, begin = [], [], []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        words = write_articles(folder / "in.jsonl", given.articles)
        write_articles(folder / "start.jsonl", 1)
        for _ in range(given.runs):
            one.append(seconds(folder / "in.jsonl", folder, 1))
            two.append(seconds(folder / "in.jsonl", folder, 2))
            begin.append(seconds(folder / "start.jsonl", folder, 1))
    start = statistics.median(begin)
    row = {
        "articles": given.articles, "one process s": spread(one), "two processes s": spread(two),
        "start alone s": spread(begin), "ratio": spread([a / b for a, b in zip(one, two, strict=True)]),
        "ratio without starting": spread([(a - start) / (b - start) for a, b in zip(one, two, strict=True)]),
        "articles/s with two": round(given.articles / statistics.median(two), 1),
    }  # fmt: skip
    tell("two_processes", [row], words=words, runs=given.runs)


if __name__ == "__main__":
    main()
