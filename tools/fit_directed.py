"""Fit the weights of attitudes between two marked actors: python tools/fit_directed.py newsmtsc_train.jsonl [--cv]

Writes codebook/data/tone/directed.csv. Fitted on pairs of names in the training part of NewsMTSC (Hamborg and Donnay
2021, MIT licence), whose classes were given for this project (evals/data/directed/newsmtsc.csv), and on sentences of
our own (own.tsv). A tenth of both, by a hash, is kept back and only measured. One vector of weights reads praise and
one blame, whichever of the two actors is the source: a conditional logit over neutral and four attitudes, with ridges.
Needs scikit-learn's companions numpy and scipy (dev). The same data gives the same file.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from evals.directed import five_f1, marked
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from multivector.codebook.attitudes import CLASSES, FILE, HEADER, START
from multivector.tones import attitude_features

HOME = Path(__file__).resolve().parents[1]
GIVEN = HOME / "evals" / "data" / "directed"
WEIGHTS = HOME / "src" / "multivector" / "codebook" / "data" / "tone" / FILE
# By five-fold cross-validation on what is fitted: of ridges 3 to 30 and powers .3 to .7 the best, nearly.
RIDGE, RIDGE_WORDS, RIDGE_START = 8.0, 15.0, 0.1  # for kinds, for single words, for the attitudes' start
BALANCE = 0.7  # power by which a rare class counts more
RARE = 2  # a feature of fewer pairs is left out
SMALL = 0.02  # weights nearer to 0 are not written
STEPS, PARTS = 150, 5
KINDS = ("deed", "tone", "leans", "speech")  # what follows a place where no single word is named
WORDY = ("up", "down", "way", "beside", "before", "behind", "between")

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Given:
    """A pair: its features from both sides, its class, and whether it is kept back."""

    forth: Features
    back: Features
    label: int
    held: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """Names of features with their columns; weights toward praise and blame; what the four attitudes begin with."""

    names: Mapping[str, int]
    praise: np.ndarray
    blame: np.ndarray
    start: np.ndarray


def given(news: Path) -> Iterator[Given]:
    """All pairs, those from the news first."""
    texts: dict[str, str] = {}
    for line in news.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts.setdefault(row["id"], row["text"])
    with (GIVEN / "newsmtsc.csv").open(encoding="utf-8") as file:
        for r in csv.DictReader(file):
            places = [(int(r[f"{name}_start"]), int(r[f"{name}_end"])) for name in "pq"]
            yield Given(*attitude_features(texts[r["id"]], *places), int(r["label"]), _held(r["id"]))
    for line in (GIVEN / "own.tsv").read_text(encoding="utf-8").splitlines():
        label, text = line.split("\t")
        names = [piece.split("]")[0] for piece in text.split("[")[1:]]
        row = marked({"text": text, "p": names[0], "q": names[1], "label_id": label})
        if row is not None:
            yield Given(*attitude_features(row.text, row.first, row.second), row.label, _held(text))


def _held(key: str) -> bool:
    return crc32(key.encode()) % 10 == 0


def fit(rows: Sequence[Given]) -> Fitted:
    """The weights of least loss."""
    names, labels = _names(rows), np.array([r.label for r in rows])
    forth, back = (_matrix(side, names) for side in ([r.forth for r in rows], [r.back for r in rows]))
    count = Counter(labels.tolist())
    share = np.array([(max(count.values()) / count[c]) ** BALANCE for c in labels])
    gold = np.eye(len(CLASSES))[labels]
    ridge = np.tile([RIDGE_WORDS if _wordy(n) else RIDGE for n in names], 2)
    ridge = np.concatenate([ridge, np.full(len(START), RIDGE_START)])
    k = len(names)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        logits = _logits(forth, back, Fitted(names, point[:k], point[k : 2 * k], point[2 * k :]))
        logits -= logits.max(axis=1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
        slope = (np.exp(logits) - gold) * share[:, None]
        sides = [forth.T @ slope[:, n] + back.T @ slope[:, n + 1] for n in (1, 3)]
        gradient = np.concatenate([*sides, slope[:, 1:].sum(axis=0)]) + ridge * point
        return float(-(logits[gold == 1] @ share) + (ridge * point) @ point / 2), gradient

    best = minimize(loss, np.zeros(len(ridge)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return Fitted(names, best[:k], best[k : 2 * k], best[2 * k :])


def _names(rows: Sequence[Given]) -> dict[str, int]:
    count = Counter(name for r in rows for name in {*r.forth, *r.back})
    kept = sorted(n for n, seen in count.items() if seen >= RARE)
    return {name: i for i, name in enumerate(kept)}


def _wordy(name: str) -> bool:
    """True for a feature that names a single word."""
    place, _, value = name.partition(":")
    if place == "top":
        return len(value.split()) > 1 and value.split()[0] not in KINDS
    return place.rstrip("<>") in WORDY and not value.startswith(KINDS)


def _matrix(sides: Sequence[Features], names: Mapping[str, int]) -> csr_matrix:
    cells = [(i, names[n], v) for i, side in enumerate(sides) for n, v in side.items() if n in names]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_matrix((values, (rows, columns)), shape=(len(sides), len(names)))


def _logits(forth: csr_matrix, back: csr_matrix, model: Fitted) -> np.ndarray:
    columns = [forth @ model.praise, back @ model.praise, forth @ model.blame, back @ model.blame]
    return np.stack([np.zeros(forth.shape[0]), *(c + b for c, b in zip(columns, model.start, strict=True))], axis=1)


def predict(model: Fitted, rows: Sequence[Given]) -> list[int]:
    """The best class of each pair."""
    forth, back = (_matrix(side, model.names) for side in ([r.forth for r in rows], [r.back for r in rows]))
    return [int(i) for i in _logits(forth, back, model).argmax(axis=1)]


def write(model: Fitted, path: Path = WEIGHTS) -> int:
    """Write the weights, rounded; returns how many features have one."""
    good, ill = model.start[:2], model.start[2:]
    rows = [[name, *_cells(w, 0.0)] for name, w in zip(START[:2], good, strict=True)]
    rows += [[name, *_cells(0.0, w)] for name, w in zip(START[2:], ill, strict=True)]
    pairs = ((name, _cells(model.praise[i], model.blame[i])) for name, i in model.names.items())
    rows += [[name, *cells] for name, cells in pairs if any(cells)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADER, *rows])
    return len(rows) - len(START)


def _cells(praise: float, blame: float) -> list[str]:
    return [f"{w:.2f}" if abs(w) >= SMALL else "" for w in (praise, blame)]


def crossed(rows: Sequence[Given]) -> list[tuple[int, int]]:
    """The class given and the class read of each pair, each fifth read by a fit on the others."""
    found: list[tuple[int, int]] = []
    for k in range(PARTS):
        inside, outside = ([r for i, r in enumerate(rows) if (i % PARTS == k) is part] for part in (False, True))
        found += zip([r.label for r in outside], predict(fit(inside), outside), strict=True)
    return found


def main() -> None:
    """Fit and write, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path, help="the training part of NewsMTSC, one JSON object a line")
    parser.add_argument("--cv", action="store_true", help="only say how well five parts are read from the others")
    asked = parser.parse_args()
    rows = list(given(asked.news))
    inside, held = ([r for r in rows if r.held is part] for part in (False, True))
    if asked.cv:
        print(f"{len(inside)} pairs, macro-F1 of five classes by five parts: {five_f1(crossed(inside))}")
        return
    model = fit(inside)
    print(f"{write(model)} features from {len(inside)} pairs: {WEIGHTS.relative_to(HOME)}")
    pairs = list(zip([r.label for r in held], predict(model, held), strict=True))
    print(f"{len(held)} pairs kept back, macro-F1 of five classes: {five_f1(pairs)}")


if __name__ == "__main__":
    main()
