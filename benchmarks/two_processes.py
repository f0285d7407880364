"""`multivector code` with two processes against one: articles a second, and the ratio.

    python -m benchmarks.two_processes [--articles 4000] [--runs 3]

Whole commands, alternating; then the same without what each needs to start (a run over one article). Processor time is
of all processes of a command together: what two take more than one is what sharing costs.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import write_articles
from benchmarks.report import spread, tell

__all__ = ["main"]


def seconds(given: Path, folder: Path, workers: int) -> tuple[float, float]:
    """Wall and processor time of one command; raises CalledProcessError where it fails."""
    out = folder / f"out-{time.monotonic_ns()}.jsonl"
    command = [sys.executable, "-m", "multivector", "code", str(given), "-o", str(out), "--workers", str(workers)]
    start, own = time.perf_counter(), _of_children()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start, _of_children() - own


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Time both and print medians, spreads and ratios."""
    parser = argparse.ArgumentParser(description="Two processes against one.")
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    runs: dict[str, list[tuple[float, float]]] = {"one": [], "two": [], "start": []}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        words = write_articles(folder / "in.jsonl", given.articles)
        write_articles(folder / "start.jsonl", 1)
        for _ in range(given.runs):
            for name, file, workers in (("one", "in", 1), ("two", "in", 2), ("start", "start", 1)):
                runs[name].append(seconds(folder / f"{file}.jsonl", folder, workers))
    (one, own), (two, both), (begin, _) = ([[run[n] for run in runs[name]] for n in (0, 1)] for name in runs)
    start = statistics.median(begin)
    row = {
        "articles": given.articles, "one process s": spread(one), "two processes s": spread(two),
        "start alone s": spread(begin), "ratio": spread([a / b for a, b in zip(one, two, strict=True)]),
        "ratio without starting": spread([(a - start) / (b - start) for a, b in zip(one, two, strict=True)]),
        "processor s, one": spread(own), "processor s, two": spread(both),
        "articles/s with two": round(given.articles / statistics.median(two), 1),
    }  # fmt: skip
    tell("two_processes", [row], words=words, runs=given.runs)


if __name__ == "__main__":
    main()
