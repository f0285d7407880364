"""What people add to a judgement: ratings by several raters, retractions, and their limits."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judge_builders import PERCEPTION, document, measure, mixed_readings, reading, review, statement

from multivector.errors import CaseError
from multivector.judge import Dossier, check_review, judge, pooled
from multivector.judge.raters import linear_pool, log_pool
from multivector.judge.template import load_template
from multivector.model import Hypothesis

SHARES = st.lists(st.floats(0.01, 1), min_size=3, max_size=3).map(lambda row: [value / math.fsum(row) for value in row])


def by(who: str, record: str, **more: str) -> object:
    return replace(review(record, "rate", **more), who=who)


@given(st.lists(SHARES, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_pools_are_coherent_and_blind_to_the_raters_order(rows: list[list[float]], chance) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(rows)
    chance.shuffle(shuffled)
    for pool in (linear_pool, log_pool):
        assert math.fsum(pool(rows)) == pytest.approx(1.0)
        assert pool(rows) == pytest.approx(pool(shuffled))
        assert pool([rows[0]] * 3) == pytest.approx(tuple(rows[0]))  # who all agree is what they come to


@given(st.lists(SHARES, min_size=2, max_size=4), SHARES)
def test_the_log_pool_keeps_bayes_rule(rows: list[list[float]], likelihood: list[float]) -> None:
    def update(row: list[float]) -> list[float]:
        product = [p * q for p, q in zip(row, likelihood, strict=True)]
        return [value / math.fsum(product) for value in product]

    assert log_pool([update(row) for row in rows]) == pytest.approx(tuple(update(list(log_pool(rows)))))


def test_each_rater_is_judged_by_their_own_ratings() -> None:
    readings = mixed_readings()
    friend = readings[0].records[0].id
    low = by("Anna", friend, field="likelihood.neutrality", value="0.1")
    high = by("Boris", friend, field="likelihood.neutrality", value="0.9")
    pool = pooled(Dossier(PERCEPTION, readings, (low, high)))  # type: ignore[arg-type]
    assert pool is not None
    anna, boris = pool.raters
    assert (anna.who, boris.who) == ("Anna", "Boris")
    assert anna.posterior[0] < boris.posterior[0]
    assert anna.posterior[0] < pool.linear[0] < boris.posterior[0]
    assert pool.spread == pytest.approx(boris.posterior[0] - anna.posterior[0])
    assert pooled(Dossier(PERCEPTION, readings)) is None


def test_the_answer_says_whose_ratings_it_takes() -> None:
    readings = mixed_readings()
    friend = readings[0].records[0].id
    rows = [by(who, friend, field="reliability", value="B2") for who in ("Anna", "Boris")]
    both = judge(PERCEPTION, readings, reviews=rows)  # type: ignore[arg-type]
    assert any("pools the raters evenly" in line for line in both.assumptions)
    assert "This pools the ratings of Anna and Boris, who agree" in both.answer
    alone = judge(PERCEPTION, readings, reviews=rows[:1])  # type: ignore[arg-type]
    assert not any("raters" in line for line in alone.assumptions) and "pools" not in alone.answer


def test_the_headline_of_several_raters_is_their_pool_with_a_range_that_holds_them() -> None:
    readings = mixed_readings()
    friend, odd = readings[0].records[0].id, readings[1].records[0].id
    rows = [
        by("Anna", friend, field="likelihood.neutrality", value="0.9"),
        by("Boris", odd, field="reliability", value="A1"),
    ]
    dossier = Dossier(PERCEPTION, readings, tuple(rows))  # type: ignore[arg-type]
    each = [dossier.rated_by(who).judged() for who in ("Anna", "Boris")]
    found = dossier.judged()
    for h in range(2):
        assert found.posterior[h] == pytest.approx((each[0].posterior[h] + each[1].posterior[h]) / 2, abs=1e-5)
        assert found.low[h] == min(one.low[h] for one in each) and found.high[h] == max(one.high[h] for one in each)
    assert "they lie between" in found.answer and sum(found.posterior) == pytest.approx(1, abs=1e-5)


def retaliation(subject_day: str, **more: object) -> tuple[str, float]:
    """The role of the subject's ban of that day beside the observer's of 17 October, and the share of "answer"."""
    ids = load_template("retaliation").hypotheses
    hypotheses = tuple(Hypothesis(key, key) for key in ids)
    question = replace(PERCEPTION, template="retaliation", hypotheses=hypotheses, trigger="2024-10-17", **more)  # type: ignore[arg-type]
    doc = document(published="2024-12-31")
    ban = replace(measure(doc, "Russia banned imports", start=900), start="2024-10-17")
    other = replace(
        measure(doc, "Kazakhstan banned imports", start=10), start=subject_day, imposer="KAZ", target=("RUS",)
    )
    words = statement(doc, "We regret this odd choice", -0.5, start=100)
    judged = judge(question, [reading(doc, ban, other, words)])
    rows = [*judged.bearings, *judged.baseline, *judged.set_aside]
    return next(row.role for row in rows if row.record == other.id), judged.posterior[list(ids).index("answer")]


def test_a_cause_comes_before_its_effect() -> None:
    before, after = retaliation("2024-10-10"), retaliation("2024-11-10")
    assert before[0] == "behaviour"
    assert after[0] == "set_aside"
    assert before[1] > after[1]
    assert retaliation("2022-01-01")[0] == "baseline"  # long before


def test_a_persons_likelihood_goes_before_the_tables_and_is_said() -> None:
    readings = mixed_readings()
    friend = readings[0].records[0].id
    rated = judge(PERCEPTION, readings, reviews=[review(friend, "rate", field="likelihood.distancing", value="0.9")])
    row = next(row for row in rated.bearings if row.record == friend)
    assert row.likelihoods[1] == 0.9
    assert "rated this item otherwise" in row.reason
    assert rated.posterior[1] > judge(PERCEPTION, readings).posterior[1]


@pytest.mark.parametrize(
    ("field", "value"),
    [("likelihood.x", "1.2"), ("likelihood.x", "much"), ("reliability", "Z9"), ("tone", "0.4"), ("reliability", "")],
)
def test_what_is_no_rating_is_refused_before_it_is_kept(field: str, value: str) -> None:
    with pytest.raises(CaseError):
        check_review(review("sta-1", "rate", field=field, value=value))


def test_a_retracted_article_leaves_and_the_judgement_says_so() -> None:
    readings = mixed_readings()
    whole = judge(PERCEPTION, readings)
    for name in ("two.txt", "Outlet Two", readings[1].document.id):
        without = judge(PERCEPTION, readings, reviews=[review(name, "retract")])
        assert {row.record for row in without.bearings} <= {record.id for record in readings[0].records}
        assert "two.txt was retracted by analyst" in without.retracted[0]
        assert "2 items" in without.retracted[0]
        assert without.retracted[-1].startswith("Without them")
    undone = [
        review("two.txt", "retract"),
        review("two.txt", "undo", undoes=review("two.txt", "retract").id, when="2024-12-01T00:00:00Z"),
    ]
    assert judge(PERCEPTION, readings, reviews=undone) == whole
    assert judge(PERCEPTION, readings, reviews=[review("other.txt", "retract")]) == whole


def test_what_went_on_before_the_trigger_is_not_begun_by_it() -> None:
    question = replace(PERCEPTION, trigger="2024-10-16")
    doc = document()
    before = replace(measure(doc, "Russia blocked certificates", goods=("grain",), start=10), start="2024-09-23")
    after = replace(measure(doc, "Russia banned imports", goods=("lentils",), start=900), start="2024-10-17")
    words = statement(doc, "Kazakhstan is our friend", 0.6, start=100)
    alone = judge(question, [reading(doc, after, words)])
    both = judge(question, [reading(doc, before, after, words)])
    first, second = (next(row for row in j.bearings if row.record == after.id) for j in (alone, both))
    assert second.weight == pytest.approx(first.weight / 2)
    assert any("before the trigger already (2024-09-23)" in cut for cut in second.discounts)
    assert not both.baseline
    earlier = next(row for row in both.bearings if row.record == before.id)
    assert earlier.role == "before" and earlier.favours == "neutrality" and earlier.weight > 0
    assert "23 days before the trigger" in earlier.reason
    assert both.posterior[0] > alone.posterior[0]  # evidence against reading the ban as an answer


def test_conduct_after_the_window_is_set_aside() -> None:
    doc = document(published="2025-03-01")
    late = replace(measure(doc, "Russia banned imports"), start="2025-02-01")
    question = replace(PERCEPTION, trigger="2024-10-16", window=30)
    judged = judge(question, [reading(doc, late)])
    assert [row.record for row in judged.set_aside] == [late.id]
    assert "2024-11-15" in judged.set_aside[0].reason
