"""Bodies that no table has are known by how the text introduces them."""

import pytest
from tests.extract.extract_builders import article_of, codes, token_of

from multivector.extract.introduced import introduced
from multivector.extract.parties import parties
from multivector.text.english import parse_english

TOLD = [
    ("Kazakh oil firm Kazenergy agreed.", "Kazenergy", "KAZ", "BUS"),
    ("The Dutch chipmaker Besemi closed a plant.", "Besemi", "NLD", "BUS"),
    ("Northgate Gold, a Canadian mining company, sued a rival.", "Northgate Gold", "CAN", "BUS"),
    ("A Canadian mining company, Northgate Gold, sued a rival.", "Northgate Gold", "CAN", "BUS"),
    ("The Lagos-based carrier Skyfast sued a rival.", "Skyfast", "NGA", "BUS"),
    ("The Colombian guerrilla group Frente accused a rival.", "Frente", "COL", "BUS"),
    ("The Peruvian newspaper Correo accused a minister.", "Correo", "PER", "JRN"),
]


@pytest.mark.parametrize(("text", "name", "state", "sector"), TOLD, ids=[t[0][:40] for t in TOLD])
def test_a_name_has_the_country_and_kind_that_stand_beside_it(text: str, name: str, state: str, sector: str) -> None:
    article = article_of(text)
    found = [m for m in article.mentions if m.via == "introduction"]
    assert [(text[m.start : m.end], m.state, m.sector) for m in found] == [(name, state, sector)]
    assert article.actors[found[0].actor].name == name


def test_later_it_is_known_by_its_first_word() -> None:
    text = "Northgate Gold, a Canadian mining company, sued Ecuador. Northgate won."
    article = article_of(text)
    assert codes(parties(article, token_of(article, "Northgate", 2).i)) == ["CAN"]


@pytest.mark.parametrize(
    "text",
    [
        "Kazenergy agreed with a firm.",  # no country
        "The Kazakh minister Kazenov agreed.",  # a person
        "A Dutch firm agreed with a rival.",  # no name
        "The weather in Rotterdam was fine.",
    ],
)
def test_without_a_kind_and_a_country_nobody_is_introduced(text: str) -> None:
    assert not [m for m in article_of(text).mentions if m.via == "introduction"]


def test_nothing_is_looked_for_in_other_languages() -> None:
    parse = parse_english("Dutch firm Besemi agreed.", [(0, 25)])
    assert introduced(type(parse)(parse.text, parse.tokens, parse.sentences, parse.bounds, parse.below, "ru"), []) == (
        [],
        [],
    )
