"""Whose authorities act where nobody is named: the place, else who acted last."""

import pytest
from tests.extract.test_russian import events


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
