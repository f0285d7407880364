import pytest

from multivector.extract.names import find_names
from multivector.world.actors import actors
from multivector.world.names import Name, names
from multivector.world.table import rows

LANGUAGES = ("en", "ru")
NAMED = [
    ("en", "Russia", "RUS", "name"),
    ("en", "Russian", "RUS", "demonym"),
    ("en", "Moscow", "RUS", "capital"),
    ("en", "Kremlin", "RUS", "metonym"),
    ("en", "Kazan", "RUS", "city"),
    ("en", "Astana", "KAZ", "capital"),
    ("en", "Brussels", "EU", "metonym"),
    ("en", "UN", "UN", "acronym"),
    ("en", "Rosselkhoznadzor", "body:rosselkhoznadzor", "name"),
    ("en", "Sergey Lavrov", "person:sergey-lavrov", "person"),
    ("ru", "Россия", "RUS", "name"),
    ("ru", "Москва", "RUS", "capital"),
    ("ru", "Кремль", "RUS", "metonym"),
    ("ru", "Брюссель", "EU", "metonym"),
    ("ru", "БРИКС", "BRICS", "name"),
    ("ru", "ООН", "UN", "acronym"),
    ("ru", "Сергей Лавров", "person:sergey-lavrov", "person"),
]
LONGEST = [
    ("The South Korean minister spoke.", [("South Korean", "KOR")]),
    ("The United Nations Security Council met.", [("United Nations Security Council", "UNSC")]),
    ("South Sudan left, Guinea-Bissau stayed.", [("South Sudan", "SSD"), ("Guinea-Bissau", "GNB")]),
    ("Outside the Moscow Kremlin", [("Moscow Kremlin", "RUS")]),
    ("Farmers in Indiana", [("Indiana", "USA")]),
    ("Ships in the Persian Gulf and the Indian Ocean", []),
    ("Talks in Brussels", [("Brussels", "EU")]),
    ("Indians met a Nigerian in Niger.", [("Indians", "IND"), ("Nigerian", "NGA"), ("Niger", "NER")]),
]


@pytest.mark.parametrize(("language", "phrase", "actor", "via"), NAMED)
def test_phrases_name_their_actor(language: str, phrase: str, actor: str, via: str) -> None:
    name = names(language)[phrase]
    assert (name.phrase, name.actor, name.via) == (phrase, actor, via)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_a_clean_phrase_of_a_known_actor(language: str) -> None:
    def is_wrong(phrase: str, name: Name) -> bool:
        clean = phrase == name.phrase == " ".join(phrase.split()) and phrase and name.form
        protected = name.via == "protected" and name.actor == ""
        known = name.actor in actors() and actors()[name.actor].kind == name.kind
        return not (clean and (protected or known))

    assert [phrase for phrase, name in names(language).items() if is_wrong(phrase, name)] == []


@pytest.mark.xfail(strict=True, reason="some acronyms have two words (IPA CIS, UNP OON), and they become the form")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_that_the_parser_sees_is_one_word(language: str) -> None:
    assert [name for name in names(language).values() if len(name.form.split()) != 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_organisation_has_a_name(language: str) -> None:
    named = {name.actor for name in names(language).values()}
    codes = {row["code"] for table in ("states", "organisations") for row in rows(table)}
    assert codes - named == set()


def test_protected_phrases_name_nobody() -> None:
    for row in rows("protected"):
        name = names()[row["phrase"]]
        assert (name.actor, name.via, name.state) == ("", "protected", None)
        assert find_names(f"They met at the {row['phrase']}.") == ()


def test_a_metonym_stands_before_the_city_of_the_same_name() -> None:
    brussels = names()["Brussels"]
    assert (brussels.kind, brussels.state) == ("organisation", None)


@pytest.mark.parametrize(("text", "found"), LONGEST)
def test_the_longest_name_wins(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[hit.start : hit.end], hit.name.actor) for hit in find_names(text)] == found
