"""The sentences."""

import pytest
from judge_builders import ACTORS, PERCEPTION, document, event, measure, mixed_readings, statement

from multivector.judge import judge
from multivector.judge.answer import stands_at
from multivector.judge.confidence import Ground, confidence
from multivector.judge.describe import clip, describe, listed, midsentence
from multivector.judge.scene import make_scene

SCENE = make_scene(PERCEPTION, [], {}, {actor.code: actor.name for actor in ACTORS})
DOC = document()


def test_a_likelihood_ends_a_sentence() -> None:
    assert stands_at(0.6, 0.45, 0.7) == "is likely, about 60% (between 45% and 70%)"
    assert stands_at(0.5, 0.4, 0.6) == "has a roughly even chance, about 50% (between 40% and 60%)"
    assert stands_at(0.99999, 0.9999, 1.0) == "is almost certain, about 99%"
    assert stands_at(0.02, 0.01, 0.03) == "has almost no chance, about 2% (between 1% and 3%)"


@pytest.mark.parametrize(
    ("ground", "level"),
    [
        (Ground(3, 1, 0.9, 3, 4, 0.2), "low"),
        (Ground(5, 2, 0.6, 3, 6, 0.3), "moderate"),
        (Ground(9, 4, 0.8, 6, 10, 0.2), "high"),
        (Ground(9, 4, 0.6, 6, 10, 0.2), "moderate"),
        (Ground(9, 4, 0.8, 6, 10, 0.6), "low"),
    ],
)
def test_confidence_levels(ground: Ground, level: str) -> None:
    found, reason = confidence(ground)
    assert found == level and reason.startswith(f"Confidence is {level}: ") and reason.endswith(".")


def test_records_in_words() -> None:
    goods = ("wheat", "tomatoes", "peppers", "melons", "lentils")
    assert describe(statement(DOC, "a friend,", 0.5), SCENE) == "Dmitry Peskov's words “a friend”"
    ban = measure(DOC, "x", goods=goods, authority="Rosselkhoznadzor")
    assert describe(ban, SCENE) == "Rosselkhoznadzor's ban on imports of wheat, tomatoes, peppers and 2 other goods"
    assert describe(measure(DOC, "x", goods=goods[:4]), SCENE).endswith("of wheat, tomatoes, peppers and melons")
    assert describe(measure(DOC, "x", goods=()), SCENE) == "Russia's ban on imports"
    assert describe(event(DOC, "a summons", "ACCUSE"), SCENE) == "an accusation by Russia (“a summons”)"


def test_long_words_are_cut_after_a_word() -> None:
    assert clip("one two three", 8) == "one two …"
    assert clip("one\n two") == "one two"
    assert midsentence("Industry insiders") == "industry insiders"
    assert midsentence("Michael Rossi") == "Michael Rossi" and midsentence("United States") == "the United States"
    assert listed(["a"]) == "a" and listed(["a", "b", "c"]) == "a, b and c"


def test_the_answer_and_what_would_change_it() -> None:
    found = judge(PERCEPTION, mixed_readings())
    assert "“Moscow reads it as a betrayal” " in found.answer and "between" in found.answer
    assert "What speaks most for the first is" in found.answer
    assert any("turns for a reader who gave" in line for line in found.would_change)
    assert any("further item" in line for line in found.would_change)
    assert all(line.endswith(".") for line in found.would_change)
