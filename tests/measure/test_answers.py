"""Who answers whom: counts that add up, shares within bounds, and what neither order nor the calendar may change."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.judge.judge_builders import answers, document, measure

from multivector.errors import InputError
from multivector.measure.answers import Act, act_response, lagged_correlation, median_lag, response_table
from multivector.measure.chains import Answered, Candidate, answered, chains
from multivector.measure.hawkes import log_likelihood, spread_days
from multivector.measure.intervals import permutation_p, share_interval, sum_interval
from multivector.model import TradeMeasure

ACTS = st.lists(
    st.builds(Act, st.integers(0, 400), st.sampled_from([1, -1]), st.sampled_from(["", "a", "b"])), max_size=25
)
WINDOW = 30


def moved(acts: Sequence[Act], days: int) -> list[Act]:
    return [Act(act.day + days, act.sign, act.record) for act in acts]


@given(ACTS, ACTS)
def test_every_act_is_answered_in_kind_otherwise_or_not_at_all(acts: list[Act], given_: list[Act]) -> None:
    table = response_table(acts, given_)
    for sign in (1, -1):
        assert sum(table[sign].values()) == sum(act.sign == sign for act in acts)
    assert response_table(acts, []) == {s: {"in kind": 0, "otherwise": 0, "none": n} for s, n in counts(acts).items()}


def counts(acts: list[Act]) -> dict[int, int]:
    return {sign: sum(act.sign == sign for act in acts) for sign in (1, -1)}


@settings(max_examples=25, deadline=None)
@given(ACTS, ACTS, st.integers(-500, 500), st.randoms(use_true_random=False))
def test_neither_order_nor_calendar_changes_an_answer(
    acts: list[Act], given_: list[Act], shift: int, chance: object
) -> None:
    mixed = list(acts)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    span = (0, 430)
    share, p = act_response(acts, given_, span, ("x",))
    assert (share, p) == act_response(mixed, given_, span, ("x",))
    turned = act_response(moved(acts, shift), moved(given_, shift), (shift, 430 + shift), ("x",))
    assert [one.value for one in turned] == [share.value, p.value]
    assert median_lag(mixed, given_, ("x",)) == median_lag(acts, given_, ("x",))
    if share.value is not None and p.value is not None:
        assert 0 <= share.value <= 1 and 0 < p.value <= 1
        assert share.low is not None and share.high is not None
        assert share.low - 1e-12 <= share.value <= share.high + 1e-12


@settings(max_examples=40, deadline=None)
@given(ACTS, ACTS)
def test_a_median_answer_lies_within_the_window(acts: list[Act], given_: list[Act]) -> None:
    figure = median_lag(acts, given_, ("x",), WINDOW)
    if figure.value is None:
        assert figure.n < 5 and figure.reason
    else:
        assert 1 <= figure.value <= WINDOW


def test_on_one_day_nobody_knows_who_came_first() -> None:
    assert response_table([Act(5, 1)], [Act(5, 1)])[1] == {"in kind": 0, "otherwise": 0, "none": 1}
    assert response_table([Act(5, 1)], [Act(6, -1), Act(7, 1)])[1] == {"in kind": 0, "otherwise": 1, "none": 0}
    assert response_table([Act(5, 1)], [Act(36, 1)])[1]["none"] == 1


def test_a_series_that_follows_another_is_found_at_its_lag() -> None:
    first = np.random.default_rng(3).normal(size=60)
    second = np.roll(first, 2)
    found = {lag: lagged_correlation(first, second, lag, ("x",))[0].value for lag in range(4)}
    assert max(found, key=lambda lag: found[lag] or 0) == 2 and (found[2] or 0) > 0.99
    assert lagged_correlation(first, -second, 2, ("x",))[0].value == pytest.approx(-(found[2] or 0))
    short, p = lagged_correlation(first[:20], second[:20], 1, ("x",))
    assert short.value is None and p.value is None and short.n == 19
    flat, _ = lagged_correlation(np.ones(60), second, 0, ("x",))
    assert flat.value is None and "does not vary" in (flat.reason or "")
    for lag, other in ((-1, second), (0, second[:-1])):
        with pytest.raises(InputError, match="of one length"):
            lagged_correlation(first, other, lag, ("x",))


@given(st.integers(1, 500), st.data())
def test_wilsons_bounds_hold_the_share_and_stay_within_nought_and_one(n: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, n))
    band = share_interval(hits, n)
    assert band.low is not None and band.high is not None
    assert 0 <= band.low <= hits / n + 1e-12 and hits / n - 1e-12 <= band.high <= 1
    turned = share_interval(n - hits, n)
    assert turned.low == pytest.approx(1 - band.high) and turned.high == pytest.approx(1 - band.low)


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=30), st.floats(-20, 20))
def test_a_p_value_is_never_nought(draws: list[float], observed: float) -> None:
    p = permutation_p(observed, np.array(draws))
    assert 1 / (len(draws) + 1) <= p <= 1
    band = sum_interval(np.array(draws), "draws")
    assert band.low is not None and band.high is not None
    assert band.low + band.high == pytest.approx(2 * sum(draws), abs=1e-6)


@given(st.lists(st.integers(0, 50), max_size=20))
def test_events_of_one_day_are_spread_over_it_in_order(days: list[int]) -> None:
    times = spread_days(days)
    assert times == sorted(times) and len(set(times)) == len(days)
    assert [int(time) for time in times] == sorted(days)


def test_without_excitement_the_likelihood_is_that_of_poisson() -> None:
    times = [1.0, 2.5, 7.0]
    assert log_likelihood(times, 10, 0.3, 0.0, 1.0) == pytest.approx(3 * np.log(0.3) - 3.0)
    assert log_likelihood([1.0], 10, 0.0, 0.5, 1.0) == -np.inf


def dated(one: TradeMeasure, day: str | None) -> TradeMeasure:
    return replace(one, start=day)


CHAINS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3)), max_size=6,
    unique_by=lambda row: row[0],
)  # fmt: skip


@given(CHAINS)
def test_chains_are_runs_of_causes_none_within_another(rows: list[tuple[str, list[str]]]) -> None:
    found = [
        Answered(name, tuple(Candidate(cause, "hit back", 1) for cause in causes if cause != name))
        for name, causes in rows
    ]
    causes = {one.measure: {cause.record for cause in one.causes} for one in found}
    runs = chains(found)
    assert list(runs) == sorted(runs, key=lambda run: (-len(run), run))
    for run in runs:
        assert len(run) == len(set(run)) >= 2
        assert all(before in causes[after] for before, after in pairwise(run))
    assert {one.measure for one in found if one.causes} <= {name for run in runs for name in run}


def test_who_is_hit_hits_back_and_a_link_says_who_says_so() -> None:
    doc = document()
    first = measure(doc, "Russia banned wheat", start=0, imposer="RUS", target=("KAZ",))
    second = measure(doc, "Kazakhstan banned gas", start=200, imposer="KAZ", target=("RUS",))
    days = {first.id: "2024-01-01", second.id: "2024-02-01"}
    one, other = (dated(each, days[each.id]) for each in (first, second))
    linked = answered([other, one], [answers(doc, other, one, by="analysts")])
    assert [each.measure for each in linked] == [one.id, other.id]
    assert [(c.record, c.tie, c.days, c.attributed_to) for c in linked[1].causes] == [
        (one.id, "hit back", 31, None), (one.id, "linked", 31, "analysts"),
    ]  # fmt: skip
    assert not linked[1].rivals
    assert chains(linked) == ((one.id, other.id),)
    assert answered([one, other], [], window=30)[1].causes == ()
    assert answered([one, dated(second, None)], [])[0].causes == ()
