"""Near spellings of known words and people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.world.spelling import Spellings, is_near
from multivector.world.spellings_of_people import spelt_as

LETTERS = st.text("abcdeo", min_size=5, max_size=9)

NEAR = [
    ("phillippines", "philippines"),
    ("afganistan", "afghanistan"),
    ("niger", "nigar"),
    ("sudna", "sudan"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_one_letter_more_less_other_or_changed_about_is_near(one: str, other: str) -> None:
    assert is_near(one, other) and is_near(other, one)


@pytest.mark.parametrize(("one", "other"), [("austria", "austria"), ("austria", "australia"), ("sudan", "usdna")])
def test_the_same_word_and_two_steps_are_not_near(one: str, other: str) -> None:
    assert not is_near(one, other)


def test_a_near_word_starts_with_the_same_letter() -> None:
    table = Spellings(["liberia", "libya", "lebanon"])
    assert table.near("liberai") == ("liberia",)
    assert table.near("iberia") == ()
    assert table.near("lib") == ()


@given(st.lists(LETTERS, max_size=6), LETTERS)
def test_the_table_finds_exactly_the_near_words(known: list[str], word: str) -> None:
    wanted = sorted({k for k in known if k[0] == word[0] and is_near(word, k)})
    assert list(Spellings(known).near(word)) == wanted


PEOPLE = [
    (["omar", "el", "bashir"], "person:omar-al-bashir"),
    (["omar", "el-bashir"], "person:omar-al-bashir"),
    (["laurent", "gbago"], "person:laurent-gbagbo"),
    (["juvenal", "habyariman"], "person:juvenal-habyarimana"),
    (["abdelaziz", "bouteflicka"], "person:abdelaziz-bouteflika"),
    (["sergeu", "lavrof"], None),  # a slip in each word
    (["hamad", "bin", "khalifa"], None),  # a name of descent
    (["nobody", "atall"], None),
]


@pytest.mark.parametrize(("words", "person"), PEOPLE, ids=[" ".join(p[0]) for p in PEOPLE])
def test_people_are_known_under_other_spellings(words: list[str], person: str | None) -> None:
    assert spelt_as(words) == person
