"""Events as agencies and newspapers tell them, and sentences near to them that tell none."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

TOLD = [
    # whose people protest where only the place is told
    ("Thousands took to the streets of Nairobi to protest against new taxes.", "KEN>KEN PROTEST"),
    ("Followers of a cleric demonstrated in Baghdad against the presence of US troops.", "IRQ>USA PROTEST"),
    ("Protesters in Karachi burned French flags outside the consulate.", "PAK>FRA PROTEST"),
    # judged deeds
    ("India said Pakistan's airstrike was unprovoked.", "IND>PAK ACCUSE"),
    ("Tehran said the US strikes were illegal.", "IRN>USA ACCUSE"),
    ("Bolivia's foreign minister denounced what he called US meddling.", "BOL>USA ACCUSE"),
    # what a speaker does beside what he says
    ("Copenhagen said Greenland was not for sale, rebuffing Washington.", "DNK>USA REJECT"),
    # verbs that look like nouns or participles
    ("Bucharest backs Moldova's bid to join the European Union.", "ROU>MDA SUPPORT"),
    ("Ukrainian forces pulled back from a Russian town.", "UKR>RUS RETREAT"),
    # whose the weapon is
    ("Shells fired by the Myanmar army landed in a Thai village, killing a woman.", "MMR>THA ASSAULT"),
    ("A Chinese coast guard ship fired water cannon at a Philippine boat.", "CHN>PHL COERCE"),
    ("Moscow vetoed a US-drafted resolution on Gaza.", "RUS>USA REJECT"),
    ("Cuba sent a team of 50 doctors to Haiti.", "CUB>HTI AID"),
    ("Azerbaijan supplies Italy with natural gas.", "AZE>ITA COOPERATE"),
    ("Britain paused some aid to Rwanda.", "GBR>RWA SANCTION"),
    ("Germany's refusal to deliver fighter jets to Turkey has angered Ankara.", "DEU>TUR REJECT"),
    ("Egypt said that Ethiopia's filling of the dam violated international law.", "EGY>ETH ACCUSE"),
    ("Iraq filed a complaint with the United Nations over Iranian shelling.", "IRQ>IRN ACCUSE"),
    ("Britain agreed to hand the Chagos Islands to Mauritius.", "GBR>MUS AGREE"),
    ("Dhaka has requested the extradition of former leader Sheikh Hasina from India.", "BGD>IND REQUEST"),
    ("The EU said Russia was jamming signals.", "EU>RUS ACCUSE"),
    ("NATO said Russia was jamming signals.", "NATO>RUS ACCUSE"),
    ("Lithuania will lay mines along its border with Russia.", "LTU>RUS MOBILIZE"),
    ("Belarus began snap military drills on Tuesday.", "BLR> MOBILIZE"),
    ("Phnom Penh accused Thai troops of forcing villagers out.", "KHM>THA ACCUSE"),
    ("China firmly opposes the US arms sale to Taiwan.", "CHN>USA REJECT"),
    ("A US strike on an alleged drug boat off Venezuela killed six people.", "USA>VEN ASSAULT"),
    ("Ethiopia's army chief said Eritrea was massing troops on the border.", "ERI>ETH MOBILIZE"),
    ("Kenya opened a camp. Khartoum called Kenya's move a hostile act.", "SDN>KEN ACCUSE"),
    ("Azerbaijani police raided the office of a Russian news agency.", "AZE>RUS COERCE"),
    ("Pakistan and Afghanistan agreed to a ceasefire at talks in Doha mediated by Qatar.", "PAK+AFG> AGREE"),
    ("Donald Trump said he might send troops into Nigeria if it failed to act.", "USA>NGA THREATEN"),
    ("Demonstrators threw paint at the Israeli embassy in Mexico City.", "MEX>ISR PROTEST"),
    ("Madrid pressed Rabat to reopen the customs post.", "ESP>MAR REQUEST"),
    ("Chad reinforced its garrisons along the border with Sudan.", "TCD>SDN MOBILIZE"),
    ("Budapest accused Kyiv of meddling in its election, a charge Ukraine denied.", "HUN>UKR ACCUSE"),
    ("The Kremlin said it would respond in kind if Latvia seized its property.", "RUS>LVA THREATEN"),
    ("Moscow said Norway was turning Svalbard into a military outpost.", "RUS>NOR ACCUSE"),
    ("Japan, Philippines sign troop access pact", "JPN+PHL> SUPPORT"),
    ("Negotiators from Armenia and Azerbaijan held a third round of talks in Geneva.", "ARM+AZE> CONSULT"),
]
SILENT = [
    "Spain beat Germany in the final.",
    "Mexico's peso rallied after the central bank raised rates.",
    "Portugal battled wildfires for a third day.",
    "Mourners in Rome paid tribute to the Argentine football legend.",
    "Riyadh told its citizens to leave Lebanon.",
    "China opened a railway in Tibet.",
    "Morocco plans to build a port.",
    "Norway's Magnus Carlsen crushed his American rival in the third round in Stavanger.",
    "A golfer from Ireland held off a late charge by an American rookie to win in Dubai.",
    "The Turkish airline will fly to Chile from next year.",
]


def told(read: Callable[..., Read], text: str) -> list[str]:
    events = read(text, None).events
    return [f"{'+'.join(e.source)}>{'+'.join(e.target)} {e.type}" for e in events]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_told(read: Callable[..., Read], text: str, event: str) -> None:
    assert event in told(read, text), text


@pytest.mark.parametrize("text", SILENT)
def test_silent(read: Callable[..., Read], text: str) -> None:
    assert told(read, text) == [], text


def test_one_blow_is_one_event(read: Callable[..., Read]) -> None:
    text = "Eight people were killed when Pakistani jets bombed a village in eastern Afghanistan."
    assert told(read, text) == ["PAK>AFG ASSAULT"]


def test_a_threat_under_a_condition_is_made(read: Callable[..., Read]) -> None:
    text = "Iran said it would retaliate if Israel struck its reactors."
    assert [(e.type, e.status) for e in read(text, None).events if e.type == "THREATEN"] == [("THREATEN", "asserted")]


def test_an_answer_told_by_its_means_is_that(read: Callable[..., Read]) -> None:
    assert told(read, "China hit back by blocking exports of chips to the Netherlands.") == ["CHN>NLD SANCTION"]


def test_those_freed_are_held_no_more(read: Callable[..., Read]) -> None:
    assert told(read, "Iran freed two French nationals held since 2022.") == ["IRN>FRA RETREAT"]


def test_a_call_behind_which_something_is_agreed_was_held(read: Callable[..., Read]) -> None:
    text = "Mexico agreed to send 10,000 troops to its border after a call between Claudia Sheinbaum and Donald Trump."
    assert ("CONSULT", "asserted") in {(e.type, e.status) for e in read(text, "2025-02-03").events}


PAIRS = [
    (
        "Armenia and Azerbaijan signed a pact, with Donald Trump as mediator. The sides agreed to open a route.",
        "ARM",
        "AZE",
    ),
    (
        "Iran and Pakistan traded fire on Tuesday, and China offered to mediate. The two countries agreed to talks.",
        "IRN",
        "PAK",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), PAIRS, ids=["sides", "two countries"])
def test_the_two_are_those_who_acted_together(read: Callable[..., Read], text: str, one: str, other: str) -> None:
    assert (one, other) in {e.source for e in read(text).events if e.type == "AGREE"}
