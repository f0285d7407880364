"""Tone toward a word of a Russian sentence: what is weighed, and what comes of it."""

from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.codebook.grades import LABELS, directions, standing
from multivector.extract.tone_russian import PARTS, features, read_russian, told_by
from multivector.extract.tone_target import lexicon_tone
from multivector.text.base import Parse
from multivector.text.paragraphs import paragraphs
from multivector.text.russian import parse_russian, word_vector
from multivector.tones import tone_of

BLAME = "Европейский союз резко осудил агрессию России и назвал Кремль преступным режимом."
PRAISE = "Президент поблагодарил Казахстан за помощь и назвал его верным другом."
TOLD = [
    (BLAME, "Кремль", "negative"),
    (PRAISE, "Казахстан", "positive"),
    ("Мы высоко ценим вклад Узбекистана в региональную безопасность.", "Узбекистана", "positive"),
    ("Пашиняна встретили овациями.", "Пашиняна", "positive"),
    ("Москва выразила обеспокоенность действиями Еревана.", "Еревана", "negative"),
    ("Министр прибудет в Анкару в четверг.", "Анкару", "neutral"),
    ("Посол Турции вызван в МИД.", "Турции", "neutral"),
]


def place(text: str, word: str) -> tuple[int, int]:
    return text.index(word), text.index(word) + len(word)


def parsed(text: str) -> Parse:
    return parse_russian(text, paragraphs(text))


@pytest.mark.parametrize(("text", "word", "label"), TOLD)
def test_plain_tones_are_heard(text: str, word: str, label: str) -> None:
    heard = tone_of(text, *place(text, word))
    assert heard.label == label and heard.reader == "lexicon"
    assert label == "neutral" or (heard.value > 0) is (label == "positive")


def test_the_words_that_carry_a_tone_are_named_though_the_lexicon_lacks_them() -> None:
    text = "Пашиняна встретили овациями."
    assert "овациями" in tone_of(text, *place(text, "Пашиняна")).words


def test_what_is_weighed_is_the_sentence_of_the_target_and_not_the_target() -> None:
    text = f"{BLAME} Завтра пройдёт выставка."
    parse = parsed(text)
    target, tone = lexicon_tone(parse, *place(text, "Кремль"))
    found = features(parse, target, tone.value)
    assert (
        found["lexicon blame"] == tone.value < 0 and found["lexicon blames"] == 1.0 and "lexicon praises" not in found
    )
    words = {token.dictionary for token, _ in told_by(parse, target)}
    assert "осудить" in words and not {"выставка", "Кремль"} & words


def test_a_common_noun_speaks_for_itself_and_a_name_does_not() -> None:
    for text, word, own in (("Террорист скрылся.", "Террорист", True), ("Казахстан скрылся.", "Казахстан", False)):
        parse = parsed(text)
        target, _ = lexicon_tone(parse, *place(text, word))
        assert any("own" in weights for _, weights in told_by(parse, target)) is own


def test_the_words_of_one_part_weigh_as_much_together_in_long_sentences_as_in_short_ones() -> None:
    for text in (PRAISE, BLAME):
        parse = parsed(text)
        target, _ = lexicon_tone(parse, *place(text, "назвал"))
        weights = [w["all"] for _, by in told_by(parse, target) for part, w in [("all", by)] if part in by]
        assert isclose(len(weights) ** 0.5, sum(weights))


def test_a_firm_lexicon_is_not_turned_round() -> None:
    parse = parsed(PRAISE)
    target, _ = lexicon_tone(parse, *place(PRAISE, "Казахстан"))
    assert read_russian(parse, target, 1.0).label == "positive"
    found = read_russian(parse, target, -0.6)
    assert found.label != "positive"


def test_what_is_no_word_has_no_tone() -> None:
    text = "— 2024 —"
    heard = tone_of(text, 2, 6)
    assert heard.label in LABELS and -1 <= heard.value <= 1


@given(st.text("абвгд «»—.,!?осудил Россию\n", min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 20))
@settings(max_examples=15, deadline=None)
def test_any_place_of_any_text_has_a_tone(text: str, start: int, length: int) -> None:
    parse = parsed(text)
    target, tone = lexicon_tone(parse, start, start + length)
    assert read_russian(parse, target, tone.value) == read_russian(parse, target, tone.value)
    assert -1 <= read_russian(parse, target, tone.value).value <= 1


def test_the_tables_fit_each_other_and_the_vectors() -> None:
    assert tuple(directions("ru")) == PARTS
    size = len(word_vector("осудить"))  # type: ignore[arg-type]
    assert all(row.shape == (size,) for rows in directions("ru").values() for row in rows)
    assert "bias" in standing("ru") and standing("ru").keys() != standing().keys()
