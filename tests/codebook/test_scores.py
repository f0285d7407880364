"""Scores of events: every type and code has one, and they agree with the published tables."""

import csv
import json

import pytest
from tests.conftest import SHARED

from multivector.codebook.base import load
from multivector.codebook.scores import goldstein_score, plover_quad, plover_score

TYPES = tuple(load("scores.yaml")["plover"])
CODES = SHARED / "data" / "reference" / "cameo_codes_icews.csv"
MANUAL = SHARED / "data" / "plover_codebook.json"


@pytest.mark.parametrize("name", TYPES)
def test_a_type_scores_on_the_side_of_its_quad(name: str) -> None:
    score, _ = plover_score(name)
    assert score is not None
    assert score > 0 if plover_quad(name) in (1, 2) else score <= 0


def test_there_are_sixteen_types() -> None:
    assert len(TYPES) == 16


def test_a_mode_may_have_its_own_score() -> None:
    assert plover_score("SANCTION", "expel") == (-5.5, "material conflict")
    assert plover_score("SANCTION", "no-such-mode") == (-6.0, "material conflict")
    assert plover_score("ACCUSE")[0] == -3.0


def test_what_is_unknown_has_no_score() -> None:
    assert plover_score("NO EVENT") == (None, None)
    assert plover_quad("NO EVENT") is None
    assert goldstein_score("99") is None
    assert goldstein_score("") is None


def test_a_code_has_the_score_of_its_first_digits() -> None:
    assert goldstein_score("0311") == goldstein_score("031") == 5.2
    assert goldstein_score("1823") == -10.0


def test_goldstein_scores_are_those_of_the_published_codes() -> None:
    if not MANUAL.is_file():
        pytest.skip("the shared codebook is not there")
    for code, score in json.loads(MANUAL.read_text("utf-8"))["cameo_goldstein"].items():
        assert goldstein_score(code) == score, code


def test_goldstein_scores_agree_with_icews_where_both_have_the_code() -> None:
    if not CODES.is_file():
        pytest.skip("the shared table of ICEWS codes is not there")
    with CODES.open(encoding="utf-8") as file:
        rows = [(row["code2"], float(row["goldstein"])) for row in csv.DictReader(file) if row["goldstein"]]
    same = sum(goldstein_score(code) == score for code, score in rows)
    assert same / len(rows) > 0.9
