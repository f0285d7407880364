"""Fit the head of the tone reader: python tools/fit_tone.py newsmtsc_train.jsonl

Writes src/multivector/extract/data/tone_head.csv: a bias and a weight for each feature and label. The data is the
training part of NewsMTSC (Hamborg and Donnay 2021, MIT licence, which lets weights fitted on it be passed on). The
features are standardised for the fit and the scaling is folded into the weights. Needs scikit-learn and the extra
`multivector[embed]`; takes some minutes on one core. The same data gives the same file.
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

from multivector.extract.tone_embed import LABELS, features
from multivector.text.sentence_model import embed

TARGET = Path(__file__).resolve().parents[1] / "src" / "multivector" / "extract" / "data" / "tone_head.csv"
SHORT = {"neg": 0, "neu": 1, "pos": 2}
PENALTY = 0.001  # inverse strength of the ridge penalty; the better of two values on a quarter held out
DIGITS = 4


def main(path: Path) -> None:
    """Read the rows, embed them, fit, write."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    given = np.stack([features(embed(row["text"]), row["start"], row["end"]) for row in rows])
    write(given, np.array([SHORT[row["label"]] for row in rows]))


def write(given: np.ndarray, labels: np.ndarray) -> None:
    """Fit the head and write it, scaling folded in."""
    scaler = StandardScaler().fit(given)
    model = LogisticRegression(C=PENALTY, max_iter=300, class_weight="balanced")
    model.fit(scaler.transform(given), labels)
    weights = model.coef_ / scaler.scale_
    bias = model.intercept_ - weights @ scaler.mean_
    TARGET.parent.mkdir(exist_ok=True)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["feature", *LABELS])
        out.writerow(["bias", *(round(float(b), DIGITS) for b in bias)])
        for number, row in enumerate(weights.T):
            out.writerow([number, *(round(float(w), DIGITS) for w in row)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
