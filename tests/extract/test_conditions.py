"""What frames may ask of their arguments: a word with the one before it, ties of matter, a threat behind "or"."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

from multivector.model import Event


def _types(read: Callable[..., Read], text: str) -> set[str]:
    return {e.type for e in read(text, None).events}


def _only(read: Callable[..., Read], text: str) -> Event:
    (event,) = read(text, None).events
    return event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iran restored trade links with Oman.", "COOPERATE"),
        ("Iran restored diplomatic relations with Oman.", "SUPPORT"),
        ("Iran expanded military cooperation with Oman.", "COOPERATE"),
        ("Iran restored relations with Oman.", "SUPPORT"),
    ],
)
def test_ties_of_matter_are_cooperation_others_are_support(read: Callable[..., Read], text: str, kind: str) -> None:
    event = _only(read, text)
    assert (event.type, event.source, event.target) == (kind, ("IRN",), ("OMN",))


def test_an_order_with_its_or_is_a_threat(read: Callable[..., Read]) -> None:
    assert _types(read, "Chad told Libya to withdraw or face attack.") == {"THREATEN"}
    assert "THREATEN" not in _types(read, "Chad told Libya to withdraw or to stay.")
    assert "THREATEN" not in _types(read, "Chad told Libya to withdraw.")


def test_what_is_told_by_its_negation(read: Callable[..., Read]) -> None:
    event = _only(read, "Beijing would not rule out the use of force against Taiwan.")
    assert (event.type, event.source, event.target, event.status) == ("THREATEN", ("CHN",), ("TWN",), "asserted")
    assert "THREATEN" not in _types(read, "Beijing ruled out the use of force against Taiwan.")


def test_a_phrase_that_the_parser_hung_on_the_object_counts(read: Callable[..., Read]) -> None:
    event = _only(read, "Britain downgraded its mission in Zimbabwe.")
    assert (event.type, event.source, event.target) == ("SANCTION", ("GBR",), ("ZWE",))


def test_those_between_whom_something_is_restored_act_with_one_another(read: Callable[..., Read]) -> None:
    event = _only(read, "Diplomatic relations between Chad and Niger were restored.")
    assert event.type == "SUPPORT"
    assert {*event.source, *event.target} == {"TCD", "NER"}
    assert _types(read, "The bridge between Chad and Niger was restored.") == set()


def test_a_vehicle_acts_for_its_owner(read: Callable[..., Read]) -> None:
    event = _only(read, "Lorries of the Red Cross carried blankets into Gaza.")
    assert (event.type, event.source) == ("AID", ("ICRC",))
    assert _types(read, "Lorries full of blankets stood in Gaza.") == set()


def test_regular_verbs_that_the_model_does_not_know(read: Callable[..., Read]) -> None:
    assert _types(read, "Iran relaunched talks with Oman.") == {"CONSULT"}
    assert _types(read, "Oman and Iran exchanged data on smugglers.") == {"COOPERATE"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The parliament of Georgia voted to condemn Russia.", "ACCUSE", "asserted"),
        ("The parliament of Georgia may vote to condemn Russia.", "ACCUSE", "hypothetical"),
        ("Turkish troops will pull out of Syria unless Russia leaves.", "THREATEN", "planned"),
        ("Turkish troops will pull out of Syria.", "AGREE", "planned"),
        ("Norway stopped paying its grants to Hungary.", "SANCTION", "asserted"),
        ("Norway did not stop paying its grants to Hungary.", "SANCTION", "denied"),
        ("Kyiv quit a joint commission with Minsk.", "SANCTION", "asserted"),
        ("Armenian forces broke the ceasefire agreement with Azerbaijan.", "ASSAULT", "asserted"),
        ("Armenian forces broke the trade agreement with Azerbaijan.", None, None),
    ],
)
def test_votes_ends_and_conditions(read: Callable[..., Read], text: str, kind: str | None, status: str | None) -> None:
    found = [(e.type, e.status) for e in read(text, None).events]
    if kind is None:
        assert ("ASSAULT", "asserted") not in found
    else:
        assert (kind, status) in found
