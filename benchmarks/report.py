"""What every benchmark prints with its figures: machine, spread, peak memory; and the figures for the report.

The figures of a run are kept in a file of its own under the folder that BENCH_OUT names, from which `benchmarks.all`
makes docs/performance.md.
"""

import json
import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

__all__ = ["SCRATCH", "machine", "others", "peak_mb", "processor_seconds", "spread", "tell"]

SCRATCH = os.environ.get("BENCH_OUT")
SAMPLE = 1.0  # second


def processor_seconds(work: Callable[[], object]) -> float:
    """The processor time that the work takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def others() -> float:
    """How many cores other processes keep busy: what the machine does while this one sleeps for a second."""
    before = _busy()
    time.sleep(SAMPLE)
    return round(max(0.0, _busy() - before) / SAMPLE, 2)


def _busy() -> float:
    """Seconds that all cores have worked since the machine started; 0 where it does not tell."""
    try:
        spent = [int(part) for part in Path("/proc/stat").read_text("utf-8").split("\n")[0].split()[1:9]]
    except (OSError, ValueError):
        return 0.0
    return (sum(spent) - spent[3] - spent[4]) / os.sysconf("SC_CLK_TCK")  # but idle and waiting for the disk


BEGUN = time.monotonic()
OTHERS = others() if SCRATCH else 0.0  # as this benchmark found the machine


def machine() -> str:
    """Processor, cores and Python."""
    name = platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}"


def peak_mb() -> int:
    """The most memory that this process, or one that it started, has held, in MB."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024


def spread(values: Sequence[float]) -> str:
    """Median, least and most."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def tell(name: str, rows: Sequence[dict[str, Any]], **facts: Any) -> None:
    """Print the figures as a table, and keep them for the report where one is being made."""
    print(f"{name}: {machine()}; peak memory {peak_mb()} MB")
    for key, value in facts.items():
        print(f"  {key}: {value}")
    for row in rows:
        print("  " + "; ".join(f"{key} {value}" for key, value in row.items()))
    sys.stdout.flush()
    if SCRATCH:
        told = {
            "name": name, "day": date.today().isoformat(), "took_s": round(time.monotonic() - BEGUN),
            "others": max(OTHERS, others()), "machine": machine(), "peak_mb": peak_mb(),
            "facts": facts, "rows": list(rows),
        }  # fmt: skip
        Path(SCRATCH, f"{name}.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
