"""Learn codebook/data/ranking.csv from the sentences in evals/data/pairs.

    python tools/fit_ranker.py          # fit on all sentences but those kept back, and write the weights
    python tools/fit_ranker.py --cv     # five parts, grouped by the words that say the act: what unseen words would get
    python tools/fit_ranker.py --curve  # what an eighth to all get on those kept back, and what is taken for what

A multinomial logistic regression of which some weights are shared by all roots: "an act of that root binds both
phrases" counts alike for each. Both kinds are held near 0 by a ridge, the shared ones near the weights set by hand
before. Deterministic; nothing but the project's own sentences goes in.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from multivector.codebook.ranking import ROOTS, shared_part
from multivector.pipeline import pair_features

HOME = Path(__file__).resolve().parents[1]
SENTENCES = HOME / "evals" / "data" / "pairs"
KEPT_BACK = ("held.jsonl", "held_wire.jsonl", "held_agency.jsonl", "held_bulletin.jsonl", "idioms.jsonl")
WEIGHTS = HOME / "src" / "multivector" / "codebook" / "data" / "ranking.csv"

Rows = Sequence[Mapping[str, float]]
N = len(ROOTS)
RARE = 2  # a feature of fewer sentences is left out
# Strong ridges: one author wrote all sentences, and what is peculiar to them must not be learned.
RIDGE, RIDGE_SHARED, RIDGE_START = 15.0, 200.0, 1.0
SMALL = 0.02  # weights nearer to 0 are not written
# What a sentence counts beside a short one: those as long and crowded as an agency's look like what will be read.
# Those with rare words bind fewer of their acts than news does (.60 to .87): they would teach to trust frames less.
COUNTS = {"wire": 3.0, "agency": 0.3}
ADDED = ("agency", "bulletin")  # files with more sentences of some roots, which must not make these roots likelier
STEPS = 100
PARTS = 5
NAMED_ERRORS = 20  # pairs of types that are printed as taken for one another
# Set by hand in the first ranking (2026-11), before there were sentences to learn from.
PRIOR = {
    "act:ST": 2.5, "act:S-": 1.25, "act:-T": 1.1, "act:SS": 0.75, "act:TT": 0.75, "act:TS": 0.75, "act:T-": 0.4,
    "act:-S": 0.25, "act:--": 0.25, "source:can": 0.6, "target:can": 0.5, "way:can": 0.6, "between:can": 0.25,
    "beside:can": 0.1, "behind:can": 0.1, "text:can": 0.05,
    "meant:ST": 2.0, "meant:S-": 1.0, "meant:-T": 1.0,
    # half of what an act that was read weighs
    "mention:ST": 1.25, "mention:S-": 0.62, "mention:-T": 0.55, "mention:SS": 0.37, "mention:TT": 0.37,
    "mention:TS": 0.37, "mention:T-": 0.2, "mention:-S": 0.12, "mention:--": 0.12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Model:
    """Names of the features in order, and their weights."""

    shared: Mapping[str, int]
    own: Mapping[str, int]
    start: np.ndarray
    shared_weights: np.ndarray
    own_weights: np.ndarray


def sentences() -> list[tuple[dict[str, str], float]]:
    """All rows but those kept back, in the order of the files, each with what it counts."""
    files = [f for f in sorted(SENTENCES.glob("*.jsonl")) if f.name not in KEPT_BACK]
    kinds = {f: f.name.removesuffix(".jsonl").split("_")[0] for f in files}
    rows = [(json.loads(line), kinds[f]) for f in files for line in f.read_text(encoding="utf-8").splitlines()]
    return balanced(rows)


def balanced(rows: Sequence[tuple[dict[str, str], str]]) -> list[tuple[dict[str, str], float]]:
    """Each row with what it counts: by its kind of file, and so that each root has the share that it has without the
    files in `ADDED`."""
    counts = [COUNTS.get(kind, 1.0) for _, kind in rows]
    every, before = dict.fromkeys(ROOTS, 0.0), dict.fromkeys(ROOTS, 0.0)
    for (row, kind), count in zip(rows, counts, strict=True):
        every[row["root"]] += count
        before[row["root"]] += 0.0 if kind in ADDED else count
    more = sum(every.values()) / sum(before.values())
    return [(r, c * more * before[r["root"]] / every[r["root"]]) for (r, _), c in zip(rows, counts, strict=True)]


def names(rows: Rows) -> tuple[dict[str, int], dict[str, int]]:
    """The shared kinds and the features that are not rare, each with its column."""
    count = Counter(name for row in rows for name in row)
    own = sorted(name for name, n in count.items() if n >= RARE)
    shared = sorted({kind for name in count for kind, root in [shared_part(name)] if root is not None})
    return {n: i for i, n in enumerate(shared)}, {n: i for i, n in enumerate(own)}


def matrices(rows: Rows, shared: Mapping[str, int], own: Mapping[str, int]) -> tuple[csr_matrix, csr_matrix]:
    """Rows times roots by shared kinds; rows by own features."""
    left = [
        (i * N + ROOTS.index(root), shared[kind], strength)
        for i, row in enumerate(rows)
        for name, strength in row.items()
        for kind, root in [shared_part(name)]
        if root is not None and kind in shared
    ]
    right = [(i, own[name], s) for i, row in enumerate(rows) for name, s in row.items() if name in own]
    return _matrix(left, (len(rows) * N, len(shared))), _matrix(right, (len(rows), len(own)))


def _matrix(cells: Sequence[tuple[int, int, float]], shape: tuple[int, int]) -> csr_matrix:
    rows, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (rows, columns)), shape=shape)


def fit(rows: Rows, roots: Sequence[str], counts: Sequence[float] | None = None) -> Model:
    """The weights of least loss; each sentence counts alike where `counts` does not say otherwise."""
    shared, own = names(rows)
    left, right = matrices(rows, shared, own)
    truth = np.array([ROOTS.index(r) for r in roots])
    gold = np.eye(N)[truth]
    share = np.ones(len(rows)) if counts is None else np.array(counts)
    prior = np.array([PRIOR.get(name, 0.0) for name in shared])
    left_t, right_t = left.T.tocsr(), right.T.tocsr()
    k = len(shared)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        own_part = point[k + N :].reshape(-1, N)
        logits = (left @ point[:k]).reshape(-1, N) + right @ own_part + point[k : k + N]
        logits -= logits.max(axis=1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
        slope = (np.exp(logits) - gold) * share[:, None]
        away = point.copy()
        away[:k] = RIDGE_SHARED * (point[:k] - prior)
        away[k : k + N] *= RIDGE_START
        away[k + N :] *= RIDGE
        gradient = np.concatenate([left_t @ slope.ravel(), slope.sum(axis=0), (right_t @ slope).ravel()]) + away
        free = point.copy()
        free[:k] -= prior
        return float(-(logits[gold == 1] @ share) + free @ away / 2), gradient

    begin = np.concatenate([prior, np.zeros(N + len(own) * N)])
    best = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return Model(shared, own, best[k : k + N], best[:k], best[k + N :].reshape(-1, N))


def predict(model: Model, rows: Rows) -> list[str]:
    """The best root of each row."""
    left, right = matrices(rows, model.shared, model.own)
    logits = (left @ model.shared_weights).reshape(-1, N) + right @ model.own_weights + model.start
    return [ROOTS[i] for i in logits.argmax(axis=1)]


def write(model: Model, path: Path = WEIGHTS) -> int:
    """Write the weights, rounded; returns how many rows."""
    rows: list[list[str]] = [["start", "", *_rounded(model.start)]]
    rows += [[n, f"{model.shared_weights[i]:.2f}", *[""] * N] for n, i in model.shared.items()]
    rows += [[n, "", *cells] for n, i in model.own.items() if any(cells := _rounded(model.own_weights[i]))]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([["feature", "shared", *ROOTS], *rows])
    return len(rows)


def _rounded(weights: np.ndarray) -> list[str]:
    return [f"{w:.2f}" if abs(w) >= SMALL else "" for w in weights]


def parts(rows: Rows) -> np.ndarray:
    """The part of each row: sentences whose source is governed by the same word stand in the same."""
    keys = [next((n for n in sorted(row) if n.startswith("source:word:")), str(i)) for i, row in enumerate(rows)]
    return np.array([crc32(key.encode()) % PARTS for key in keys])


def figures(truth: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """F1 by root, and their mean."""
    both = Counter(t for t, f in zip(truth, found, strict=True) if t == f)
    one = Counter(truth) + Counter(found)
    f1 = {root: round(2 * both[root] / one[root], 3) if one[root] else 0.0 for root in ROOTS}
    return {"macro_f1": round(sum(f1.values()) / N, 3), **f1}


def curve(rows: Rows, roots: Sequence[str], counts: Sequence[float]) -> None:
    """Print macro-F1 on each file kept back by how many sentences are fitted on; then, fitted on all, the types that
    are taken for others there, most often first."""
    kept = {
        f: [json.loads(line) for line in (SENTENCES / f).read_text(encoding="utf-8").splitlines()] for f in KEPT_BACK
    }
    seen = {f: [pair_features(s["text"], (s["source"], s["target"])) for s in group] for f, group in kept.items()}
    truth = {f: [s["root"] for s in group] for f, group in kept.items()}
    for step in (8, 4, 2, 1):
        model = fit(rows[::step], roots[::step], counts[::step])
        found = {f: predict(model, group) for f, group in seen.items()}
        print(len(rows[::step]), {f.removesuffix(".jsonl"): figures(truth[f], found[f])["macro_f1"] for f in kept})
    wrong = Counter((gold, read) for f in kept for gold, read in zip(truth[f], found[f], strict=True) if gold != read)
    print("\n".join(f"{n:3} {gold} read as {read}" for (gold, read), n in wrong.most_common(NAMED_ERRORS)))


def main() -> None:
    """Fit and write, cross-validate, or draw the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cv", action="store_true", help="only say how well five parts are read from the others")
    parser.add_argument("--curve", action="store_true", help="only say what more sentences bring")
    asked = parser.parse_args()
    data = sentences()
    rows = [pair_features(s["text"], (s["source"], s["target"])) for s, _ in data]
    roots, counts = [s["root"] for s, _ in data], [c for _, c in data]
    if asked.curve:
        curve(rows, roots, counts)
        return
    if not asked.cv:
        print(f"{write(fit(rows, roots, counts))} features from {len(rows)} sentences: {WEIGHTS.relative_to(HOME)}")
        return
    part, found = parts(rows), [""] * len(rows)
    for k in range(PARTS):
        inside = [i for i, p in enumerate(part) if p != k]
        outside = [i for i, p in enumerate(part) if p == k]
        model = fit([rows[i] for i in inside], [roots[i] for i in inside], [counts[i] for i in inside])
        for i, root in zip(outside, predict(model, [rows[i] for i in outside]), strict=True):
            found[i] = root
    print(f"{len(rows)} sentences", figures(roots, found))


if __name__ == "__main__":
    main()
