import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.judge.bayes import evidence_probability, flat, log_odds, posterior, weight_of_evidence

LIKELIHOOD = st.floats(0.02, 0.98)
ROWS = st.integers(2, 5).flatmap(lambda n: st.lists(st.tuples(*[LIKELIHOOD] * n), min_size=1, max_size=12))


def test_studies_in_intelligence_20_2() -> None:
    """CIA, Studies in Intelligence 20:2: prior .1/.9, likelihoods .99/.80."""
    prior, row = (0.1, 0.9), (0.99, 0.80)
    assert evidence_probability(prior, row) == pytest.approx(0.819)
    assert posterior(prior, [row]) == pytest.approx((0.1209, 0.8791), abs=5e-5)
    assert row[0] / row[1] == pytest.approx(1.2375)
    assert log_odds(posterior(prior, [row])[0]) - log_odds(0.1) == pytest.approx(0.2131, abs=5e-5)


def test_weight_of_evidence_is_in_decibans() -> None:
    assert weight_of_evidence(10) == pytest.approx(10)
    assert weight_of_evidence(1) == 0
    assert weight_of_evidence(0.5) == pytest.approx(-weight_of_evidence(2))


@given(ROWS, st.randoms(use_true_random=False))
def test_a_posterior_sums_to_one_in_any_order(rows: list[tuple[float, ...]], chance: random.Random) -> None:
    prior = flat(len(rows[0]))
    found = posterior(prior, rows)
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert sum(found) == pytest.approx(1)
    assert posterior(prior, shuffled) == found


def test_a_thousand_items_do_not_underflow() -> None:
    found = posterior((0.5, 0.5), [(0.01, 0.02)] * 1000)
    assert found[1] == pytest.approx(1)
    assert sum(found) == pytest.approx(1)
