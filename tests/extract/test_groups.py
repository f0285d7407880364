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
MINISTERS = "The Foreign Ministers of Japan, the Republic of Korea and the Philippines met in Manila. "
PAIRS = [
    (MINISTERS + "The Ministers condemned North Korea.", ("ACCUSE", "JPN+KOR+PHL", "PRK")),
    (
        MINISTERS + "The Ministers condemned North Korea. They urged China to wait.",
        ("REQUEST", "JPN+KOR+PHL", "CHN"),
    ),
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


JOINT = (
    "The foreign ministers of the Arab Republic of Egypt, the Hashemite Kingdom of Jordan, the Kingdom of Saudi Arabia "
    "and the United Arab Emirates met in Riyadh. The ministers condemned the Israeli attacks on Iran, a member of the "
    "International Atomic Energy Agency. They called on Israel to stop. They thanked Qatar."
)


def test_the_ministers_of_a_joint_statement_are_those_who_issue_it(read: Callable[..., Read]) -> None:
    four = {"EGY", "JOR", "SAU", "ARE"}
    found = read(JOINT).events
    assert {e.type for e in found if set(e.source) == four} >= {"CONSULT", "ACCUSE", "REQUEST", "SUPPORT"}
    assert not [e for e in found if "IAEA" in e.source]


def test_they_are_a_plural_though_nobody_knows_whose(read: Callable[..., Read]) -> None:
    (event,) = (e for e in read("Farmers met at the ministry of Chad. They condemned Libya.").events if e.target)
    assert (event.type, event.target) == ("ACCUSE", ("LBY",))
    assert "TCD:AGR" in event.actors


def test_it_is_who_spoke_not_whom_they_spoke_of(read: Callable[..., Read]) -> None:
    text = "The White House said the government of Gustavo Petro had agreed. It added that Chad had agreed."
    assert read(text).statements[-1].speaker.name == "White House"


OFFERS = [
    ("Venezuela offered to send planes for its own nationals.", "THREATEN"),
    ("Japan's ambassador expressed Tokyo's strong opposition to any attempt to change the map by force.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "kind"), OFFERS)
def test_offers_are_no_threats(read: Callable[..., Read], text: str, kind: str) -> None:
    found = read(text).events
    assert kind not in {e.type for e in found}
    assert not [e for e in found if set(e.source) & set(e.target)]


TWO = (
    "Tajikistan and Kyrgyzstan exchanged fire. Tajikistan blamed Kyrgyzstan. Kyrgyzstan blamed Tajikistan.\n\n"
    "Russia offered help. Moscow was concerned, the Kremlin said.\n\nThe UN called on the two {} to talk."
)


def test_the_two_governments_are_those_that_the_article_is_about(read: Callable[..., Read]) -> None:
    event = next(e for e in read(TWO.format("governments")).events if e.type == "REQUEST")
    assert (event.source, sorted(event.target)) == (("UN",), ["KGZ", "TJK"])
