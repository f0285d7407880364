"""The Russian articles with hand-made readings (evals/data/russian): read as one case, scored one by one, summed up."""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

__all__ = ["FOLDER", "score"]

FOLDER = Path(__file__).parent / "data" / "russian"
# figure -> the gold rows that count toward it
COUNTED = {
    "statement_recall": "statements", "event_recall": "events", "trade_recall": "trade_measures",
    "membership_recall": "memberships",
}  # fmt: skip


def score(scorer: Path, folder: Path = FOLDER) -> dict[str, float]:
    """Figures over all articles below the folder, and of each half (a folder of its own), its name before the figure.

    Recalls are over gold rows; speaker_state and stance over the statements found; event_unexplained over articles.
    """
    golds = sorted(folder.rglob("*.json"))
    with tempfile.TemporaryDirectory() as scratch:
        records = _read(golds, Path(scratch))
        rows = [(path.parent.name, _one(scorer, path, records)) for path in golds]
    figures = _summed([figures for _, figures in rows])
    for half in sorted({name for name, _ in rows}):
        figures |= {
            f"{half}_{k}": v for k, v in _summed([f for name, f in rows if name == half]).items() if "recall" in k
        }
    return figures


def _read(golds: list[Path], scratch: Path) -> Path:
    sources = scratch / "sources"
    sources.mkdir()
    for path in golds:
        copy(path.with_suffix(".txt"), sources)
    records = scratch / "records.jsonl"
    for command in (["read", str(scratch)], ["export", str(scratch), "-o", str(records)]):
        subprocess.run([sys.executable, "-m", "multivector", *command], check=True, stdout=subprocess.DEVNULL)
    return records


def _one(scorer: Path, gold: Path, records: Path) -> dict[str, tuple[float, int]]:
    """Figure -> (its sum, its count) of one article."""
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(records), "--json"], check=True, stdout=subprocess.PIPE, text=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return dict(_weighed(told, json.loads(gold.read_text(encoding="utf-8"))))


def _weighed(told: dict[str, Any], gold: dict[str, Any]) -> Iterator[tuple[str, tuple[float, int]]]:
    found = told.get("statement_recall") or 0
    states = sum(bool(row["speaker_state"]) for row in gold["statements"])
    counts = {name: len(gold[rows]) for name, rows in COUNTED.items()}
    counts |= {"speaker_state": round(found * states), "stance": sum(len(row["stance"]) for row in gold["statements"])}
    counts |= {"statement_precision": 1, "event_unexplained": 1, "trade_goods": len(gold["trade_measures"])}
    for name, count in counts.items():
        if told.get(name) is not None and count:
            yield name, (told[name] * count, count)


def _summed(rows: list[dict[str, tuple[float, int]]]) -> dict[str, float]:
    total: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for row in rows:
        for name, (value, number) in row.items():
            total[name] += value  # type: ignore[assignment]
            count[name] += number
    return {name: round(total[name] / count[name], 3) for name in count}
