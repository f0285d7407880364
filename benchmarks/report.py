"""What every benchmark prints with its figures: machine, spread, peak memory; and one line of JSON for the report."""

import json
import os
import platform
import resource
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

__all__ = ["SCRATCH", "machine", "peak_mb", "spread", "tell"]

SCRATCH = os.environ.get("BENCH_OUT")  # a folder in which each benchmark leaves its figures for benchmarks.all


def machine() -> str:
    """Processor, cores and Python."""
    name = platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"


def peak_mb() -> int:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def spread(values: Sequence[float]) -> str:
    """Median, least and most."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def tell(name: str, rows: Sequence[dict[str, Any]], **facts: Any) -> None:
    """Print the figures as a table, and leave them for the report where one is being made."""
    print(f"{name}: {machine()}; peak memory {peak_mb()} MB")
    for key, value in facts.items():
        print(f"  {key}: {value}")
    for row in rows:
        print("  " + "; ".join(f"{key} {value}" for key, value in row.items()))
    sys.stdout.flush()
    if SCRATCH:
        told = {"name": name, "machine": machine(), "peak_mb": peak_mb(), "facts": facts, "rows": list(rows)}
        Path(SCRATCH, f"{name}.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
