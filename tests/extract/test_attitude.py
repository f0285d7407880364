"""Which of two marked actors speaks or acts well or ill of the other."""

import pytest

from multivector.codebook.attitudes import CLASSES, START, Attitudes
from multivector.tones import attitude_between, attitude_features

TOLD = [
    ("Senator Novak slammed Miller over the vote.", "Novak", "Miller", "ill of q by p"),
    ("Novak was slammed by Miller over the vote.", "Novak", "Miller", "ill of p by q"),
    ("Novak praised Miller for his courage.", "Novak", "Miller", "good of q by p"),
    ("Novak was praised by Miller for his courage.", "Novak", "Miller", "good of p by q"),
    ("Novak and Miller arrived in Geneva on Monday.", "Novak", "Miller", "neutral"),
    ("Novak spoke in Geneva, where the talks begin on Monday.", "Novak", "Geneva", "neutral"),
]


def places(text: str, *names: str) -> list[tuple[int, int]]:
    return [(text.index(name), text.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(("text", "first", "second", "expected"), TOLD)
def test_each_class_is_read(text: str, first: str, second: str, expected: str) -> None:
    assert CLASSES[attitude_between(text, *places(text, first, second)).label] == expected


def test_an_attitude_names_its_reasons_and_a_neutral_one_has_none() -> None:
    text = "Novak slammed Miller over the vote."
    found = attitude_between(text, *places(text, "Novak", "Miller"))
    assert found.tones.forth < -0.3 < found.tones.back + 0.3
    assert found.reasons
    assert any("slam" in reason or "deed-" in reason or "tone" in reason for reason in found.reasons)
    text = "Novak and Miller arrived in Geneva on Monday."
    assert attitude_between(text, *places(text, "Novak", "Miller")).reasons == ()


def test_a_place_without_words_is_neutral() -> None:
    assert attitude_between("Berlin condemned Moscow.", (0, 6), (23, 23)).label == 0
    assert attitude_between("Berlin condemned Moscow.", (0, 0), (17, 23)).tones == (0.0, 0.0)


def test_both_sides_see_the_same_way_from_their_ends() -> None:
    text = "Miller was slammed by Novak."
    forth, back = attitude_features(text, *places(text, "Miller", "Novak"))
    assert "order:>" in forth
    assert "order:<" in back
    assert forth["passive:target"] == back["passive:source"] == 1.0
    assert back["deed-:subject object"] > 0
    assert forth["deed-:object subject"] > 0


def test_particles_and_negation_belong_to_a_deed() -> None:
    text = "Novak did not endorse Miller."
    forth, _ = attitude_features(text, *places(text, "Novak", "Miller"))
    assert any(name.startswith("deed-") for name in forth)
    text = "Novak turned down Miller."
    forth, _ = attitude_features(text, *places(text, "Novak", "Miller"))
    assert "way:turn down" in forth


def test_strengths_lie_between_nought_and_one() -> None:
    text = "The fierce critic, whom Novak loathes and despises, said that Miller's vile attack had failed utterly."
    for side in attitude_features(text, *places(text, "Novak", "Miller")):
        assert all(0 <= strength <= 1 for strength in side.values())


def test_runs_are_read_where_the_weights_know_them() -> None:
    """The shipped weights know none; a user's may."""
    text = "Novak met Miller in Oslo."
    spots = places(text, "Novak", "Miller")
    own = Attitudes((-2.0,) * len(START), {"run whole:SOURCE meet TARGET": (5.0, 0.0)})
    assert CLASSES[attitude_between(text, spots[0], spots[1], own).label] == "good of q by p"
    assert CLASSES[attitude_between(text, *spots).label] == "neutral"
    assert not any(name.startswith("run ") for name in attitude_features(text, *spots)[0])
