"""Runs of words around two marked actors."""

import pytest

from multivector.extract.directed_runs import RUN, runs
from multivector.text.base import Parse
from multivector.text.english import parse_english
from multivector.text.paragraphs import paragraphs

TEXT = "On Monday the minister Novak was slammed by Miller for 30 lies."


def read(text: str, source: str, target: str) -> dict[str, float]:
    parse = parse_english(text, paragraphs(text))
    return runs(parse, _at(parse, source), _at(parse, target))


def _at(parse: Parse, name: str) -> tuple[int, ...]:
    return tuple(t.i for t in parse.tokens if t.text in name.split())


def test_actors_stand_as_what_they_are_and_the_order_is_kept() -> None:
    found = read(TEXT, "Miller", "Novak")
    assert found["run 3:slam by SOURCE"] == 1.0
    assert found["run 2between<:slam by"] == 1.0
    assert found["run whole:TARGET be slam by SOURCE"] == 1.0
    assert found["run source-1:by"] == 1.0
    assert "run 3:slam by TARGET" not in found
    assert "run 3:slam by TARGET" in read(TEXT, "Novak", "Miller")


def test_articles_are_left_out_and_numbers_are_one() -> None:
    found = read(TEXT, "Miller", "Novak")
    assert "run 3behind<:for # lie" in found
    assert not any(" the" in name for name in found)


def test_a_name_of_many_words_is_one_actor() -> None:
    found = read("Jan Novak met Miller.", "Jan Novak", "Miller")
    assert "run whole:SOURCE meet TARGET" in found


def test_words_far_from_both_say_little() -> None:
    text = "Novak met Miller in Oslo and went on to talk of trade, of fish, of cod, of herring and of quotas at last."
    found = read(text, "Novak", "Miller")
    assert 0 < found["run any:quota"] < 1
    assert not any("quota" in name for name in found if not name.startswith("run any"))


@pytest.mark.parametrize("name", ["Nobody", ""])
def test_an_actor_without_words_has_no_runs(name: str) -> None:
    assert read(TEXT, "Novak", name) == {}


def test_all_are_named_as_runs() -> None:
    assert all(name.startswith(RUN) for name in read(TEXT, "Novak", "Miller"))
