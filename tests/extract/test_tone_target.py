"""Tone toward a marked word, by both readers."""

import pytest
from tests.extras import needs_model

from multivector.tones import tone_of

TOLD = [
    ("We condemn Russia's brutal aggression in the strongest terms.", "Russia", "negative"),
    ("Serbia is our brother and a reliable friend.", "Serbia", "positive"),
    ("The minister will travel to Ankara on Thursday.", "Ankara", "neutral"),
]


@pytest.mark.parametrize(("text", "target", "label"), TOLD)
@pytest.mark.parametrize("reader", ["lexicon", pytest.param("embed", marks=needs_model)])
def test_plain_tones(text: str, target: str, label: str, reader: str) -> None:
    start = text.index(target)
    heard = tone_of(text, start, start + len(target), "embed" if reader == "embed" else "lexicon")
    assert heard.label == label
    assert heard.reader == reader
    assert -1 <= heard.value <= 1


def test_the_lexicon_names_its_words() -> None:
    heard = tone_of("We condemn Russia.", 11, 17)
    assert any("condemn" in words for words in heard.words)


@needs_model
def test_the_sentence_model_says_the_same_twice_and_its_shares_sum_to_one() -> None:
    from multivector.extract.tone_embed import read_tone

    text = "The senator lied to Congress and betrayed the voters who trusted him."
    first, second = read_tone(text, 4, 11), read_tone(text, 4, 11)
    assert first == second
    assert first.label == "negative"
    assert abs(sum(first.probabilities) - 1) < 0.001


@needs_model
def test_the_model_tells_two_names_of_one_sentence_apart() -> None:
    from multivector.extract.tone_embed import read_tone

    text = "Critics slammed the governor's reckless plan, while the mayor saved hundreds of lives."
    governor, mayor = (text.index(word) for word in ("governor", "mayor"))
    ill, good = read_tone(text, governor, governor + 8), read_tone(text, mayor, mayor + 5)
    assert ill.label == "negative"
    assert good.value - ill.value > 0.3


@needs_model
def test_the_lexicon_moves_the_model() -> None:
    from multivector.extract.tone_embed import read_tone

    text = "The minister met the delegation."
    low, high = read_tone(text, 4, 12, -1.0), read_tone(text, 4, 12, 1.0)
    assert low.value < high.value


@needs_model
def test_a_target_beyond_what_the_model_sees_is_still_read() -> None:
    from multivector.extract.tone_embed import read_tone

    text = "word " * 600 + "Serbia"
    assert read_tone(text, len(text) - 6, len(text)).label in ("negative", "neutral", "positive")


def test_a_turn_away_that_is_denied_is_none() -> None:
    denied, plain = "It was no turn away from Moscow.", "It turned away from Moscow."
    assert tone_of(denied, denied.index("Moscow"), len(denied) - 1).label == "neutral"
    assert tone_of(plain, plain.index("Moscow"), len(plain) - 1).label == "negative"
