"""Fit the weights of attitudes between two marked actors: python tools/fit_directed.py newsmtsc_train.jsonl [--cv]

Writes codebook/data/tone/directed.csv. Fitted on pairs of names in the training part of NewsMTSC (Hamborg and Donnay
2021, MIT licence), whose classes were given for this project (evals/data/directed/newsmtsc.csv), and on sentences of
our own (own.tsv). A tenth of both, by a hash, is kept back and only measured. The fit itself is
extract/attitude_fit.py. The same data gives the same file.
"""

import argparse
import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from evals.directed import five_f1, marked

from multivector.codebook.attitudes import FILE, Attitudes, written
from multivector.extract.attitude_fit import Labelled, best_class, fit
from multivector.tones import attitude_features

HOME = Path(__file__).resolve().parents[1]
GIVEN = HOME / "evals" / "data" / "directed"
WEIGHTS = HOME / "src" / "multivector" / "codebook" / "data" / "tone" / FILE
PARTS = 5


class Given(NamedTuple):
    """A labelled pair, and whether it is kept back."""

    pair: Labelled
    held: bool


def given(news: Path) -> Iterator[Given]:
    """All pairs, those from the news first."""
    texts: dict[str, str] = {}
    for line in news.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts.setdefault(row["id"], row["text"])
    with (GIVEN / "newsmtsc.csv").open(encoding="utf-8") as file:
        for r in csv.DictReader(file):
            places = [(int(r[f"{name}_start"]), int(r[f"{name}_end"])) for name in "pq"]
            yield Given(Labelled(*attitude_features(texts[r["id"]], *places), int(r["label"])), _held(r["id"]))
    for line in (GIVEN / "own.tsv").read_text(encoding="utf-8").splitlines():
        label, text = line.split("\t")
        names = [piece.split("]")[0] for piece in text.split("[")[1:]]
        row = marked({"text": text, "p": names[0], "q": names[1], "label_id": label})
        if row is not None:
            yield Given(Labelled(*attitude_features(row.text, row.first, row.second), row.label), _held(text))


def _held(key: str) -> bool:
    return crc32(key.encode()) % 10 == 0


def read(table: Attitudes, rows: Sequence[Labelled]) -> list[tuple[int, int]]:
    """The class given and the class read of each pair."""
    return [(row.label, best_class(table, row)) for row in rows]


def crossed(rows: Sequence[Labelled]) -> list[tuple[int, int]]:
    """The class given and the class read of each pair, each fifth read by a fit on the others."""
    found: list[tuple[int, int]] = []
    for k in range(PARTS):
        inside, outside = ([r for i, r in enumerate(rows) if (i % PARTS == k) is part] for part in (False, True))
        found += read(fit(inside), outside)
    return found


def main() -> None:
    """Fit and write, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path, help="the training part of NewsMTSC, one JSON object a line")
    parser.add_argument("--cv", action="store_true", help="only say how well five parts are read from the others")
    asked = parser.parse_args()
    rows = list(given(asked.news))
    inside, held = ([r.pair for r in rows if r.held is part] for part in (False, True))
    if asked.cv:
        print(f"{len(inside)} pairs, macro-F1 of five classes by five parts: {five_f1(crossed(inside))}")
        return
    table = fit(inside)
    WEIGHTS.write_text(written(table), encoding="utf-8", newline="\n")
    print(f"weights from {len(inside)} pairs: {WEIGHTS.relative_to(HOME)}")
    print(f"{len(held)} pairs kept back, macro-F1 of five classes: {five_f1(read(table, held))}")


if __name__ == "__main__":
    main()
