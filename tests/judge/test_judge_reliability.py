import pytest
from hypothesis import given
from hypothesis import strategies as st
from judge_builders import document

from multivector.errors import CaseError
from multivector.judge.reliability import best_rating, parse_rating, soften


@pytest.mark.parametrize("code", ["F", "F6", "6", "A6", "F1", "f6"])
def test_unknown_takes_nothing_at_its_word(code: str) -> None:
    assert parse_rating(code).share == 0
    row = soften((0.2, 0.8, 0.5), 0.0)
    assert row[0] == row[1] == row[2]


def test_better_ratings_take_more_at_their_word() -> None:
    shares = [parse_rating(code).share for code in ("A1", "A", "B2", "B3", "C", "D", "D4", "E", "E5")]
    assert shares == sorted(shares, reverse=True)
    assert all(0 < share < 1 for share in shares)


@pytest.mark.parametrize("code", ["", "G", "B7", "2B", "AA", "B 2", "very"])
def test_what_is_no_rating_is_refused(code: str) -> None:
    with pytest.raises(CaseError, match="is no rating"):
        parse_rating(code)


@given(st.tuples(st.floats(0.05, 0.95), st.floats(0.05, 0.95)), st.floats(0, 1))
def test_softening_moves_a_ratio_toward_one(row: tuple[float, float], share: float) -> None:
    soft = soften(row, share)
    assert sum(soft) == pytest.approx(sum(row))
    assert abs(soft[0] - soft[1]) <= abs(row[0] - row[1]) + 1e-12
    assert (soft[0] - soft[1]) * (row[0] - row[1]) >= -1e-12


def test_the_best_source_counts_and_a_persons_rating_of_the_record_goes_first() -> None:
    one, two = document("one.txt"), document("two.txt", outlet="Outlet Two")
    assert best_rating(["r"], [one], {}).code == "C"
    assert best_rating(["r"], [one], {"Outlet One": "E"}).code == "E"
    assert best_rating(["r"], [one, two], {"Outlet One": "E", "two.txt": "B"}).code == "B"
    assert best_rating(["r"], [one, two], {"Outlet One": "A", "r": "D4"}).code == "D4"


def test_a_copy_in_a_better_outlet_lends_no_reliability() -> None:
    one = document("one.txt")
    copy = document("copy.txt", outlet="Outlet Two", cluster=one.cluster)
    assert best_rating(["r"], [copy, one], {"Outlet One": "D", "Outlet Two": "A"}).code == "D"
