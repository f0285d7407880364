"""Fit the Russian reader of tone: python tools/fit_russian_tone.py rusentne_train.jsonl

Writes codebook/data/ru/tone/standing.csv (the lexicon's say and the target's place) and directions.csv (how far word
vectors speak for each label), and prints F1 of positive and negative in cross-validation. The data is the training part
of RuSentNE-2023 (Golubev, Rusnachenko and Loukachevitch 2023, MIT licence, which lets what is learned from it be passed
on); a fifth of its sentences, chosen by hash, is kept back for measuring (evals/rusentne.py). Needs scikit-learn; takes
two minutes on one core. The same data gives the same files.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from evals.rusentne import PARTS as HASHED
from evals.rusentne import f1_of, part_of
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from multivector.codebook.base import root
from multivector.codebook.grades import DIRECTIONS, LABELS, STANDING
from multivector.extract.tone_russian import PARTS, features, told_by, vector
from multivector.extract.tone_target import lexicon_tone
from multivector.text.paragraphs import paragraphs
from multivector.text.russian import LANGUAGE, parse_russian

SHORT = {"neg": 0, "neu": 1, "pos": 2}
RARE = 40  # rows in which a feature must occur
PENALTY = 0.1  # of .03, .1 and .3 the best in cross-validation
# Three quarters of the rows are neutral: without weights only what is plain would be heard. Near the best for the F1 of
# both tones, flat from 2.6 to 3.8.
MIX = {0: 3.2, 1: 1.0, 2: 3.4}
SIZE = 300  # numbers of a word's vector

Row = tuple[dict[str, float], "np.ndarray", int, str]


def main(path: Path) -> None:
    """Read the rows that are not kept back, say how well the rest of them is read by each part, fit on all, write."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [read(line) for line in lines if part_of(line["text"])]
    pairs = []
    for part in range(1, HASHED):
        others, own = ([r for r in rows if (part_of(r[3]) == part) is side] for side in (False, True))
        columns, model = fitted(others)
        labels = model.predict(table(own, columns))
        pairs += [(LABELS[row[2]], LABELS[n]) for row, n in zip(own, labels, strict=True)]
    print(f"{HASHED - 1}-fold cross-validation over {len(rows)} rows: {f1_of(pairs)}")
    write(*fitted(rows), Path(str(root())) / LANGUAGE / "tone")


def read(line: dict[str, Any]) -> Row:
    """One row, as the reader will see it."""
    text = line["text"]
    parse = parse_russian(text, paragraphs(text))
    target, tone = lexicon_tone(parse, line["start"], line["end"])
    sums = {part: np.zeros(SIZE) for part in PARTS}
    for token, weights in told_by(parse, target):
        for part, weight in weights.items():
            sums[part] += weight * vector(token.dictionary.lower())
    return features(parse, target, tone.value), np.concatenate([sums[p] for p in PARTS]), SHORT[line["label"]], text


def fitted(rows: Sequence[Row]) -> tuple["DictVectorizer", "LogisticRegression"]:
    """The columns of the features that are not rare, and the model over these and the vectors."""
    common = Counter(name for given, *_ in rows for name in given)
    columns = DictVectorizer().fit([{name: 1.0 for name, count in sorted(common.items()) if count >= RARE}])
    model = LogisticRegression(C=PENALTY, max_iter=400, class_weight=MIX)
    return columns, model.fit(table(rows, columns), [row[2] for row in rows])


def table(rows: Sequence[Row], columns: "DictVectorizer") -> "csr_matrix":
    """A line for each row: its features, then its vectors."""
    return hstack([columns.transform([row[0] for row in rows]), csr_matrix(np.array([r[1] for r in rows]))]).tocsr()


def write(columns: "DictVectorizer", model: "LogisticRegression", folder: Path) -> None:
    """Both tables."""
    folder.mkdir(exist_ok=True)
    names = list(columns.get_feature_names_out())
    weights = [("bias", model.intercept_), *zip(names, model.coef_[:, : len(names)].T, strict=True)]
    _write(folder / STANDING, ("feature", *LABELS), [(name, *(f"{w:.3f}" for w in row)) for name, row in weights])
    found = model.coef_[:, len(names) :].reshape(len(LABELS), len(PARTS), SIZE)
    head = ("dimension", *(f"{part} {label}" for part in PARTS for label in LABELS))
    order = found.transpose(2, 1, 0).reshape(SIZE, -1)
    _write(folder / DIRECTIONS, head, [(str(n), *(f"{w:.3f}" for w in row)) for n, row in enumerate(order)])


def _write(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
