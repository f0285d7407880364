"""The sentences whose tone is read most wrongly: python -m evals.worst [--set mt] [--worst 20] [--reader lexicon]

Sentences are shown from the data beside the project and stay there: of NewsMTSC (rw, mt: MIT), of our own diplomatic
ones (own), of directed tone (directed). "Most wrongly" is the distance between the tone read and the one that people
gave, so that praise taken for blame comes first.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from evals.directed import CLASSES, rows
from evals.measure import SHARED
from evals.tone import PARTS, SHORT, own_rows
from multivector.tones import attitude_between, tone_of

__all__ = ["Wrong", "main", "worst"]

SETS = (*PARTS, "own", "directed")
TONES = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}
SIGNS = {0: (0.0, 0.0), 1: (1.0, 0.0), 2: (0.0, 1.0), 3: (-1.0, 0.0), 4: (0.0, -1.0)}  # p's tone, q's tone


class Wrong(NamedTuple):
    """How far off a sentence is read, what people say, what was read by which words, and the marked sentence."""

    far: float
    given: str
    read: str
    text: str


def main() -> None:
    """Print them, the worst first."""
    parser = argparse.ArgumentParser(description="The sentences whose tone is read most wrongly.")
    parser.add_argument("--set", choices=SETS, default="mt")
    parser.add_argument("--worst", type=int, default=20)
    parser.add_argument("--reader", choices=("lexicon", "embed"), default="lexicon")
    given = parser.parse_args()
    for wrong in worst(_readings(SHARED, given.set, given.reader), given.worst):
        print(f"{wrong.far:.2f}  {wrong.given}, read {wrong.read}\n      {wrong.text}")


def worst(found: Iterator[Wrong], count: int) -> list[Wrong]:
    """The first so many by distance."""
    return sorted(found, key=lambda w: (-w.far, w.text))[:count]


def _readings(shared: Path, name: str, reader: str) -> Iterator[Wrong]:
    if name == "directed":
        yield from _directed(shared)
        return
    for row in own_rows() if name == "own" else _newsmtsc(shared, name):
        text, start, end = row["text"], row["start"], row["end"]
        heard = tone_of(text, start, end, "embed" if reader == "embed" else "lexicon")
        shown = f"{text[:start]}[{text[start:end]}]{text[end:]}"
        read = f"{heard.label} {heard.value} ({', '.join(heard.words)})"
        yield Wrong(abs(heard.value - TONES[row["label"]]), row["label"], read, shown)


def _newsmtsc(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    for line in (shared / "data" / "reading" / PARTS[name]).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row | {"label": SHORT[row["label"]]}


def _directed(shared: Path) -> Iterator[Wrong]:
    for row in rows(shared):
        read = attitude_between(row.text, row.first, row.second)
        far = sum(abs(tone - gold) for tone, gold in zip(read.tones, SIGNS[row.label], strict=True))
        (a, b), (c, d) = row.first, row.second
        shown = f"{row.text[:a]}[{row.text[a:b]}]{row.text[b:c]}[{row.text[c:d]}]{row.text[d:]}"
        yield Wrong(far, CLASSES[row.label], f"{CLASSES[read.label]} ({'; '.join(read.reasons)})", shown)


if __name__ == "__main__":
    main()
