"""Fitting the learned grades of tone, on toy rows."""

import csv
from pathlib import Path

import numpy as np
from tools.fit_grades import SEEN, Row, fit, graded, read

WORDS = {0: ("lie", "VERB", "bears"), 1: ("meet", "VERB", "bears"), 2: ("heal", "VERB", "bears")}
PLACES = [{"relation nsubj": 1.0, f"rare {n}": 1.0} for n in range(120)]
LEXICON = [(n * 7 % 5 - 2 + n % 3) * 0.1 for n in range(120)]  # hints at the label, and no more
ROWS = [Row(((WORDS[n % 3], 1.0),), LEXICON[n], PLACES[n], n % 3) for n in range(120)]


def test_words_are_graded_by_the_rows_that_they_stand_in(tmp_path: Path) -> None:
    fit(ROWS, tmp_path)
    rows = {r["word"]: r for r in csv.DictReader((tmp_path / "grades.csv").read_text("utf-8").splitlines())}
    assert float(rows["lie"]["grade"]) < 0 < float(rows["heal"]["grade"])
    assert int(rows["lie"]["seen"]) == 40 >= SEEN
    assert {r["source"] for r in rows.values()} == {"NewsMTSC train"}


def test_rare_places_get_no_weight_and_the_bias_does(tmp_path: Path) -> None:
    fit(ROWS, tmp_path)
    names = [r["feature"] for r in csv.DictReader((tmp_path / "standing.csv").read_text("utf-8").splitlines())]
    assert names[0] == "bias"
    assert "relation nsubj" in names
    assert not any(name.startswith("rare") for name in names)


def test_fitting_twice_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        fit(ROWS, tmp_path / name)
    for table in ("grades.csv", "standing.csv"):
        assert (tmp_path / "one" / table).read_bytes() == (tmp_path / "two" / table).read_bytes()


def test_words_without_sway_are_left_out() -> None:
    from scipy.sparse import csr_matrix

    table = csr_matrix(np.zeros((6, 2)))
    assert not graded(table, np.array([-1.0, 0, 1, -1, 0, 1]), np.array([0, 1, 2, 0, 1, 2])).any()


def test_a_row_is_read_as_the_reader_sees_it() -> None:
    row = read("Novak lied.", 0, 5, 0)
    assert row.label == 0
    assert row.lexicon < 0
    assert (("lie", "VERB", "bears"), 1.0) in row.words
