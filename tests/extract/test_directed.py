"""Who speaks or acts well or ill of whom."""

import pytest

from multivector.extract.directed import Between, between
from multivector.text.english import parse_english
from multivector.text.paragraphs import paragraphs

TOLD = [
    ("Berlin condemned Moscow.", "Berlin", "Moscow", -1, 0),
    ("Moscow was condemned by Berlin.", "Moscow", "Berlin", 0, -1),
    ("Hungary's support for Serbia is well known.", "Hungary", "Serbia", 1, 0),
    ("Novak said that Miller had lied to everybody.", "Novak", "Miller", -1, 0),
    ("The Herald published interviews praising Miller.", "Herald", "Miller", 1, 0),
    ("Miller, according to the report, met Novak.", "Miller", "Novak", 0, 0),
]


def tone_between(text: str, first: tuple[int, int], second: tuple[int, int]) -> Between:
    parse = parse_english(text, paragraphs(text))
    one, other = ([t.i for t in parse.tokens if t.start < end and t.end > start] for start, end in (first, second))
    return between(parse, one, other)


@pytest.mark.parametrize(("text", "first", "second", "forth", "back"), TOLD)
def test_each_direction_has_its_tone(text: str, first: str, second: str, forth: int, back: int) -> None:
    places = [(text.index(name), text.index(name) + len(name)) for name in (first, second)]
    found = tone_between(text, *places)
    assert [(v > 0.1) - (v < -0.1) for v in found] == [forth, back]


def test_a_place_without_words_has_no_tone() -> None:
    assert tone_between("Berlin condemned Moscow.", (0, 6), (23, 23)) == (0.0, 0.0)
    assert tone_between("Berlin condemned Moscow.", (0, 0), (17, 23)) == (0.0, 0.0)
