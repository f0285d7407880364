"""Who is accused, and who is only told of in the charge."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

CHARGES = [
    ("Hungary accused smugglers of attacking Serbia.", ("HUN", "")),
    ("Chad accused unnamed 'imperialists' of treating African countries as slaves.", ("TCD", "")),
    ("Hungary accused Serbia of attacking Kosovo.", ("HUN", "SRB")),
    ("Hungary accused opponents of Ukraine's president of lying.", ("HUN", "UKR")),
    ("Chad blamed the attack on Sudan.", ("TCD", "SDN")),
    ("India said that Pakistani intelligence was behind the shooting.", ("IND", "PAK")),
    ("France said that Russia had a hand in the coup.", ("FRA", "RUS")),
    ("Chad said that Libya was to blame.", ("TCD", "LBY")),
]


@pytest.mark.parametrize(("text", "dyad"), CHARGES, ids=[c[0][:40] for c in CHARGES])
def test_the_accused_is_accused(read: Callable[..., Read], text: str, dyad: tuple[str, str]) -> None:
    found = {("+".join(e.source), "+".join(e.target)) for e in read(text).events if e.type == "ACCUSE"}
    assert found == {dyad}


@pytest.mark.parametrize("text", ["India said that the idea behind the bridge was sound.", "Russia is behind Serbia."])
def test_what_is_behind_no_deed_is_no_charge(read: Callable[..., Read], text: str) -> None:
    assert not [e for e in read(text).events if e.type == "ACCUSE"]


def test_nobody_treats_whom_he_says_others_treat_badly(read: Callable[..., Read]) -> None:
    found = read("Chad accused unnamed 'imperialists' of treating African countries as slaves.")
    assert {e.type for e in found.events} == {"ACCUSE"}
