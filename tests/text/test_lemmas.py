"""Dictionary forms of verbs that the model's table mixes up."""

import pytest

from multivector.text.english import parse_english
from multivector.text.lemmas import noun_lemma, verb_lemma


@pytest.mark.parametrize(
    ("form", "wrong", "right"),
    [
        ("staged", "stag", "stage"),
        ("raping", "rap", "rape"),
        ("fines", "fin", "fine"),
        ("hoped", "hop", "hope"),
        ("forgave", "forgave", "forgive"),
        ("overridden", "overridden", "override"),
        ("relaunched", "relaunche", "relaunch"),
        ("co-hosted", "co-hoste", "co-host"),
        ("carpet-bombed", "carpet-bombe", "carpet-bomb"),
        ("reoccupying", "reoccupye", "reoccupy"),
        ("cozied", "cozie", "cozy"),
        ("cordoned", "cordone", "cordon"),
    ],
)
def test_a_form_that_belongs_to_another_verb(form: str, wrong: str, right: str) -> None:
    assert verb_lemma(form, wrong) == right


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("banned", "ban"),
        ("raps", "rap"),
        ("stopped", "stop"),
        ("taxed", "tax"),
        ("vowed", "vow"),
        ("killed", "kill"),
        ("opened", "open"),
        ("aided", "aid"),
        ("pass", "pass"),
        ("acted", "act"),
        ("tasted", "taste"),
        ("changed", "change"),
        ("untied", "untie"),
        ("guaranteed", "guarantee"),
        ("died", "die"),
        ("released", "release"),
        ("breathed", "breathe"),
    ],
)
def test_a_form_that_is_its_own_verbs(form: str, lemma: str) -> None:
    assert verb_lemma(form, lemma) == lemma


def test_the_parse_has_the_right_verb() -> None:
    text = "Rebels staged a coup and were fined by the court."
    lemmas = {t.text: t.lemma for t in parse_english(text, [(0, len(text))]).tokens}
    assert lemmas["staged"] == "stage"
    assert lemmas["fined"] == "fine"


@pytest.mark.parametrize(
    ("form", "lemma", "right"), [("data", "datum", "data"), ("media", "medium", "media"), ("tanks", "tank", "tank")]
)
def test_plurals_that_are_words_of_their_own(form: str, lemma: str, right: str) -> None:
    assert noun_lemma(form, lemma) == right
