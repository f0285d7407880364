"""All benchmarks one after the other, and docs/performance.md from what they found.

    python -m benchmarks.all                       all of them; takes most of an hour
    python -m benchmarks.all --only search store_at_size
    python -m benchmarks.all --scale 0.01          small sizes, in a few minutes: to see that all run; keeps nothing
    python -m benchmarks.all --page                only the page, from what is kept

The figures of each are kept in benchmarks/results, so that a part can be measured again and the page be whole.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.page import RESULTS, write_page

__all__ = ["BENCHMARKS", "main"]

Sizes = dict[str, tuple[tuple[int, ...], int]]  # option -> its values in full, and the least that make sense
BENCHMARKS: dict[str, Sizes] = {
    "reading_speed": {"articles": ((100,), 10), "runs": ((3,), 1)},
    "russian_reading": {"articles": ((1000,), 20), "compared": ((60,), 10), "runs": ((3,), 1)},
    "events_preparsed": {"articles": ((150,), 10), "runs": ((5,), 1)},
    "attribution_speed": {"articles": ((100,), 10), "runs": ((3,), 1)},
    "cold_brief": {"runs": ((7,), 1)},
    "workbench_pages": {"articles": ((5000,), 50), "records": ((50_000,), 500), "rounds": ((12,), 2)},
    "two_processes": {"articles": ((4000,), 30), "runs": ((3,), 1)},
    "spark_coding": {"articles": ((600,), 30), "runs": ((3,), 1)},
    "cost_growth": {"largest": ((10_000,), 320)},
    "archive_growth": {"articles": ((1000, 10_000, 100_000, 1_000_000), 100)},
    "copies": {"articles": ((1000, 10_000, 100_000), 100)},
    "story": {"articles": ((250, 500, 1000), 20)},
    "incremental": {"articles": ((10_000,), 100)},
    "voting_similarity": {"runs": ((5,), 1)},
    "simulated_judging": {"worlds": ((1000,), 20)},
    "net_cooperation": {"rows": ((1_000_000, 50_000_000, 300_000_000), 10_000), "runs": ((3,), 1)},
    "search": {"sentences": ((10_000, 100_000, 1_000_000), 1000), "queries": ((200,), 20)},
    "store_at_size": {"documents": ((10_000, 100_000, 1_000_000), 500), "segment": ((50_000,), 500)},
}


def main() -> None:
    """Run those that are asked for, show what they print, and write the page."""
    parser = argparse.ArgumentParser(description="All benchmarks, and docs/performance.md.")
    parser.add_argument("--only", nargs="+", choices=[*BENCHMARKS], metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--scale", type=float, default=1.0, help="Part of the full sizes; below 1 nothing is kept.")
    parser.add_argument("--page", action="store_true", help="Only write the page from the figures that are kept.")
    given = parser.parse_args()
    names = () if given.page else given.only or tuple(BENCHMARKS)
    with tempfile.TemporaryDirectory() as scratch:
        kept = RESULTS if given.scale == 1 else Path(scratch)
        failed = [name for name in names if not _run(name, given.scale, kept)]
    if given.scale == 1:
        write_page()
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


def _run(name: str, scale: float, kept: Path) -> bool:
    """Whether it ran; what it prints is seen as it comes."""
    kept.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", f"benchmarks.{name}", *_options(BENCHMARKS[name], scale)]
    start = time.monotonic()
    print(f"$ {' '.join(command[1:])}", flush=True)
    done = subprocess.run(command, env={**os.environ, "BENCH_OUT": str(kept)}, check=False)
    print(f"  {time.monotonic() - start:.0f} s\n", flush=True)
    return done.returncode == 0


def _options(sizes: Sizes, scale: float) -> list[str]:
    """The command's options at that scale, each size once."""
    found = []
    for option, (values, least) in sizes.items():
        scaled = dict.fromkeys(max(least, round(value * scale)) for value in values)
        found += [f"--{option}", *map(str, scaled)]
    return found


if __name__ == "__main__":
    main()
