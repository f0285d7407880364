"""The brief's own words: tones, ratios, percentages, safe strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.brief.plain import clean, clip, token
from multivector.brief.words import act_words, count, listed, percent, ratio_words, tone_word


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (-1, "hostile"), (-0.6, "hostile"), (-0.59, "critical"), (-0.15, "critical"), (-0.14, "neutral"),
        (0, "neutral"), (0.15, "warm"), (0.59, "warm"), (0.6, "very warm"), (1, "very warm"),
    ],
)  # fmt: skip
def test_tones(value: float, word: str) -> None:
    assert tone_word(value) == word


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.0, "about as likely"), (1.1, "hardly more likely"), (1.5, "about 1.5 times as likely"),
        (2.0, "about twice as likely"), (12.0, "about 12 times as likely"),
    ],
)  # fmt: skip
def test_ratios(ratio: float, words: str) -> None:
    assert ratio_words(ratio) == words


def test_percentages_are_no_finer_than_the_interval() -> None:
    assert percent(0.62, 0.5, 0.75) == 60
    assert percent(0.62, 0.58, 0.66) == 62
    assert (percent(0, 0, 1), percent(1, 0, 1)) == (1, 99)


def test_sentences() -> None:
    assert act_words("SANCTION", "Russia") == act_words("SANCTION", "") == "restricted or sanctioned"
    assert act_words("COOPERATE", "Russia") == "cooperated with"
    assert (count(1, "event"), count(1200, "statement"), count(2, "file")) == ("1 event", "1,200 statements", "2 files")
    assert listed(["a", "b", "c"]) == "a, b and c"


@given(st.text())
def test_clean_text_can_be_written_and_read_in_one_direction(text: str) -> None:
    found = clean(text)
    assert found.encode("utf-8").decode("utf-8") == found
    assert not set(found) & set("\x00\x1b\u202e\u2066\u200f\u061c\ufeff")
    assert clean(found) == found


@given(st.text(min_size=1), st.integers(5, 40))
def test_clips_end_in_time(text: str, limit: int) -> None:
    found = clip(text, limit)
    assert len(found) <= limit + 2
    assert "\n" not in found


@given(st.text())
def test_tokens_fit_an_id(text: str) -> None:
    assert token(text).replace("-", "").replace("_", "").isascii()
    assert not set(token(text)) & set(" \"'<>&#")
