"""The published examples: A Tradecraft Primer (CIA 2009) on the Tokyo attack, and Burton's weighted count."""

import pytest

from multivector.judge.bayes import flat, posterior
from multivector.judge.matrix import diagnosticity, inconsistency, likelihood_of, mark_value, marks_of, primer_score

TOKYO = (  # cult, terrorists, political, criminal
    ("I", "N", "I", "I"),  # attack on journalists
    ("C", "I", "I", "I"),  # religious affiliation
    ("N", "N", "C", "I"),  # established party
    ("C", "C", "C", "C"),  # blind leader
)


def test_primer_inconsistency() -> None:
    assert primer_score(TOKYO) == (-1, -1, -2, -3)
    assert inconsistency(TOKYO) == (1, 1, 2, 3)


def test_primer_diagnosticity() -> None:
    assert [diagnosticity(row) for row in TOKYO] == pytest.approx([0.4330, 0.8660, 0.7071, 0], abs=5e-5)


def test_primer_posterior() -> None:
    rows = [[likelihood_of(mark) for mark in row] for row in TOKYO]
    assert posterior(flat(4), rows) == pytest.approx((0.4706, 0.2941, 0.1882, 0.0471), abs=5e-5)


def test_burton() -> None:
    assert inconsistency([("II", "NA"), ("II", "C"), ("I", "C"), ("I", "C")]) == (6, 0)


def test_weights_scale_the_count() -> None:
    assert inconsistency(TOKYO, [1, 0.5, 0, 1]) == (1, 0.5, 1.5, 1.5)
    assert inconsistency([]) == ()


@pytest.mark.parametrize(
    ("row", "marks"),
    [
        ((0.5, 0.5), ("N", "N")),
        ((0.5, 0.45), ("N", "N")),
        ((0.6, 0.5), ("C", "I")),
        ((0.6, 0.25), ("C", "I")),
        ((0.6, 0.2), ("CC", "II")),
        ((0.05, 0.15), ("II", "CC")),
        ((0.2, 0.4, 0.2), ("I", "C", "I")),
    ],
)
def test_marks_follow_the_ratio(row: tuple[float, ...], marks: tuple[str, ...]) -> None:
    assert marks_of(row) == marks


def test_marks_have_numbers() -> None:
    assert [mark_value(mark) for mark in ("CC", "C", "N", "I", "II")] == [2, 1, 0, -1, -2]
    assert [likelihood_of(mark) for mark in ("CC", "C", "N", "I", "II")] == [0.95, 0.8, 0.5, 0.2, 0.05]
    with pytest.raises(KeyError):
        mark_value("X")


def test_a_mark_that_is_missing_is_no_diagnosticity() -> None:
    assert diagnosticity(("C", "NA")) == 0
    assert diagnosticity(("C", "I", "NA")) == 1
