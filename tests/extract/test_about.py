"""Whom a statement is about."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

ABOUT = [
    ("Kenya said that Uganda was wrong.", ("UGA",)),
    ("Kenya said that Uganda and Rwanda were wrong.", ("UGA", "RWA")),
    ("Kenya said that it would pay.", ("KEN",)),  # its own state only where it is the only one
    ("Kenya said that Kenya and Uganda would pay.", ("UGA",)),
    ("Kenya said that Lavrov was wrong.", ("RUS",)),  # officials stand for their state
    ("Kenya said that the European Union was wrong.", ("EU",)),
    ("Kenya accused Uganda of lying about the road.", ("UGA",)),
    ("Uganda raised the toll on trucks. Kenya said that the move was unfair.", ("UGA",)),
    ("Uganda raised the toll for trucks of Rwanda. Kenya said that the move was unfair.", ("UGA",)),
    ("Kenya said that the rain was late.", ()),
    # in a relative clause whoever does what it is about
    ("Uganda raised the toll, in a move that Kenya called “unfair and cruel”.", ("UGA",)),
    ("Rain fell all night, in a week that Kenya called “wet and grim”.", ()),
]


@pytest.mark.parametrize(("text", "codes"), ABOUT, ids=[t[0] for t in ABOUT])
def test_whom_a_statement_is_about(read: Callable[..., Read], text: str, codes: tuple[str, ...]) -> None:
    found = [s.about for s in read(text).statements]
    assert codes in found


def test_words_that_point_back_carry_the_topic_on(read: Callable[..., Read]) -> None:
    first, second = read("“Uganda is wrong,” Kenya said. “This helps nobody at all,” Kenya said.").statements
    assert first.about == ("UGA",)
    assert second.about == ("UGA",)


def test_a_topic_is_not_carried_to_another_speaker(read: Callable[..., Read]) -> None:
    found = read("“Uganda is wrong,” Kenya said. “This rain helps nobody,” Peru said.").statements
    assert [s.about for s in found if s.speaker.state == "PER"] == [()]


def test_the_city_of_an_event_is_no_topic(read: Callable[..., Read]) -> None:
    found = read("Kenya said that the flood in Mombasa killed the harvest.").statements
    assert all(s.about == () for s in found)
