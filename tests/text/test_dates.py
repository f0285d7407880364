import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.text.dates import DateMention, find_dates

TODAY = "2024-10-22"  # a Tuesday


def one(text: str, published: str | None = TODAY) -> tuple[str, str, str | None, str | None, str]:
    (found,) = find_dates(text, published)
    return text[found.start : found.end], found.bound, found.when.start, found.when.end, found.when.precision


ABSOLUTE = [
    ("on October 22, 2024 it", "October 22, 2024", "at", "2024-10-22", "2024-10-22", "day"),
    ("on 22 Oct 2024 it", "22 Oct 2024", "at", "2024-10-22", "2024-10-22", "day"),
    ("on 22–24 October 2024", "22–24 October 2024", "at", "2024-10-22", "2024-10-24", "day"),
    ("since early 2022 over", "early 2022", "since", "2022-01-01", None, "season"),
    ("from 1997 to 2014, the", "1997 to 2014", "during", "1997-01-01", "2014-12-31", "year"),
    ("Between 2014 and 2022 it", "2014 and 2022", "during", "2014-01-01", "2022-12-31", "year"),
    ("in 2014–15 it", "2014–15", "during", "2014-01-01", "2015-12-31", "year"),
    ("in 2014, the year", "2014", "at", "2014-01-01", "2014-12-31", "year"),
    ("since 1991", "1991", "since", "1991-01-01", None, "year"),
    ("since the 1991 fall of", "1991", "since", "1991-01-01", None, "year"),
    ("after Russia’s 2014 annexation", "2014", "after", "2014-01-01", "2014-12-31", "year"),
    ("before 2014", "2014", "before", "2014-01-01", "2014-12-31", "year"),
    ("in the 1990s it", "the 1990s", "at", "1990-01-01", "1999-12-31", "decade"),
    ("in the spring of 2023", "the spring of 2023", "at", "2023-03-01", "2023-05-31", "season"),
    ("in the first half of 2024", "the first half of 2024", "at", "2024-01-01", "2024-06-30", "season"),
    ("by the end of 2024", "the end of 2024", "until", "2024-12-31", "2024-12-31", "day"),
    ("in late June 2023", "late June 2023", "at", "2023-06-21", "2023-06-30", "week"),
    ("in February 2024", "February 2024", "at", "2024-02-01", "2024-02-29", "month"),
    ("on 2024-10-16 it", "2024-10-16", "at", "2024-10-16", "2024-10-16", "day"),
]
RELATIVE = [
    ("a ban until the end of this year to", "the end of this year", "until", "2024-12-31", "2024-12-31", "day"),
    ("said on Tuesday that", "Tuesday", "at", "2024-10-22", "2024-10-22", "day"),
    ("said on Monday evening", "Monday evening", "at", "2024-10-21", "2024-10-21", "day"),
    ("last Tuesday", "last Tuesday", "at", "2024-10-15", "2024-10-15", "day"),
    ("next Tuesday", "next Tuesday", "at", "2024-10-29", "2024-10-29", "day"),
    ("It will be held on Thursday", "Thursday", "at", "2024-10-24", "2024-10-24", "day"),
    ("He, who will attend, said on Thursday", "Thursday", "at", "2024-10-17", "2024-10-17", "day"),
    ("explained last week that", "last week", "at", "2024-10-14", "2024-10-20", "week"),
    ("yesterday", "yesterday", "at", "2024-10-21", "2024-10-21", "day"),
    ("this month", "this month", "at", "2024-10-01", "2024-10-31", "month"),
    ("next month", "next month", "at", "2024-11-01", "2024-11-30", "month"),
    ("earlier this year", "earlier this year", "at", "2024-01-01", "2024-10-22", "year"),
    ("in the next six months", "the next six months", "during", "2024-10-22", "2025-04-22", "month"),
    ("over the past two years", "the past two years", "during", "2022-10-22", "2024-10-22", "year"),
    ("two years ago", "two years ago", "at", "2022-01-01", "2022-12-31", "year"),
    ("three days ago", "three days ago", "at", "2024-10-19", "2024-10-19", "day"),
    ("for six months", "six months", "for", "2024-10-22", "2025-04-22", "month"),
    ("through December 31", "December 31", "until", "2024-12-31", "2024-12-31", "day"),
    ("till 31 December", "31 December", "until", "2024-12-31", "2024-12-31", "day"),
    ("As of 1 October it", "1 October", "at", "2024-10-01", "2024-10-01", "day"),
    ("a ban as of 1 October", "1 October", "since", "2024-10-01", None, "day"),
    ("on 17 October", "17 October", "at", "2024-10-17", "2024-10-17", "day"),
    ("on 24 October", "24 October", "at", "2024-10-24", "2024-10-24", "day"),
    ("on 24 December", "24 December", "at", "2023-12-24", "2023-12-24", "day"),
    ("It is to meet on 24 December", "24 December", "at", "2024-12-24", "2024-12-24", "day"),
    ("from 1 October to 31 December", "1 October to 31 December", "during", "2024-10-01", "2024-12-31", "day"),
    ("in mid-March", "mid-March", "at", "2024-03-11", "2024-03-20", "week"),
    ("by the end of June", "the end of June", "until", "2025-06-30", "2025-06-30", "day"),
    ("last October", "last October", "at", "2023-10-01", "2023-10-31", "month"),
    ("in September last year", "September last year", "at", "2023-09-01", "2023-09-30", "month"),
    ("by year-end", "year-end", "until", "2024-12-31", "2024-12-31", "day"),
    ("last summer", "last summer", "at", "2024-06-01", "2024-08-31", "season"),
]


@pytest.mark.parametrize(("text", "words", "bound", "start", "end", "precision"), ABSOLUTE)
def test_absolute(text: str, words: str, bound: str, start: str, end: str | None, precision: str) -> None:
    assert one(text) == (words, bound, start, end, precision)
    assert one(text, None) == (words, bound, start, end, precision)


@pytest.mark.parametrize(("text", "words", "bound", "start", "end", "precision"), RELATIVE)
def test_relative(text: str, words: str, bound: str, start: str, end: str | None, precision: str) -> None:
    assert one(text) == (words, bound, start, end, precision)
    assert find_dates(text, None) == []


@pytest.mark.parametrize(
    "text",
    ["", "He may march on.", "1,991 troops", "in 2014.5", "the 16th summit", "31 February 2024", "room 2024",
     "May Smith said",
     "the second half began", "June Carter", "in 20145", "5 percent in 20 cases", "He can fall this far"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, TODAY) == []


def test_mentions_come_in_order() -> None:
    text = "On Monday (October 21) he said that talks, begun in 2014, would end by 31 December."
    assert [text[m.start : m.end] for m in find_dates(text, TODAY)] == ["Monday", "October 21", "2014", "31 December"]


WORDS = st.sampled_from(
    (
        "on Tuesday", "the end of", "this year", "early", "2024", "31", "February", "from", "to", "since", "next",
        "May", "two years ago", "for", "decade", ".", "will", "-", "and", "mid", "1990s",
    )
)  # fmt: skip


@given(
    st.lists(WORDS, max_size=14),
    st.dates(min_value=date(1, 1, 1)),
)
def test_any_words_on_any_day(words: list[str], today: date) -> None:
    text = " ".join(words)
    found = find_dates(text, today.isoformat())
    assert all(isinstance(m, DateMention) and 0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for mention in found:
        start, end = mention.when.start, mention.when.end
        assert start or end
        assert not (start and end) or date.fromisoformat(start) <= date.fromisoformat(end)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Flights scheduled for December were cut after Beijing advised on Nov. 14 against travel.", "2025-11-14"),
        ("They will meet on Jan. 14.", "2026-01-14"), ("The ban will hold until Nov. 14.", "2026-11-14"),
        ("They will meet on March 14.", "2026-03-14"),
    ],
)  # fmt: skip
def test_a_day_just_past_is_meant_even_where_something_lies_ahead(text: str, day: str) -> None:
    found = [one for one in find_dates(text, "2025-12-02") if one.when.precision == "day"]
    assert (found[-1].when.start or found[-1].when.end) == day


def test_the_first_months_of_a_year() -> None:
    (one,) = find_dates("Trade grew in the first nine months of 2025.", "2025-12-02")
    assert (one.when.start, one.when.end, one.when.precision) == ("2025-01-01", "2025-09-30", "season")
    assert all(m.when.end != "2025-09-30" for m in find_dates("The first 40 months of 2025.", "2025-12-02"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army rejected the plan on Tuesday.", "2025-11-25"),  # a plan that is a thing
        ("Peru plans a visit on Tuesday.", "2025-12-02"),
        ("Peru tabled a plan to meet on Wednesday.", "2025-12-03"),
    ],
)
def test_a_plan_that_is_a_thing_does_not_look_ahead(text: str, day: str) -> None:
    (found,) = find_dates(text, "2025-12-01")
    assert found.when.start == day
