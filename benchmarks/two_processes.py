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

from benchmarks.articles import machine, write_articles

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
    first, second, start = (statistics.median(times) for times in (one, two, begin))
    print(f"{given.articles:,} articles, {words:,} words; {given.runs} runs each, alternating; {machine()}")
    print(f"one process    {first:.1f} s ({given.articles / first:.1f}/s), {min(one):.1f}-{max(one):.1f}")
    print(f"two processes  {second:.1f} s ({given.articles / second:.1f}/s), {min(two):.1f}-{max(two):.1f}")
    print(f"ratio {first / second:.2f}; without starting ({start:.1f} s) {(first - start) / (second - start):.2f}")


if __name__ == "__main__":
    main()
