"""Whom a number or a bare plural stands for."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

LISTED = (
    "Niger, Mali and Burkina Faso signed a treaty. The United States criticised Niger. The three armies launched joint "
    "operations."
)
SALIENT = (
    "Pakistan closed its border to India. India suspended a treaty with Pakistan. Pakistan condemned India.\n\n"
    "China, an ally, criticised nobody.\n\nThe two countries' troops exchanged fire."
)
URGED = (
    "Pakistan condemned India. Pakistan's foreign minister spoke with Prince Faisal bin Farhan of Saudi Arabia, who "
    "urged both sides to avoid war."
)
PAIRS = [
    (LISTED, ("COOPERATE", "NER+MLI+BFA", "")),
    (SALIENT, ("ASSAULT", "IND+PAK", "")),
    (URGED, ("REQUEST", "SAU", "IND+PAK")),
    (
        "Hungary's Peter Szijjarto met Marko Djuric of Serbia. The ministers discussed the situation in Syria.",
        ("CONSULT", "HUN+SRB", ""),
    ),
    ("Poland and Ukraine held talks. The sides agreed to open a bridge.", ("AGREE", "POL+UKR", "")),
    ("Donald Trump called his Mexican counterpart to discuss tariffs.", ("CONSULT", "USA", "MEX")),
    (
        "Sergey Lavrov spoke with Wang Yi of China. Lavrov thanked his counterpart for the help.",
        ("SUPPORT", "RUS", "CHN"),
    ),
    (
        "Marko Djuric met Wang Yi and Hakan Fidan and asked them to help Serbia.",
        ("REQUEST", "SRB", "CHN+TUR"),
    ),
]


def _unordered(codes: str) -> str:
    return "+".join(sorted(codes.split("+")))


@pytest.mark.parametrize(("text", "event"), PAIRS, ids=[p[0][:40] for p in PAIRS])
def test_a_number_stands_for_those_told_together(
    read: Callable[..., Read], text: str, event: tuple[str, str, str]
) -> None:
    found = {(e.type, _unordered("+".join(e.source)), _unordered("+".join(e.target))) for e in read(text).events}
    assert (event[0], _unordered(event[1]), _unordered(event[2])) in found


@pytest.mark.parametrize(
    "text",
    [
        "Officials from France, Chad and Mali met. The ministers condemned Libya.",  # three, none of them alone
        "The ministers condemned Libya.",
    ],
)
def test_ministers_of_nobody_or_of_many_act_for_no_two(read: Callable[..., Read], text: str) -> None:
    assert not [e for e in read(text).events if e.type == "ACCUSE"]
