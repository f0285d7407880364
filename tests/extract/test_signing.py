"""Papers that states sign together: who "we", "the Parties" and "the Ministers" are."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

HEAD = "Joint Statement by the Prime Ministers of Estonia, Latvia and Lithuania\n\n"
VISIT = "The President of Kazakhstan paid a visit to Uzbekistan.\n\nThe Parties noted trade with Chad and Iran.\n\n"
THREE = {"EST", "LVA", "LTU"}
TWO = {"KAZ", "UZB"}
SIGNED = [
    (HEAD + "We strongly condemn Russia's missile attacks.", THREE, "RUS"),
    (HEAD + "The Prime Ministers condemned Belarus.", THREE, "BLR"),
    (VISIT + "The Parties condemned Sudan.", TWO, "SDN"),
    (VISIT + "The Heads of State condemned Sudan.", TWO, "SDN"),
]
OTHERS = [
    "The Prime Ministers of Estonia, Latvia and Lithuania met.\n\nWe strongly condemn Russia.",
    "Joint Statement by the Prime Ministers of Estonia\n\nWe strongly condemn Russia.",
    VISIT + "Opposition parties condemned Sudan.",
    VISIT + "The parties of the opposition condemned Sudan.",
]


@pytest.mark.parametrize(("text", "signing", "blamed"), SIGNED)
def test_those_who_sign_are_those_whom_the_head_names(
    read: Callable[..., Read], text: str, signing: set[str], blamed: str
) -> None:
    (event,) = (e for e in read(text).events if e.type == "ACCUSE")
    assert (set(event.source), event.target) == (signing, (blamed,))


@pytest.mark.parametrize("text", OTHERS)
def test_others_sign_nothing(read: Callable[..., Read], text: str) -> None:
    assert not [e for e in read(text).events if e.type == "ACCUSE" and set(e.source) & (THREE | TWO)]


def test_many_plurals_are_looked_through_once(read: Callable[..., Read]) -> None:
    text = "The ministers of Egypt and Jordan met.\n\n" + "The sides, the farmers and the ministers met.\n\n" * 200
    assert len(read(text).events) >= 1
