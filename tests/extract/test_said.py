"""Deeds that one party tells of another are its charge; what it tells of itself, or denies, is none."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

CHARGES = [
    ("Ankara said Tehran was arming rebels.", ("TUR", "IRN")),
    ("Tehran is arming rebels, the Turkish foreign ministry said.", ("TUR", "IRN")),
    ("Moldova's president said Moscow was interfering in the election.", ("MDA", "RUS")),
    ("Somalia said Ethiopia was sending weapons to the breakaway region.", ("SOM", "ETH")),
    ('"Pristina is provoking a new conflict," Serbian President Aleksandar Vucic said.', ("SRB", "XKX")),
]
NO_CHARGES = [
    "Kenya said it was training police officers in Haiti.",
    "The Finnish minister said Norway was not interfering in the vote.",
    "Spain said Morocco was helping to train farmers.",
    "Economists said Japan was fuelling growth with cheap money.",
]


@pytest.mark.parametrize(("text", "pair"), CHARGES)
def test_said_of_another(read: Callable[..., Read], text: str, pair: tuple[str, str]) -> None:
    found = [(e.source, e.target) for e in read(text, None).events if e.type == "ACCUSE"]
    assert found == [((pair[0],), (pair[1],))], text


@pytest.mark.parametrize("text", NO_CHARGES)
def test_no_charge(read: Callable[..., Read], text: str) -> None:
    assert not [e for e in read(text, None).events if e.type == "ACCUSE"], text


MENDED = [
    ("Peru called Chile's decision to quit the trade bloc a serious mistake.", ("ACCUSE", "PER", "CHL")),
    ("Spain called Argentina's move to withdraw its envoy an insult.", ("ACCUSE", "ESP", "ARG")),
    ("Turkey scrambled fighter jets after Syria shot down a helicopter.", ("MOBILIZE", "TUR", "SYR")),
    ("Washington dropped its demand that Doha close the office.", ("CONCEDE", "USA", "QAT")),
    ("Ecuador expelled two envoys of Peru, drawing an angry response from Lima.", ("ACCUSE", "PER", "ECU")),
    ("US sanctions on Belneft, a company controlled by Russia, took effect.", ("SANCTION", "USA", "RUS")),
    ("The Quai d'Orsay summoned Mali's ambassador on Thursday.", ("ACCUSE", "FRA", "MLI")),
]


@pytest.mark.parametrize(("text", "event"), MENDED)
def test_parties_around_a_deed(read: Callable[..., Read], text: str, event: tuple[str, str, str]) -> None:
    found = {(e.type, "+".join(e.source), "+".join(e.target)) for e in read(text, None).events}
    assert event in found, text
