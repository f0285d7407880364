"""Dates in words, no finer than they were given."""

import pytest

from multivector.brief.dates import day_words, days_words, measure_words, when_words
from multivector.model import When


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "undated"),
        (When(None, None, "open"), "undated"),
        (When("2024-10-22", "2024-10-22", "day"), "22 October 2024"),
        (When("2024-10-18", "2024-10-24", "day"), "18–24 October 2024"),
        (When("2024-09-30", "2024-10-02", "day"), "30 September – 2 October 2024"),
        (When("2024-10-14", "2024-10-20", "week"), "the week of 14 October 2024"),
        (When("2024-10-01", "2024-10-31", "month"), "October 2024"),
        (When("2022-01-01", "2022-04-30", "season"), "early 2022"),
        (When("2022-12-01", "2023-02-28", "season"), "winter 2022–23"),
        (When("2022-05-01", "2022-08-31", "season"), "mid-2022"),
        (When("2014-01-01", "2014-12-31", "year"), "2014"),
        (When("1997-01-01", "2014-12-31", "year"), "1997–2014"),
        (When("1990-01-01", "1999-12-31", "decade"), "the 1990s"),
        (When("2022-01-01", None, "season"), "since early 2022"),
        (When("2022-01-01", None, "open"), "since 2022"),
        (When("2023-03-01", None, "open"), "since March 2023"),
        (When("2023-03-15", None, "day"), "since 15 March 2023"),
        (When(None, "2024-12-31", "open"), "until 2024"),
        (When(None, "2024-12-31", "day"), "until 31 December 2024"),
    ],
)
def test_when(when: When | None, words: str) -> None:
    assert when_words(when) == words


def test_parts_of_a_date_and_what_is_none() -> None:
    assert [day_words(iso) for iso in ("2024", "2024-10", "lately")] == ["2024", "October 2024", "lately"]
    assert day_words(None) == "undated"
    assert days_words("2023-12-30", "2024-01-02") == "30 December 2023 – 2 January 2024"


def test_a_measure_says_what_the_text_leaves_out() -> None:
    assert measure_words(None, "2024-12-31") == "until 31 December 2024; no start given"
    assert measure_words("2024-10-01", None) == "from 1 October 2024; no end given"
    assert measure_words(None, None) == "no dates given"
