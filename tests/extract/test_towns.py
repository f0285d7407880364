"""Towns outside the project's own tables."""

import pytest
from tests.extract.extract_builders import article_of

FOUND = [
    ("Police in Maradi arrested twelve students.", "NER"),
    ("Gunmen kidnapped two engineers near Tillabéri, Niger.", "NER"),
    ("Rioters in Jalal-Abad burned the office of a company.", "KGZ"),
    ("Protesters in Rosario blocked the bridge.", "ARG"),
]


@pytest.mark.parametrize(("text", "state"), FOUND, ids=[t[1] + t[0][:20] for t in FOUND])
def test_a_town_names_its_state(text: str, state: str) -> None:
    assert {m.state for m in article_of(text).mentions} == {state}


@pytest.mark.parametrize(
    "text", ["Paris Hilton sang.", "Mobile phones rang.", "Nancy Tembo arrived with Florence Banda."]
)
def test_people_and_things_are_no_towns(text: str) -> None:
    assert [m for m in article_of(text).mentions if m.via == "city"] == []
