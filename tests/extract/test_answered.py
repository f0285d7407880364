"""Whom an answer is aimed at that names only the deed."""

from collections.abc import Callable

import pytest
from tests.conftest import Read
from tests.extract.extract_builders import read_russian

from multivector.model import Event


def events(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(e.type, e.source, e.target) for e in read_russian(text).records if isinstance(e, Event)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Казахстан продлил запрет на экспорт лука. Ташкент выразил недовольство этой мерой.",
            ("ACCUSE", ("UZB",), ("KAZ",)),
        ),
        ("Словакия передала Украине танки. Передача танков осуждена Москвой.", ("ACCUSE", ("RUS",), ("SVK",))),
        ("Моди прибыл в Москву. Киев раскритиковал этот визит.", ("ACCUSE", ("UKR",), ("IND",))),
    ],
)
def test_the_doer_of_the_deed_before_is_meant(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert event in events(text)


def test_an_owned_deed_is_its_owners() -> None:
    found = events("Казахстан продлил запрет. Ташкент раскритиковал решение Киева.")
    assert ("ACCUSE", ("UZB",), ("UKR",)) in found


def test_nobody_is_meant_who_only_answers() -> None:
    assert ("ACCUSE", ("UZB",), ("UZB",)) not in events("Ташкент раскритиковал решение.")


def test_concern_over_an_incident_is_about_nobody_who_stood_by(read: Callable[..., Read]) -> None:
    text = "The United States said it stood by Japan. South Korea expressed concern over the incident."
    assert not [e for e in read(text).events if "USA" in e.target]


def test_a_protest_is_that_of_who_lodged_it(read: Callable[..., Read]) -> None:
    text = "Japan lodged a protest with China on Thursday. China's foreign ministry rejected the protest."
    assert ("REJECT", ("CHN",), ("JPN",)) in {(e.type, e.source, e.target) for e in read(text).events}


def test_the_strikes_condemned_are_the_others(read: Callable[..., Read]) -> None:
    text = "Turkish warplanes struck Iraq. Baghdad condemned the strikes as a violation of its sovereignty."
    assert {s.about for s in read(text).statements} == {("TUR",)}


def test_it_is_a_speaker_of_whom_nothing_is_known(read: Callable[..., Read]) -> None:
    text = "The UAE denied the charge. The Wagah Front said it accepted the plan."
    assert not [e for e in read(text).events if e.type == "AGREE" and "ARE" in e.source]
