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


SIGNED = [
    ("Tokayev signed a decree banning the export of fuel to China.", "KAZ", "CHN", "asserted"),
    ("The EU adopted a regulation which imposes tariffs on Chinese cars.", "EU", "CHN", "asserted"),
    ("The order, which bans imports of Polish apples, was signed by Putin.", "RUS", "POL", "asserted"),
    ("Kazakhstan published a draft order that extends the ban on wheat imports from Russia.", "KAZ", "RUS", "planned"),
    ("Putin may sign a law that bans imports from Poland.", "RUS", "POL", "hypothetical"),
    ("Putin did not sign a law that bans imports from Poland.", "RUS", "POL", "denied"),
    ("Lawmakers in Latvia proposed a law that bars Belarusian truckers.", "LVA", "BLR", "planned"),
]


@pytest.mark.parametrize(("text", "source", "target", "status"), SIGNED)
def test_who_signs_a_paper_does_what_it_does(
    read: Callable[..., Read], text: str, source: str, target: str, status: str
) -> None:
    event = next(e for e in read(text).events if e.type == "SANCTION")
    assert (event.source, event.target, event.status) == ((source,), (target,), status)


def test_who_reads_a_paper_does_not_do_what_it_does(read: Callable[..., Read]) -> None:
    events = read("Chad studied a law that bans imports from Togo.").events
    assert not [e for e in events if e.type == "SANCTION" and e.source]


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
