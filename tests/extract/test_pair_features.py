"""The features of a marked pair."""

import pytest

from multivector.pipeline import pair_features

TEXT = "Peru's foreign minister lashed out at Chile on Monday, as miners in Arica went on strike."


def test_an_act_is_named_by_its_root_its_frame_and_what_it_binds() -> None:
    found = pair_features("Peru condemned Chile.", ("Peru", "Chile"))
    assert found["act:ST:ACCUSE"] > found["source:word:condemn"]
    assert any(name.startswith("act:both:accuse.") for name in found)
    turned = pair_features("Peru condemned Chile.", ("Chile", "Peru"))
    assert "act:TS:ACCUSE" in turned
    assert "act:ST:ACCUSE" not in turned


def test_an_act_without_its_doer_is_a_mention() -> None:
    found = pair_features("The parliament printed a resolution condemning Peru.", ("The parliament", "Peru"))
    assert "mention:-T:ACCUSE" in found
    assert not any(name.startswith("act:") for name in found)
    assert not any(n.startswith("mention:") for n in pair_features("Peru condemned Chile.", ("Peru", "Chile")))


def test_words_stand_at_their_places() -> None:
    found = pair_features(TEXT, ("Peru's foreign minister", "Chile"))
    assert "source:says:ACCUSE" in found  # lash out
    assert "source:word:lash" in found
    assert "between:can:ACCUSE" in found
    assert "text:says:PROTEST" in found
    assert "between:says:PROTEST" not in found


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Peru will not help Chile.", "not"),
        ("Peru will help Chile.", "will"),
        ("Peru could help Chile.", "would"),
        ("Peru helped Chile.", ""),
    ],
)
def test_the_mood_of_the_governing_word(text: str, mood: str) -> None:
    moods = {n.removeprefix("source:mood:") for n in pair_features(text, ("Peru", "Chile")) if "source:mood" in n}
    assert moods == ({mood} if mood else set())


def test_a_word_of_a_longer_phrase_does_not_lean_by_itself() -> None:
    found = pair_features("The council lifted sanctions on Chile.", ("The council", "Chile"))
    assert "between:says:YIELD" in found
    assert "between:leans:SANCTION" not in found


def test_who_the_phrases_are() -> None:
    found = pair_features("Riot police beat three students.", ("Riot police", "three students"))
    assert "source:is:COP" in found
    assert "target:named:student" in found


def test_a_party_left_unsaid_is_a_feature() -> None:
    found = pair_features("A journalist was kidnapped in Quetta.", ("an actor", "A journalist"))
    assert "source:is:unsaid" in found
    assert "target:as:nsubjpass" in found


def test_phrases_in_two_sentences_have_no_way() -> None:
    found = pair_features("Peru was angry. It condemned Chile.", ("Peru", "Chile"))
    assert not any(name.startswith("way:") for name in found)
    assert "between:can:ACCUSE" in found


def test_the_same_text_gives_the_same_features() -> None:
    pair = ("Peru's foreign minister", "Chile")
    assert pair_features(TEXT, pair) == pair_features(TEXT, pair)


@pytest.mark.parametrize(
    ("text", "is_threat"),
    [
        ("Hezbollah said it would bomb Israel if Beirut was hit.", True),
        ("Hezbollah bombed Israel on Monday.", False),
        ("Hezbollah said it would help Israel.", False),
    ],
)
def test_a_blow_held_out_speaks_for_a_threat(text: str, is_threat: bool) -> None:
    found = pair_features(text, ("Hezbollah", "Israel"))
    assert any(name.startswith("meant:") and name.endswith(":THREATEN") for name in found) == is_threat
