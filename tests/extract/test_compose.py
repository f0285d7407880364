"""Acts under operators and inside other acts."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

Event = tuple[str, str, str, str]

TOLD = [
    # end, undergo, begin, fail, plan
    ("Japan eased sanctions on Myanmar.", ("JPN", "MMR", "CONCEDE", "asserted")),
    ("Myanmar suffered an attack by Japan.", ("JPN", "MMR", "ASSAULT", "asserted")),
    pytest.param(
        "Myanmar faces sanctions from Japan.",
        ("JPN", "MMR", "SANCTION", "asserted"),
    ),
    ("Nepal received aid from Japan.", ("JPN", "NPL", "AID", "asserted")),
    ("Japan continued to bomb Nepal.", ("JPN", "NPL", "ASSAULT", "asserted")),
    ("Japan failed to invade Nepal.", ("JPN", "NPL", "ASSAULT", "denied")),
    ("Japan is preparing to invade Nepal.", ("JPN", "NPL", "MOBILIZE", "planned")),
    # refusals
    ("Japan will not support Nepal.", ("JPN", "NPL", "REJECT", "asserted")),
    ("Japan has no plans to meet Nepal.", ("JPN", "NPL", "REJECT", "asserted")),
    # what is agreed on or to come
    ("Japan will support Nepal.", ("JPN", "NPL", "AGREE", "planned")),
    ("Japan agreed to send aid to Nepal.", ("JPN", "NPL", "AGREE", "asserted")),
    # acts that speak about acts
    ("Japan threatened to invade Nepal.", ("JPN", "NPL", "THREATEN", "asserted")),
    ("Japan accused Nepal of attacking Bhutan.", ("JPN", "NPL", "ACCUSE", "asserted")),
    ("Japan condemned Nepal's attack on Bhutan.", ("JPN", "NPL", "ACCUSE", "asserted")),
    ("Japan urged Nepal to end the blockade.", ("JPN", "NPL", "REQUEST", "asserted")),
    # several doers of one reciprocal act
    ("Japan and Nepal held talks.", ("JPN+NPL", "", "CONSULT", "asserted")),
    ("Japan imposed a ban on imports of tea from Nepal.", ("JPN", "NPL", "SANCTION", "asserted")),
]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_the_whole_says_what_happened(read: Callable[..., Read], text: str, event: Event) -> None:
    assert event in read(text).told()


CONSUMED = [
    ("Japan threatened to invade Nepal.", "ASSAULT"),
    ("Japan accused Nepal of attacking Bhutan.", "ASSAULT"),
    ("Japan eased sanctions on Myanmar.", "SANCTION"),
    ("Japan will not support Nepal.", "SUPPORT"),
    ("Japan will support Nepal.", "SUPPORT"),
    ("Japan agreed to send aid to Nepal.", "AID"),
]


@pytest.mark.parametrize(("text", "kind"), CONSUMED, ids=[f"{t[0]} {t[1]}" for t in CONSUMED])
def test_an_act_that_another_speaks_about_is_no_event_of_its_own(
    read: Callable[..., Read], text: str, kind: str
) -> None:
    assert not [t for t in read(text).told() if t[2] == kind and t[3] == "asserted"]


def test_a_sanction_agreed_on_is_a_planned_sanction(read: Callable[..., Read]) -> None:
    told = read("The European Union agreed to impose sanctions on Belarus.").told()
    assert ("EU", "BLR", "SANCTION", "planned") in told
    assert not [t for t in told if t[2] == "SANCTION" and t[3] == "asserted"]


def test_an_attack_suffered_needs_no_doer(read: Callable[..., Read]) -> None:
    assert ("", "NPL", "ASSAULT", "asserted") in read("Nepal was bombed at night.").told()


def test_a_noun_alone_is_no_event(read: Callable[..., Read]) -> None:
    assert read("The price of sanctions is high.").events == []


def test_aid_without_a_recipient_is_no_event(read: Callable[..., Read]) -> None:
    assert not [t for t in read("Japan provided aid in spring.").told() if t[2] == "AID"]


def test_guilt_told_by_the_article_is_the_deed(read: Callable[..., Read]) -> None:
    told = read("Armenian forces are guilty of violating the ceasefire with Azerbaijan.").told()
    assert told == {("ARM", "AZE", "ASSAULT", "asserted")}


def test_guilt_that_somebody_tells_is_an_accusation(read: Callable[..., Read]) -> None:
    told = read("Azerbaijan said that Armenia was guilty of violating the ceasefire.").told()
    assert told == {("AZE", "ARM", "ACCUSE", "asserted")}


def test_guilt_denied_is_a_deed_denied(read: Callable[..., Read]) -> None:
    told = read("Armenia is not guilty of violating the ceasefire.").told()
    assert told == {("ARM", "", "ASSAULT", "denied")}
