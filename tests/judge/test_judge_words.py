from itertools import pairwise

import pytest

from multivector.judge.words import TERMS, likelihood_word, percent, percentage, synonym


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "almost no chance"), (4, "almost no chance"), (5, "very unlikely"), (19, "very unlikely"), (20, "unlikely"),
        (44, "unlikely"), (45, "roughly even chance"), (50, "roughly even chance"), (55, "roughly even chance"),
        (56, "likely"), (80, "likely"), (81, "very likely"), (95, "very likely"), (96, "almost certain"),
        (99, "almost certain"),
    ],
)  # fmt: skip
def test_icd_203_with_the_cautious_word_at_the_ends(number: int, word: str) -> None:
    assert likelihood_word(number) == word


def test_the_ranges_meet_and_mirror_each_other() -> None:
    assert [low for low, *_ in TERMS] == [1, 5, 20, 45, 55, 80, 95]
    assert all(first[1] == second[0] for first, second in pairwise(TERMS))
    assert synonym(3) == "remote" and synonym(70) == "probable"


def test_no_more_digits_than_the_interval_allows() -> None:
    assert percent(0.573, 0.45, 0.70) == 55
    assert percent(0.573, 0.55, 0.60) == 57
    assert percentage(0.573, 0.2, 0.9) == "about 55%"


def test_never_nothing_and_never_certain() -> None:
    assert percent(0.0001, 0.0, 0.01) == 1
    assert percent(0.9999, 0.5, 1.0) == 99
