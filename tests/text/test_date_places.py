"""Trying date rules only near the words that they ask for finds what trying them everywhere finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.text import dates
from multivector.text.date_places import KINDS, stretches
from multivector.text.date_rules import RULES

PIECES = (
    "22 October 2024", "October 22", "early", "late", "the end of", "this year", "last year", "year-end", "mid-",
    "June", "the first half of",
    "the third quarter of", "spring of", "last summer", "the 1990s", "the early 1980s", "in 2014",
    "Turkey's 2016", "today", "overnight", "last night", "this morning", "on Tuesday", "next Friday morning", "weekend",
    "last", "coming", "week", "month", "two years ago", "within six months", "the past three decades", "for", "a day",
    "2024-10-05", "2014-2022", "may", "March", "marched", "the month of May", "by", "and",
    "said that", "will", ",", ".", "Monday, June 3", "12-14 May", "3rd of", "halfway", "daily", "38", "1,999", "4.2",
    "from", "to", "until", "yearly",
)  # fmt: skip


def test_every_rule_says_what_it_asks_for() -> None:
    assert {rule.__name__ for _, rule in RULES} == set(KINDS)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_near_its_words_a_rule_finds_what_it_finds_everywhere(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for n, (pattern, _) in enumerate(RULES):
        near = {m.span() for k, start, end in stretches(text) if k == n for m in pattern.finditer(text, start, end)}
        assert {m.span() for m in pattern.finditer(text)} <= near, text


@pytest.mark.parametrize("text", ["", "No time is named here.", "Sales rose 38 percent to 4.2 million."])
def test_without_such_words_no_rule_is_tried(text: str) -> None:
    assert list(stretches(text)) == []
    assert dates.find_dates(text, "2024-10-22") == []
