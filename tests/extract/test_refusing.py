"""What is refused is turned round, and whom a refusal spares is not its target."""

from collections.abc import Callable

import pytest
from tests.conftest import Read


def tone(read: Callable[..., Read], text: str, actor: str) -> float:
    values = [t.value for s in read(text).statements for t in s.stance if t.actor == actor]
    assert values
    return values[0]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Serbia has refused to join Western sanctions against Russia.", "RUS"),
        ("Hungary declined to back a statement condemning Russia.", "RUS"),
        ("Vucic refused to sign a declaration that condemned Iran.", "IRN"),
        ("Brazil declined to criticise China.", "CHN"),
    ],
)
def test_who_refuses_an_ill_is_not_against_whom_it_is_for(read: Callable[..., Read], text: str, actor: str) -> None:
    assert tone(read, text, actor) > 0
    assert all(actor not in event.target for event in read(text).events)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Germany refused to help Hungary.", "HUN"),
        ("Germany refused to lift sanctions on Iran.", "IRN"),
        ("Mali refused to meet the envoy of France.", "FRA"),
    ],
)
def test_who_refuses_a_kindness_is(read: Callable[..., Read], text: str, actor: str) -> None:
    assert tone(read, text, actor) < 0


def test_a_refused_blame_is_not_the_deed_that_is_blamed(read: Callable[..., Read]) -> None:
    assert tone(read, "India refused to condemn the invasion of Ukraine by Russia.", "RUS") > 0


def test_relief_refused_is_aimed_at_whom_it_would_relieve(read: Callable[..., Read]) -> None:
    (event,) = read("Israel is refusing to lift the curfew on Palestinians.").events
    assert (event.type, event.target) == ("REJECT", ("PSE",))


def test_help_promised_away_is_refused(read: Callable[..., Read]) -> None:
    assert [e.type for e in read("Germany promised not to supply missiles to Ukraine.").events] == ["REJECT"]
    assert [e.type for e in read("Germany promised to supply missiles to Ukraine.").events] == ["AGREE"]


def test_an_ill_that_is_anothers_falls_less_on_who_stands_beside(read: Callable[..., Read]) -> None:
    alone = tone(read, "Lavrov said Serbia would talk despite threats.", "SRB")
    assert alone < tone(read, "Lavrov said Serbia would talk despite threats by the European Union.", "SRB") < 0
    assert tone(read, "Lavrov said Serbia would talk despite threats by the European Union.", "EU") < alone
