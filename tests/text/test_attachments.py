"""Phrases that the small model hangs on the wrong word hang where they belong."""

from tests.text.test_mends import parsed

from multivector.text.attachments import attached
from multivector.text.english import parse_english


def test_an_object_behind_its_description_is_the_verb_s() -> None:
    tokens = parsed("Kenya rejected as groundless a claim by Somalia.")
    assert (tokens["claim"].dep, tokens["claim"].head) == ("obj", tokens["rejected"].i)
    assert (tokens["groundless"].case, tokens["groundless"].head) == ("as", tokens["rejected"].i)
    assert parsed("Kenya described the claim as a groundless rumour.")["rumour"].case == "as"


def test_the_doer_of_a_noun_is_not_the_active_verb_s() -> None:
    tokens = parsed("The Colombian rebels released two engineers on Friday after mediation by Norway.")
    assert (tokens["Norway"].dep, tokens["Norway"].head) == ("nmod", tokens["mediation"].i)
    passive = parsed("Two engineers were released on Friday by Norway.")
    assert passive["Norway"].head == passive["released"].i


def test_a_name_stands_beside_its_role() -> None:
    tokens = parsed("The chief executive of Gazprom, Alexei Miller, arrived in Beijing.")
    assert (tokens["Miller"].dep, tokens["Miller"].head) == ("appos", tokens["executive"].i)


def test_whom_a_fine_is_for() -> None:
    tokens = parsed("A Moscow court fined Google 4 million roubles.")
    assert (tokens["Google"].dep, tokens["Google"].head) == ("iobj", tokens["fined"].i)
    assert tokens["fined"].lemma == "fine"


def test_a_sound_parse_is_left_alone() -> None:
    text = "Norway lent 200 million crowns to Ghana, and the king of Spain, who was ill, praised the step by Oslo."
    tokens = list(parse_english(text, [(0, len(text))]).tokens)
    assert attached(tokens) == tokens
