"""Who acts where an instrument does."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

AGREED = "The European Union imposed sanctions on Belarus. "
ENACTED = [
    (AGREED + "The measures ban imports of potash.", ("EU",), ("BLR",)),
    (AGREED + "The package bans imports of potash from Belarus.", ("EU",), ("BLR",)),
]


@pytest.mark.parametrize(("text", "source", "target"), ENACTED)
def test_an_instrument_acts_for_who_enacted_it(
    read: Callable[..., Read], text: str, source: tuple[str, ...], target: tuple[str, ...]
) -> None:
    event = next(e for e in read(text).events if "ban" in e.evidence.quote)
    assert (event.type, event.source, event.target) == ("SANCTION", source, target)


@pytest.mark.parametrize("text", ["The measures ban imports of potash.", AGREED + "A measure bans imports of potash."])
def test_nobody_is_made_up(read: Callable[..., Read], text: str) -> None:
    assert not [e for e in read(text).events if "potash" in e.evidence.quote and e.source]


AIMED = [
    ("The EU imposed sanctions on Belarus, targeting its state airline.", set()),
    ("Turkey sent jets over Iraq, targeting a hideout in Iraq.", {"ASSAULT"}),
]


@pytest.mark.parametrize(("text", "kinds"), AIMED)
def test_sanctions_target_nobody_with_arms(read: Callable[..., Read], text: str, kinds: set[str]) -> None:
    assert {e.type for e in read(text).events} & {"ASSAULT"} == kinds


def test_what_several_sign_about_is_no_party(read: Callable[..., Read]) -> None:
    (event,) = read("China and Kenya signed a memorandum on extending the railway to the Ugandan border.").events
    assert (event.source, event.target) == (("CHN", "KEN"), ())
