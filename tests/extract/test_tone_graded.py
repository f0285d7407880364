"""The lexicon's reader toward persons: learned grades and the target's place."""

import pytest

from multivector.codebook.grades import grades, standing
from multivector.extract.tone_graded import LABELS, evidence, place, read_graded, signs, word_keys
from multivector.text.base import Parse
from multivector.text.english import parse_english
from multivector.text.paragraphs import paragraphs
from multivector.tones import tone_of

SENTENCES = [
    ("Miller lied to the committee and betrayed his own voters.", "Miller", "negative"),
    ("Okafor was praised as a brilliant and honest reformer.", "Okafor", "positive"),
    ("The hearing will be held on Monday, Okafor said.", "Okafor", "neutral"),
]


def _parsed(text: str, target: str) -> tuple[Parse, tuple[int, ...]]:
    start = text.index(target)
    parse = parse_english(text, paragraphs(text))
    return parse, tuple(t.i for t in parse.between(start, start + len(target)))


@pytest.mark.parametrize(("text", "target", "label"), SENTENCES)
def test_plain_tones_toward_persons(text: str, target: str, label: str) -> None:
    start = text.index(target)
    heard = tone_of(text, start, start + len(target))
    assert heard.label == label
    assert -1 <= heard.value <= 1


def test_of_states_the_diplomatic_lexicon_speaks_alone() -> None:
    text = "Poland will work with the young team on the email headlines."
    heard = tone_of(text, 0, 6)
    assert heard.words == ()
    assert heard.label == "neutral"


def test_each_word_has_the_part_that_the_target_plays_in_it() -> None:
    parse, target = _parsed("Novak attacked the judge.", "judge")
    found = {token.text: [key.part for key in keys] for token, keys in word_keys(parse, target)}
    assert found["attacked"] == ["undergoes", "undergoes near"]


def test_a_negation_turns_a_word_and_distance_weakens_it() -> None:
    plain, target = _parsed("Novak is honest.", "Novak")
    turned, same = _parsed("Novak is not honest.", "Novak")
    straight = next(keys for token, keys in word_keys(plain, target) if token.text == "honest")[0].weight
    negated = next(keys for token, keys in word_keys(turned, same) if token.text == "honest")[0].weight
    assert straight > 0 > negated


def test_a_target_outside_the_text_has_no_evidence() -> None:
    parse, _ = _parsed("Novak is honest.", "Novak")
    assert list(evidence(parse, ())) == []
    assert place(parse, ()) == {}
    assert read_graded(parse, (), 0.0).label in LABELS


def test_the_place_tells_relation_and_speech() -> None:
    parse, target = _parsed("Novak said the vote was open.", "Novak")
    assert {"relation nsubj", "speaks", "subject of a verb"} <= set(place(parse, target))


def test_praise_and_blame_weigh_apart() -> None:
    assert signs(0.5, -0.2)["lexicon praise"] == 0.5
    assert signs(0.5, -0.2)["grades blame"] == -0.2
    assert signs(0.0, 0.0)["lexicon silent"] == 1.0


def test_both_tables_are_whole() -> None:
    assert all(abs(grade.value) <= 1 and grade.seen > 0 for grade in grades().values())
    assert {part for _, _, part in grades()} == {"bears", "bears near", "undergoes", "undergoes near"}
    assert "bias" in standing()
    assert all(len(weights) == len(LABELS) for weights in standing().values())
