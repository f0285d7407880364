"""Whose authorities act where nobody is named: the place, else who acted last."""

import pytest
from tests.extract.extract_builders import article_of
from tests.extract.test_russian import events

from multivector.extract.compose import compose
from multivector.extract.frames import find_acts


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("В Минске прошли митинги. Задержаны сто человек.", {("BLR",)}),
        ("Белоруссия отвергла упрёки. Журналиста арестовали летом.", {("BLR",)}),
        ("Журналиста арестовали летом.", set()),
        ("Посол Польши в Минске молчит. Полиция Литвы задержала двух поляков.", {("LTU",)}),
    ],
)
def test_arrests_without_a_doer(text: str, sources: set[tuple[str, ...]]) -> None:
    assert {source for kind, source, *_ in events(text) if kind == "COERCE"} == sources


def test_two_deeds_at_home_are_two_events() -> None:
    found = events("В Киргизии задержаны десять человек. Суд арестовал троих из них.")
    assert len([e for e in found if e[0] == "COERCE"]) == 2


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Минский суд арестовал врача. Варшава потребовала освободить осуждённых.", ("REQUEST", ("POL",), ("BLR",))),
        ("В Белоруссии прошли выборы. Евросоюз не признаёт итоги голосования.", ("REJECT", ("EU",), ("BLR",))),
        ("Баку обвинил Россию в пытках, потребовал наказать виновных.", ("REQUEST", ("AZE",), ("RUS",))),
        ("Франция потребовала провести выборы.", ("REQUEST", ("FRA",), ())),
    ],
)
def test_whose_matters_others_speak_of(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert event in [e[:3] for e in events(text)]


def test_a_neighbour_is_the_other_state_spoken_of() -> None:
    found = events("Бишкек и Душанбе закрыли спор. Раньше Киргизия обвиняла соседа в агрессии.")
    assert ("ACCUSE", ("KGZ",), ("TJK",), "asserted") in found


def test_a_protest_somewhere_is_of_its_people_to_its_state() -> None:
    assert ("PROTEST", ("KAZ",), ("KAZ",), "asserted") in events("Акции протеста прошли в Алма-Ате.")


ENGLISH = [
    ("A German journalist was arrested in Iran for spying.", "IRN"),
    ("Two British diplomats were expelled from Russia.", "RUS"),
    ("A Dane jailed in Iran was freed.", "IRN"),
    ("A Chinese student was arrested in Paris by agents of Japan.", "JPN"),
    ("A Turkish imam was arrested near the border of Greece.", None),
    ("A German journalist was killed in Iran.", None),
]


@pytest.mark.parametrize(("text", "state"), ENGLISH)
def test_police_and_courts_of_the_place(text: str, state: str | None) -> None:
    article = article_of(text)
    harm = [c for c in compose(article, find_acts(article)) if c.type in ("COERCE", "SANCTION", "ASSAULT")]
    assert [p.code for c in harm[:1] for p in c.source] == ([state] if state else [])
