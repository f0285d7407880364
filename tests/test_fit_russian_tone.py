"""Fitting the Russian reader of tone, on toy rows."""

import csv
from pathlib import Path

import numpy as np
from evals.rusentne import PARTS, f1_of, part_of
from tools.fit_russian_tone import RARE, SIZE, Row, fitted, read, table, write

from multivector.codebook.grades import LABELS
from multivector.extract.tone_russian import PARTS as PLACES
from multivector.extract.tone_russian import read_russian
from multivector.extract.tone_target import lexicon_tone
from multivector.text.russian import parse_russian

WIDTH = SIZE * len(PLACES)


def toy(n: int) -> Row:
    """A row whose first number tells its label, with features of which the last is rare."""
    vector = np.zeros(WIDTH)
    vector[0] = n % 3 - 1.0
    return ({"lexicon praise": 0.1 * (n % 2), "relation nsubj": 1.0, f"rare {n}": 1.0}, vector, n % 3, f"text {n}")


ROWS = [toy(n) for n in range(3 * RARE)]


def test_the_directions_tell_the_labels_apart(tmp_path: Path) -> None:
    write(*fitted(ROWS), tmp_path)
    rows = list(csv.DictReader((tmp_path / "directions.csv").read_text("utf-8").splitlines()))
    assert len(rows) == SIZE and len(rows[0]) == 1 + len(PLACES) * len(LABELS)
    assert float(rows[0]["all negative"]) < 0 < float(rows[0]["all positive"])
    assert float(rows[1]["all positive"]) == 0.0


def test_rare_features_get_no_weight_and_the_bias_does(tmp_path: Path) -> None:
    write(*fitted(ROWS), tmp_path)
    names = [r["feature"] for r in csv.DictReader((tmp_path / "standing.csv").read_text("utf-8").splitlines())]
    assert names == ["bias", "lexicon praise", "relation nsubj"]


def test_fitting_twice_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(*fitted(ROWS), tmp_path / name)
    for name in ("standing.csv", "directions.csv"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_row_is_seen_as_the_reader_sees_it() -> None:
    text = "Министр поблагодарил Казахстан за помощь."
    row = read({"text": text, "start": 21, "end": 30, "label": "pos"})
    assert row[0]["lexicon praise"] > 0 and row[1].shape == (WIDTH,) and row[1].any() and row[2] == 2
    assert table([row], fitted(ROWS)[0]).shape == (1, 2 + WIDTH)
    parse = parse_russian(text, [(0, len(text))])
    target, tone = lexicon_tone(parse, 21, 30)
    assert read_russian(parse, target, tone.value).label == "positive"


def test_a_sentence_lies_in_one_part_whatever_its_target() -> None:
    parts = {part_of(f"Предложение {n}.") for n in range(60)}
    assert parts == set(range(PARTS))
    assert part_of("Одно предложение.") == part_of("Одно предложение.")


def test_f1_leaves_the_neutral_out() -> None:
    pairs = [("positive", "positive"), ("negative", "neutral"), ("neutral", "neutral"), ("neutral", "positive")]
    assert f1_of(pairs) == {"f1_pos": 0.667, "f1_neg": 0.0, "f1": 0.333}
