"""Dates in texts that play with letters: signs that fold to ordinary letters break no rule."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.text.dates import find_dates
from multivector.text.days import full_date, iso_day

TODAY = "2024-10-22"
# What Python's own folding of case takes for an ordinary letter: long s, Kelvin, dotted and dotless i, old Cyrillic.
TWINS = {
    "s": "ſ", "S": "ſ", "k": "\u212a", "K": "\u212a", "i": "ı", "I": "İ", "в": "\u1c80", "д": "\u1c81", "о": "\u1c82",
    "с": "\u1c83", "т": "\u1c84",
}  # fmt: skip
ENGLISH = [
    "the first half of 2024", "last summer", "six weeks ago", "this week", "the end of this month", "next year",
    "early this year", "mid-August", "last Tuesday", "within six months", "the third quarter of last year", "yesterday",
    "for sixteen days", "in spring 2023", "the early 1990s", "since last Friday", "until the end of the decade",
    "the past six months", "this past Sunday", "December 5, 2024", "5 August", "late last year", "September",
]  # fmt: skip
RUSSIAN = [
    "в первой половине 2024 года", "во вторник", "в прошлую среду", "весной 2023 года", "на минувшей неделе", "вчера",
    "два дня назад", "с 5 августа 2024 года", "до конца года", "в следующем месяце", "в воскресенье", "позавчера",
    "в течение двух недель", "в третьем квартале", "17 октября", "в октябре прошлого года", "в 1990-х", "сегодня",
]  # fmt: skip


def twinned(phrase: str) -> list[str]:
    """The phrase with each letter that has a twin replaced by it, in turn and altogether; in capitals too."""
    found = []
    for form in (phrase, phrase.upper(), phrase.capitalize()):
        spots = [i for i, letter in enumerate(form) if letter in TWINS]
        found += [form[:i] + TWINS[form[i]] + form[i + 1 :] for i in spots]
        found.append("".join(TWINS.get(letter, letter) for letter in form))
    return found


@pytest.mark.parametrize("phrase", ENGLISH + RUSSIAN)
def test_a_letter_that_looks_like_another_breaks_nothing(phrase: str) -> None:
    for form in twinned(phrase):
        for text in (form, f"They met on {form} 2024, and since {form}.", f"5 {form} 2024"):
            for language in ("en", "ru"):
                for mention in find_dates(text, TODAY, language):
                    assert 0 <= mention.start < mention.end <= len(text)
            full_date(text)
            iso_day(text)


PIECES = st.sampled_from(
    [*ENGLISH, *RUSSIAN, "2024", "31.12.2024", "in", "on", "since", "до", "с", ",", "-", "–", "\u2028"]
)


@settings(max_examples=60)
@given(st.lists(PIECES | st.text(max_size=6), max_size=8), st.sampled_from(["en", "ru"]), st.none() | st.just(TODAY))
def test_mentions_of_any_mixture_stand_in_the_text_in_order(
    pieces: list[str], language: str, published: str | None
) -> None:
    text = " ".join(pieces)
    found = find_dates(text, published, language)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(m.when.start is None or m.when.end is None or m.when.start <= m.when.end for m in found)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("digit", ["٣", "३", "３", "²"])
def test_digits_of_other_scripts_are_read_or_passed_over(language: str, digit: str) -> None:
    for text in (f"{digit} October 2024", f"{digit} октября 2024 года", f"{digit} days ago", f"20{digit}{digit}-01-01"):
        find_dates(text, TODAY, language)
        full_date(text)
