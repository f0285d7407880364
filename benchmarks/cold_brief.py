"""From the command to the written brief of one article, model loading included, beside spaCy's own load and parse.

    python -m benchmarks.cold_brief [ARTICLE] [--runs N]

Whole processes are timed, alternating; the limit is a process that only loads the same model and parses the same text.
Modules are compiled beforehand, as an installation does. Seconds of processor time stand beside those of the clock:
other work on the machine lengthens both, but the latter more.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.report import spread, tell

__all__ = ["main"]

EXAMPLE = Path(__file__).resolve().parents[1] / "examples/kazakhstan-brics/sources/2024-10-17-import-bans.txt"
STEP_NAMES = ("imports", "model", "read and judge", "write")
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


def environment(compiled: str) -> dict[str, str]:
    """This process's environment, with modules kept compiled in that folder."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return given | {"PYTHONPYCACHEPREFIX": compiled}


def seconds(command: list[str], compiled: str) -> tuple[float, float]:
    """Wall and processor time of a process; raises CalledProcessError where it fails.

    `compiled` is the folder in which modules are kept compiled.
    """
    given = environment(compiled)
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=given)
    wall, after = time.perf_counter() - start, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Time both and print medians, the ratios and where the time goes."""
    parser = argparse.ArgumentParser(description="Cold brief of one article against loading and parsing alone.")
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    from multivector.text.english import installed_model  # late: this process is not the one that is timed

    limit = [sys.executable, "-c", LIMIT.format(model=installed_model()), str(given.article)]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as compiled:
        for _ in range(1 + given.runs):
            ours.append(brief(given.article, compiled))
            theirs.append(seconds(limit, compiled))
        ours, theirs = ours[1:], theirs[1:]  # the first runs compile
        steps = step_seconds(given.article, compiled)
    words = len(given.article.read_text(encoding="utf-8", errors="replace").split())
    rows = []
    for n, unit in enumerate(("by the clock", "of processor time")):
        mine, other = [t[n] for t in ours], [t[n] for t in theirs]
        ratios = [a / b for a, b in zip(mine, other, strict=True)]
        rows.append({
            "seconds": unit, "command to brief s": spread(mine), "model load and parse alone s": spread(other),
            "ratio": spread(ratios),
        })  # fmt: skip
    rows[0] |= {f"{name} s": step for name, step in zip(STEP_NAMES, steps, strict=True)}
    tell("cold_brief", rows, article=f"{given.article.name}, {words} words", runs=given.runs)


def brief(article: Path, compiled: str) -> tuple[float, float]:
    """Wall and processor time of the command on a fresh case of that article."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "case" / "sources" / article.name
        copy.parent.mkdir(parents=True)
        copy.write_bytes(article.read_bytes())
        return seconds([sys.executable, "-m", "multivector", "brief", str(Path(scratch) / "case")], compiled)


def step_seconds(article: Path, compiled: str) -> list[str]:
    """What STEPS prints."""
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-c", STEPS, str(article), scratch]
        told = subprocess.run(command, check=True, capture_output=True, text=True, env=environment(compiled))
    return told.stdout.split()


if __name__ == "__main__":
    main()
