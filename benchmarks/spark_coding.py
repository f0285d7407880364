"""Coding on Spark: one worker against the local engine, and two workers against one.

    python -m benchmarks.spark_coding [--articles 600] [--runs 3]

A cluster of a master and two workers of one core is started on this machine (tools/cluster.sh). Each engine codes a few
articles first, so that models are loaded; then the same articles are timed, and all outputs are compared.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.articles import write_articles
from benchmarks.report import spread, tell

__all__ = ["main"]

SCRIPT = Path(__file__).resolve().parents[1] / "tools" / "cluster.sh"
WARM = 12  # files


def coded(run: Callable[..., Any], given: Path, out: Path) -> float:
    """Seconds to code the file into a new lake."""
    from multivector.archive import Hearing, code_archive

    silent = Hearing(lambda _: None, lambda *_: None, print)
    start = time.perf_counter()
    code_archive(str(given), str(out), run, silent)
    return time.perf_counter() - start


def timed(name: str, run: Callable[..., Any], folder: Path, runs: int) -> list[float]:
    """The times of so many runs after a warm one."""
    coded(run, folder / "warm", folder / f"{name}-warm")
    return [coded(run, folder / "in.jsonl", folder / f"{name}-{number}") for number in range(runs)]


def on_spark(url: str, workers: int, folder: Path, runs: int) -> list[float]:
    """The times on so many of the cluster's workers."""
    from pyspark.sql import SparkSession

    from multivector.engine.spark import run_spark

    builder: Any = SparkSession.builder.master(url).appName("benchmark")
    builder = builder.config("spark.cores.max", workers).config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    try:
        return timed(f"spark-{workers}", run_spark, folder, runs)
    finally:
        session.stop()


def main() -> None:
    """Start a cluster, time all three and print medians, spreads and ratios."""
    parser = argparse.ArgumentParser(description="Coding on Spark against the local engine.")
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    from multivector.engine.local import run_local

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {**os.environ, "PYTHON": sys.executable, "PORT": "17077"}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        words = write_articles(folder / "in.jsonl", given.articles)
        (folder / "warm").mkdir()
        for number in range(WARM):  # a file is a shard at least: every worker gets some and loads its model
            write_articles(folder / "warm" / f"{number}.jsonl", 2, seed=number + 2)
        local = timed("local", partial(run_local, workers=1), folder, given.runs)
        command = ["sh", str(SCRIPT), "start", str(folder / "cluster")]
        url = subprocess.run(command, env=settings, check=True, capture_output=True, text=True).stdout.strip()
        try:
            one, two = (on_spark(url, workers, folder, given.runs) for workers in (1, 2))
        finally:
            subprocess.run(["sh", str(SCRIPT), "stop", str(folder / "cluster")], env=settings, check=False)
        same = {tuple(sorted(p.name for p in (folder / f"{name}-0").glob("part-*"))) for name in ("local", "spark-2")}
    times = {"local engine, one process": local, "Spark, one worker": one, "Spark, two workers": two}
    rows = [
        {"engine": name, "seconds": spread(runs), "articles/s": round(given.articles / statistics.median(runs), 1),
         "times the local time": spread([a / b for a, b in zip(runs, local, strict=True)]),
         "times as fast as one worker": spread([a / b for a, b in zip(one, runs, strict=True)])}
        for name, runs in times.items()
    ]  # fmt: skip
    tell("spark_coding", rows, articles=given.articles, words=words, runs=given.runs, the_same_parts=len(same) == 1)


if __name__ == "__main__":
    main()
