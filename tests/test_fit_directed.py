"""Fitting the weights of attitudes, on toy pairs."""

import csv
from pathlib import Path

from tools.fit_directed import Given, crossed, fit, predict, write

from multivector.codebook.attitudes import CLASSES, START

SIDES = ({}, {"deed+:subject object": 1.0}, {}, {"deed-:subject object": 1.0}, {})
LABELS = [(n + n // 5) % 5 for n in range(100)]  # so that no fifth lacks a class
PAIRS = [Given(SIDES[n], SIDES[(0, 2, 1, 4, 3)[n]], n, False) for n in LABELS]


def test_one_weight_reads_both_directions() -> None:
    model = fit(PAIRS)
    assert predict(model, PAIRS[:5]) == list(range(len(CLASSES)))
    column = model.names["deed+:subject object"]
    assert model.praise[column] > 0 > model.blame[column]


def test_what_is_read_is_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "directed.csv"
    assert write(fit(PAIRS), path) == 2
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert [r["feature"] for r in rows[:4]] == list(START)
    assert float(next(r["blame"] for r in rows if r["feature"] == "deed-:subject object")) > 0
    first = path.read_bytes()
    write(fit(PAIRS), path)
    assert path.read_bytes() == first


def test_each_pair_is_read_once_by_the_others() -> None:
    found = crossed(PAIRS)
    assert len(found) == len(PAIRS)
    assert all(gold == read for gold, read in found)
