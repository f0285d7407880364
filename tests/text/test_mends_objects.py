"""Mended parses: what a verb is done to, and by whom."""

import pytest

from multivector.text.base import Token
from multivector.text.english import parse_english

OBJECTS = [
    ("A Syrian jet shot down a plane.", "plane", "shot"),
    ("Greece denounced as a crime Turkey's seizure of two boats.", "seizure", "denounced"),
]


def parsed(text: str) -> dict[str, Token]:
    return {t.text: t for t in parse_english(text, [(0, len(text))]).tokens}


@pytest.mark.parametrize(("text", "noun", "verb"), OBJECTS)
def test_a_late_object_is_its_verb_s(text: str, noun: str, verb: str) -> None:
    tokens = parsed(text)
    assert (tokens[noun].dep, tokens[noun].head) == ("obj", tokens[verb].i)


def test_coordinated_words_of_blame_stay_together() -> None:
    tokens = parsed("Greece denounced as a farce and a fraud the vote in Belarus.")
    assert tokens["fraud"].dep != "obj"


def test_a_doer_behind_the_verb_inside_is_the_passive_s() -> None:
    tokens = parsed("The mayor has been accused of betraying Ukraine by Czech officials.")
    assert (tokens["officials"].dep, tokens["officials"].head) == ("agent", tokens["accused"].i)


def test_a_means_behind_the_verb_inside_stays_there() -> None:
    tokens = parsed("The minister was accused of winning the seat by fraud.")
    assert tokens["fraud"].head != tokens["accused"].i


def test_what_is_let_is_an_infinitive() -> None:
    assert parsed("Brazil will let 300 migrants return home.")["return"].tag == "VB"
    assert parsed("Officials say that migrants arrive daily.")["arrive"].tag == "VBP"


def test_who_is_engaged_in_something_acts() -> None:
    assert parsed("Kenyan forces were engaged in fighting.")["forces"].dep == "nsubj"
    assert parsed("Kenyan forces were engaged by rebels in the hills.")["forces"].dep == "nsubjpass"


def test_what_the_verb_leaves_is_no_part_of_the_particle() -> None:
    tokens = parsed("Mali pulled out of negotiations with Niger.")
    assert (tokens["negotiations"].dep, tokens["negotiations"].head) == ("obl", tokens["pulled"].i)
    assert tokens["negotiations"].case == "out of"
    tokens = parsed("Mali shot down a plane of the army.")
    assert tokens["army"].head == tokens["plane"].i


def test_a_name_behind_a_body_is_its_head_s() -> None:
    tokens = parsed("The head of the agency, John Miller, accused Iran.")
    assert (tokens["Miller"].dep, tokens["Miller"].head) == ("appos", tokens["head"].i)


def test_of_two_objects_the_first_is_given_the_other() -> None:
    tokens = parsed("Kyrgyzstan handed the Tajik ambassador a note of protest.")
    assert (tokens["ambassador"].dep, tokens["note"].dep) == ("iobj", "obj")


def test_one_object_stays_one() -> None:
    assert parsed("Kyrgyzstan handed the ambassador over.")["ambassador"].dep == "obj"


def test_outside_is_where_they_gather() -> None:
    parliament = parsed("Protesters gathered outside parliament on Monday.")["parliament"]
    assert (parliament.dep, parliament.case) == ("obl", "outside")


def test_outside_before_a_noun_with_its_article_stays() -> None:
    assert parsed("They rejected outside help from the bank.")["help"].dep != "iobj"
    assert parsed("Peru condemned the outside interference.")["interference"].dep == "obj"


def test_what_a_name_is_stands_beside_the_name() -> None:
    tokens = parsed("U.S. sanctions on NIS, the Serbian oil company, took effect on Thursday.")
    assert (tokens["company"].dep, tokens["company"].head) == ("appos", tokens["NIS"].i)
    tokens = parsed("The sanctions on Rosneft, a blow to Moscow, took effect on Thursday.")
    assert tokens["blow"].head in (tokens["sanctions"].i, tokens["Rosneft"].i)
