"""A hypothesis that nothing rates never leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judge_builders import PERCEPTION, mixed_readings

from multivector.errors import CaseError
from multivector.judge import judge
from multivector.judge.bayes import normalise
from multivector.judge.belief import hold_unrated, ranking
from multivector.judge.prior import prior_of
from multivector.model import Hypothesis, Question

SHARES = st.integers(2, 6).flatmap(lambda n: st.lists(st.floats(0.01, 1), min_size=n, max_size=n))


@given(SHARES, st.data())
def test_unrated_never_leads_and_all_sums_to_one(values: list[float], data: st.DataObject) -> None:
    n = len(values)
    prior = normalise(data.draw(st.lists(st.floats(0.01, 1), min_size=n, max_size=n)))
    rated = data.draw(st.lists(st.booleans(), min_size=n, max_size=n).filter(any))
    found = hold_unrated(normalise(values), prior, rated)
    assert sum(found) == pytest.approx(1)
    best = max(value for value, known in zip(found, rated, strict=True) if known)
    assert all(value <= best + 1e-12 for value in found)
    assert rated[ranking(found, rated)[0]]


def test_an_unrated_hypothesis_in_a_judgement() -> None:
    unheard = Hypothesis("unheard", "Something that no row of the table rates", 0.6)
    found = judge(Question("?", "RUS", "KAZ", (unheard, *PERCEPTION.hypotheses)), mixed_readings())
    assert found.rated == (False, True, True)
    assert found.ranking[-1] == "unheard" and max(found.posterior) > found.posterior[0]
    assert all(row.marks[0] == "NA" for row in found.bearings)
    assert any("never leads" in line for line in found.assumptions)
    assert sum(found.posterior) == pytest.approx(1, abs=1e-5)


def test_no_amount_of_evidence_makes_it_certain() -> None:
    found = hold_unrated((1.0, 0.0), (0.5, 0.5), (True, True))
    assert 0 < found[1] < 1e-5 and sum(found) == pytest.approx(1)


def rivals(*priors: float | None) -> list[Hypothesis]:
    return [Hypothesis(str(i), "x", prior) for i, prior in enumerate(priors)]


def test_priors_are_flat_or_stated() -> None:
    assert prior_of(rivals(None, None)) == (0.5, 0.5)
    assert prior_of(rivals(0.5, None, None)) == (0.5, 0.25, 0.25)
    assert sum(prior_of(rivals(0.33, 0.33, 0.33))) == pytest.approx(1)


@pytest.mark.parametrize("priors", [(1.0, None), (0.7, 0.7), (0.0, None), (0.6, 0.4, None), (0.2, 0.2)])
def test_priors_that_cannot_be_are_refused(priors: tuple[float | None, ...]) -> None:
    with pytest.raises(CaseError, match="prior"):
        prior_of(rivals(*priors))
