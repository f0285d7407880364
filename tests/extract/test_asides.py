"""Attributions put into the middle of a sentence, and what only looks like one."""

import pytest

from multivector.extract.asides import LONGEST, find_asides


def asides(text: str) -> list[str]:
    return [text[start:end] for start, end in find_asides(text)]


FOUND = [
    ("The pipeline, claimed the regulator, had leaked for weeks.", ", claimed the regulator,"),
    ("The pipeline, the regulator claimed, had leaked for weeks.", ", the regulator claimed,"),
    ("The pipeline, said Moreau, had leaked for weeks.", ", said Moreau,"),
    ("The pipeline, Moreau said, had leaked for weeks.", ", Moreau said,"),
    ("The border, he noted, stays shut.", ", he noted,"),
    ("The border, as officials confirmed, stays shut.", ", as officials confirmed,"),
    ("The border, as officials admitted, stays shut.", ", as officials admitted,"),
    ("The border, says a senior diplomat, stays shut.", ", says a senior diplomat,"),
    ("The border, denied its spokesman, stays shut.", ", denied its spokesman,"),
]


@pytest.mark.parametrize(("text", "aside"), FOUND)
def test_finds_inserted_attributions(text: str, aside: str) -> None:
    assert asides(text) == [aside]


LEFT = [
    "Moreau, the regulator of the ports, left.",  # apposition
    "Figs, dates, the usual melons, and grapes were banned.",  # list
    "The envoy, explained last week that the country, once a colony, was free.",
    "The envoy, who said nothing, left.",  # a clause of its own
    "The report, said to be false, was withdrawn.",
    "He left, said goodbye, and flew home.",
    "The ministry said the border, the longest of all, was shut.",
    "The pipeline leaked, claimed the regulator.",  # at the end
    'The minister, said "the end is near", left.',
]


@pytest.mark.parametrize("text", LEFT)
def test_leaves_other_commas_alone(text: str) -> None:
    assert asides(text) == []


def test_finds_each_of_several() -> None:
    assert asides("It, said Ann, is so. It, said Bob, is not.") == [", said Ann,", ", said Bob,"]


def test_no_aside_is_longer_than_a_short_clause() -> None:
    text = "The pipeline, said the " + "very " * 30 + "old man, leaked."
    assert all(end - start <= LONGEST for start, end in find_asides(text))


@pytest.mark.parametrize("piece", [", the a b c d", ", said the ", ", Xx", ",", ", he the said said "])
def test_long_hostile_text_comes_to_an_end(piece: str) -> None:
    assert all(end - start <= LONGEST for start, end in find_asides(piece * 40_000))
