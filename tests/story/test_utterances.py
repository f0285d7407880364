"""One utterance that articles give to two people."""

from dataclasses import replace

import pytest
from tests.story.story_builders import told

from multivector.model import Reading, Statement
from multivector.story.utterances import MOST_SPEAKERS, two_speakers

WORDS = "Trade with our neighbours will grow in every season"


def said(name: str, speaker: str, day: str | None, words: str = WORDS) -> Reading:
    """An article in which a person is quoted."""
    spoken = told("said", f'"{words}," Foreign Minister Hakan Fidan said on Monday.')
    record = next(r for r in spoken.records if isinstance(r, Statement))
    who = replace(record.speaker, name=speaker, actor=f"person:{speaker.casefold().replace(' ', '-')}")
    quoted = replace(record, id=f"sta-{name}", speaker=who)
    return replace(spoken, document=replace(spoken.document, id=name, name=name, published=day), records=(quoted,))


def rivals(*readings: Reading) -> set[frozenset[str]]:
    found = two_speakers(readings, 60)
    return {frozenset((one.reading.document.name, other.reading.document.name)) for one, other in found}


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [("2025-01-01", "2025-01-20", True), ("2025-01-01", "2025-06-01", False), ("2025-01-01", None, True)],
)
def test_within_sixty_days_or_where_no_day_is_known(first: str, second: str | None, found: bool) -> None:
    assert bool(rivals(said("a", "Ada One", first), said("b", "Bo Two", second))) is found


def test_one_speaker_under_two_names_is_one() -> None:
    assert rivals(said("a", "Ada One", None), said("b", "Minister One", None)) == set()


def test_every_quotation_with_a_rival_is_told_though_not_every_pair() -> None:
    many = [said(f"a{i}", "Ada One", "2025-01-01") for i in range(200)]
    found = rivals(*many, said("b", "Bo Two", "2025-01-02"))
    assert {name for pair in found for name in pair} == {*(f"a{i}" for i in range(200)), "b"}
    assert len(found) == 200


def test_nearly_the_same_words_are_one_utterance() -> None:
    other = said("b", "Bo Two", "2025-01-02", WORDS.replace("every", "each"))
    assert rivals(said("a", "Ada One", "2025-01-01"), other)


def test_a_formula_that_many_say_misquotes_nobody() -> None:
    people = [said(name, f"{name}a {name}o", "2025-01-01") for name in "BCDFGHKLM"[: MOST_SPEAKERS + 1]]
    assert rivals(*people) == set()
    assert rivals(*people[:MOST_SPEAKERS])
