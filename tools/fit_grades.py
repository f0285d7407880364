"""Fit the learned grades of tone: python tools/fit_grades.py newsmtsc_train.jsonl

Writes codebook/data/tone/grades.csv (words) and standing.csv (the target's place). The data is the training part of
NewsMTSC (Hamborg and Donnay 2021, MIT licence, which lets what is learned from it be passed on). First an ordered
logistic regression grades the words beside the lexicon's value; then, with grades that each row's own quarter had no
part in, a logistic regression weighs lexicon, grades and the target's place. Needs scikit-learn and scipy; takes some
minutes on one core. The same data gives the same files.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from multivector.codebook.grades import GRADES, STANDING
from multivector.extract.stance import stance_hits, stance_toward
from multivector.extract.tone_graded import LABELS, place, signs, word_keys
from multivector.text.english import parse_english
from multivector.text.paragraphs import paragraphs

TARGET = Path(__file__).resolve().parents[1] / "src" / "multivector" / "codebook" / "data" / "tone"
SHORT = {"neg": 0, "neu": 1, "pos": 2}
SEEN = 3  # training rows in which a word must stand
RARE = 40  # rows in which a place must occur
HOLD = 3.0  # ridge on the grades; of 2 to 8 near the best by cross-validation
FOLDS = 4
LEAST = 0.04  # grades nearer to 0 are left out
PENALTY = 0.1
# The training part has more praise and blame than news at large, where about half of what is named is told neutrally.
MIX = {0: 1.0, 1: 1.35, 2: 1.2}
SOURCE = "NewsMTSC train"

Word = tuple[str, str, str]


class Row(NamedTuple):
    """What the fit sees of a row: its words with their weights, the lexicon's value, the place, the label."""

    words: tuple[tuple[Word, float], ...]
    lexicon: float
    place: dict[str, float]
    label: int


def main(path: Path) -> None:
    """Read the rows, parse, fit, write."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [read(row["text"], row["start"], row["end"], SHORT[row["label"]]) for row in lines]
    fit(rows, TARGET)


def read(text: str, start: int, end: int, label: int) -> Row:
    """One row, as the reader will see it."""
    parse = parse_english(text, paragraphs(text))
    target = tuple(t.i for t in parse.tokens if t.start < end and t.end > start)
    hits = stance_hits(parse, [t.i for t in parse.tokens])
    lexicon = stance_toward(parse, [("target", target)], hits)[0].value
    words = tuple((key[:3], key.weight) for _, keys in word_keys(parse, target) for key in keys)
    return Row(words, lexicon, place(parse, target), label)


def fit(rows: Sequence[Row], folder: Path) -> None:
    """Grade the words, weigh the places, write both tables."""
    seen = Counter(word for row in rows for word in {w for w, _ in row.words})
    columns = {word: n for n, word in enumerate(sorted(w for w, count in seen.items() if count >= SEEN))}
    table = _matrix(rows, columns)
    lexicon, labels = np.array([r.lexicon for r in rows]), np.array([r.label for r in rows])
    fold = np.arange(len(rows)) * FOLDS // len(rows)
    learned = np.zeros(len(rows))
    for n in range(FOLDS):
        learned[fold == n] = table[fold == n] @ graded(table[fold != n], lexicon[fold != n], labels[fold != n])
    values = graded(table, lexicon, labels)
    folder.mkdir(exist_ok=True)
    _write(
        folder / GRADES, ("word", "pos", "part", "grade", "seen", "source"),
        [(*word, f"{values[n]:.2f}", seen[word], SOURCE) for word, n in columns.items() if values[n]],
    )  # fmt: skip
    _write(folder / STANDING, ("feature", *LABELS), weighed(rows, learned, labels))


def _matrix(rows: Sequence[Row], columns: dict[Word, int]) -> "csr_matrix":
    cells = [(i, columns[w], x) for i, row in enumerate(rows) for w, x in row.words if w in columns]
    down, across, values = zip(*cells, strict=True)
    return csr_matrix((values, (down, across)), shape=(len(rows), len(columns)))


def graded(table: "csr_matrix", lexicon: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The words' grades on the lexicon's scale: a proportional-odds model with a ridge on the words alone."""
    count = table.shape[1]

    def loss(given: np.ndarray) -> tuple[float, np.ndarray]:
        words, (slope, low, width) = given[:count], given[count:]
        high = low + np.exp(width)
        score = table @ words + slope * lexicon
        below, under = 1 / (1 + np.exp(score - low)), 1 / (1 + np.exp(score - high))
        chance = np.choose(labels, [below, under - below, 1 - under]) + 1e-12
        down, up = below * (1 - below) / chance, under * (1 - under) / chance
        pull = np.choose(labels, [-down, down - up, up])  # how the log-likelihood grows with the score
        at_low, at_high = np.choose(labels, [down, -down, 0 * down]), np.choose(labels, [0 * up, up, -up])
        ends = [-(pull @ lexicon), -(at_low.sum() + at_high.sum()), -at_high.sum() * np.exp(width)]
        value = -np.log(chance).sum() + HOLD / 2 * (words @ words)
        return float(value), np.concatenate([-(table.T @ pull) + HOLD * words, ends])

    start = np.concatenate([np.zeros(count), [3.0, -1.0, 0.7]])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    values = np.round(found[:count] / found[count], 2)
    return np.where(abs(values) >= LEAST, values, 0.0)


def weighed(rows: Sequence[Row], learned: np.ndarray, labels: np.ndarray) -> list[tuple[str, str, str, str]]:
    """A row for each feature that is not rare: its weights for the three labels."""
    common = {name for name, count in Counter(name for r in rows for name in r.place).items() if count >= RARE}
    given = [
        signs(row.lexicon, float(value)) | {k: v for k, v in row.place.items() if k in common}
        for row, value in zip(rows, learned, strict=True)
    ]
    columns = DictVectorizer()
    model = LogisticRegression(C=PENALTY, max_iter=800, class_weight=MIX).fit(columns.fit_transform(given), labels)
    pairs = [("bias", model.intercept_), *zip(columns.get_feature_names_out(), model.coef_.T, strict=True)]
    return [(str(name), *(f"{w:.3f}" for w in weights)) for name, weights in pairs]  # type: ignore[misc]


def _write(path: Path, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerows([head, *rows])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
