"""States spelt with a slip, and people whose spelling differs."""

import pytest
from tests.extract.extract_builders import article_of


def _actors(text: str) -> list[str]:
    return [m.actor for m in article_of(text).mentions]


SPELT = [
    ("Troops crossed from Afganistan into Iran.", "AFG"),
    ("Ethopia has agreed to open its borders to Sudan.", "ETH"),
    ("Kyrgystan accused Iran of blocking trucks.", "KGZ"),
    ("The army of the Phillippines shelled a village.", "PHL"),
]


@pytest.mark.parametrize(("text", "state"), SPELT, ids=[t[1] for t in SPELT])
def test_a_slip_still_names_the_state(text: str, state: str) -> None:
    assert state in _actors(text)


KEPT = [
    "Students of Columbia protested.",
    "Albany raised its taxes.",
    "The Romani people held a feast.",
    "Francis praised the choir.",
    "Germane remarks were few.",
]


@pytest.mark.parametrize("text", KEPT)
def test_words_of_their_own_name_no_state(text: str) -> None:
    assert [m for m in article_of(text).mentions if m.kind == "state"] == []


def test_a_role_makes_a_slip_in_a_name_a_known_person() -> None:
    text = "Rebels in the Ivory Coast dismissed an appeal from President Laurent Gbago."
    assert "person:laurent-gbagbo" in _actors(text)


def test_without_a_role_a_slip_is_another_person() -> None:
    assert "person:laurent-gbagbo" not in _actors("A baker, Laurent Gbago, sold bread in the Ivory Coast.")


def test_a_surname_is_no_slip() -> None:
    assert "CMR" not in _actors("Cameron said Britain would help.")
