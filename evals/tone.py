"""Tone toward marked words: NewsMTSC's two test parts, the project's own diplomatic sentences, and directed tone."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evals.directed import directed
from multivector.text.sentence_model import is_installed

__all__ = ["PARTS", "SHORT", "macro_f1", "own_rows", "tone"]

LABELS = ("negative", "neutral", "positive")
SHORT = {"neg": "negative", "neu": "neutral", "pos": "positive"}
OWN = Path(__file__).parent / "data" / "diplomatic_tone.jsonl"
PARTS = {"rw": "newsmtsc_rw_dev_hf.jsonl", "mt": "newsmtsc_devtest_mt.jsonl"}


def tone(shared: Path) -> dict[str, float]:
    """Macro-F1 by set and reader; the sentence model's only where its extra is installed."""
    found: dict[str, float] = {}
    own = own_rows()
    for reader in ("lexicon", "embed") if is_installed() else ("lexicon",):
        for part, name in PARTS.items():
            lines = (shared / "data" / "reading" / name).read_text(encoding="utf-8").splitlines()
            rows = [row | {"label": SHORT[row["label"]]} for row in map(json.loads, lines)]
            found[f"{part}_{reader}"] = macro_f1(_heard(rows, reader))
        heard = _heard(own, reader)
        for half in ("a", "b"):
            found[f"own_{half}_{reader}"] = macro_f1(
                [p for p, row in zip(heard, own, strict=True) if row["half"] == half]
            )
    return found | directed(shared)


def own_rows() -> list[dict[str, Any]]:
    """The project's own diplomatic sentences, each with the place of its target."""
    rows = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        row["start"] = row["text"].index(row["toward"])
        row["end"] = row["start"] + len(row["toward"])
    return rows


def _heard(rows: Sequence[dict[str, object]], reader: str) -> list[tuple[str, str]]:
    """The label given and the label read of each row, by the project's own command."""
    with tempfile.TemporaryDirectory() as scratch:
        given, out = Path(scratch) / "given.jsonl", Path(scratch) / "out.jsonl"
        given.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        command = [sys.executable, "-m", "multivector", "tone", str(given), "-o", str(out), "--reader", reader]
        subprocess.run(command, check=True)
        read = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return [(row["label"], row["tone"]["label"]) for row in read]


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """The mean of the three labels' F1, to three digits."""
    pairs = list(pairs)
    total = 0.0
    for label in LABELS:
        hit = sum(gold == label == read for gold, read in pairs)
        named = sum(gold == label for gold, _ in pairs) + sum(read == label for _, read in pairs)
        total += 2 * hit / named if named else 0.0
    return round(total / len(LABELS), 3)
