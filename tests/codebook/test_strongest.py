"""The features that speak most for a reading."""

from multivector.codebook.strongest import strongest


def test_the_strongest_come_first_and_equals_by_name() -> None:
    assert strongest({"b": 1.0, "a": 1.0, "c": 2.0}, 2) == ("c", "a")


def test_what_speaks_against_is_no_reason() -> None:
    assert strongest({"a": -1.0, "b": 0.0}, 4) == ()
