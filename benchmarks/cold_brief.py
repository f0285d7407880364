"""From the command to the written brief of one article, model loading included, beside spaCy's own load and parse.

    python -m benchmarks.cold_brief [ARTICLE] [--runs N]

Whole processes are timed, alternating; the limit is a process that only loads the same model and parses the same text.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.report import spread, tell

__all__ = ["main"]

EXAMPLE = Path(__file__).resolve().parents[1] / "examples/kazakhstan-brics/sources/2024-10-17-import-bans.txt"
LIMIT = "import sys, {model}; {model}.load()(open(sys.argv[1], encoding='utf-8').read())"
STEPS = """
import time; t = [time.perf_counter()]
import multivector.cli.main, multivector.pipeline; t.append(time.perf_counter())
from multivector.text.english import model_name; model_name(); t.append(time.perf_counter())
import sys; from pathlib import Path; from multivector.pipeline import Asked, brief_case
given = brief_case(Path(sys.argv[1]), Path(sys.argv[2]), Asked(), lambda name: None); t.append(time.perf_counter())
from multivector.brief import render; render(given); t.append(time.perf_counter())
print(*(round(b - a, 2) for a, b in zip(t, t[1:])))
"""


def seconds(command: list[str]) -> float:
    """Wall time of a process; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Time both and print medians, the ratio and where the time goes."""
    parser = argparse.ArgumentParser(description="Cold brief of one article against loading and parsing alone.")
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    from multivector.text.english import installed_model  # late: this process is not the one that is timed

    limit = [sys.executable, "-c", LIMIT.format(model=installed_model()), str(given.article)]
    ours, theirs = [], []
    for _ in range(given.runs):
        with tempfile.TemporaryDirectory() as scratch:
            article = Path(scratch) / "case" / "sources" / given.article.name
            article.parent.mkdir(parents=True)
            article.write_bytes(given.article.read_bytes())
            ours.append(seconds([sys.executable, "-m", "multivector", "brief", str(Path(scratch) / "case")]))
        theirs.append(seconds(limit))
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-c", STEPS, str(given.article), scratch]
        steps = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    words = len(given.article.read_text(encoding="utf-8", errors="replace").split())
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    row = {"command to brief s": spread(ours), "model load and parse alone s": spread(theirs), "ratio": spread(ratios)}
    names = ("imports", "model", "read and judge", "write")
    row |= {f"{name} s": step for name, step in zip(names, steps, strict=True)}
    tell("cold_brief", [row], article=f"{given.article.name}, {words} words", runs=given.runs)


if __name__ == "__main__":
    main()
