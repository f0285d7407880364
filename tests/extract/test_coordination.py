"""One walk over what is coordinated, bounded."""

from tests.extract.extract_builders import article_of, token_of

from multivector.extract.coordination import MOST, conjuncts, coordinated


def test_a_list_is_walked_however_deep_it_hangs() -> None:
    article = article_of("Chad, Mali, Niger and Togo signed.")
    assert [t.text for t in coordinated(article.parse, token_of(article, "Chad"))] == ["Chad", "Mali", "Niger", "Togo"]
    assert [t.text for t in coordinated(article.parse, token_of(article, "Togo"))] == ["Togo"]


def test_the_second_of_two_names_with_roles_is_one_too() -> None:
    article = article_of("Libyan leader Omar Saleh and Bulgarian President Ivan Petrov met.")
    found = {t.text for t in conjuncts(article.parse, token_of(article, "Saleh").i)}
    assert "Ivan Petrov" in found or "Petrov" in found


def test_a_hostile_list_is_cut() -> None:
    article = article_of("They met " + ", ".join(["Chad"] * 400) + " and Mali.")
    first = next(t for t in article.parse.tokens if t.text == "Chad")
    assert len(coordinated(article.parse, first)) <= MOST
    assert len(conjuncts(article.parse, first.i)) <= MOST
