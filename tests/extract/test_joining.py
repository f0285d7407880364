"""Quotations that a speaker's tag breaks, that stand inside a phrase, or that go on without a cue."""

import time
from collections.abc import Callable

import pytest
from tests.conftest import Read

SPLIT = [
    ('"We have agreed," Lavrov said. "Now the others have to decide."', "We have agreed", "have to decide"),
    (
        '"We have agreed," said Wang Yi, the minister, in Beijing. "Nobody objected."',
        "We have",
        "Nobody objected",
    ),
    ('"What matters," Peskov said, "is that the treaty holds for ten years."', "What matters", "ten years"),
    ("«We have agreed», said Lavrov. «Now the others have to decide.»", "We have agreed", "have to decide"),
    ("„We have agreed“, said Lavrov. „Now the others have to decide.“", "We have agreed", "have to decide"),
    ("'We won't give in,' Lavrov said. 'Now the others have to decide.'", "We won't", "have to decide"),
]


@pytest.mark.parametrize(("text", "first", "last"), SPLIT, ids=[s[0][:30] for s in SPLIT])
def test_both_parts_of_a_broken_quotation_are_one_statement(
    read: Callable[..., Read], text: str, first: str, last: str
) -> None:
    found = read(text).statements
    assert len(found) == 1
    assert found[0].direct
    assert first in found[0].content.quote
    assert last in found[0].content.quote


def test_the_tag_between_the_parts_is_not_spoken(read: Callable[..., Read]) -> None:
    found = read('"We are ready," said Peskov of Russia. "Serbia is a reliable friend."').statements
    assert found[0].about == ("SRB",)


def test_two_speakers_in_a_paragraph_stay_two(read: Callable[..., Read]) -> None:
    found = read('"We agreed on it," Lavrov said. "We did not agree," Kuleba told reporters.').statements
    assert len(found) == 2


def test_words_around_a_fragment_belong_to_what_is_said(read: Callable[..., Read]) -> None:
    found = read('Lavrov accused Georgia of being "led astray" by its allies.').statements
    assert len(found) == 1
    assert "its allies" in found[0].content.quote


def test_fragments_under_one_cue_are_one_statement(read: Callable[..., Read]) -> None:
    found = read('Kuleba called Lavrov a "serial liar", a "bully" and a "man without shame".').statements
    assert len(found) == 1
    assert "serial liar" in found[0].content.quote
    assert "without shame" in found[0].content.quote


def test_a_name_in_quotation_marks_is_no_speech(read: Callable[..., Read]) -> None:
    found = read('Lavrov told the "Moscow Morning Show" that the treaty would hold.').statements
    assert not [s for s in found if "Morning Show" in s.content.quote]


def test_what_somebody_is_called_is_speech_though_it_is_capitalised(read: Callable[..., Read]) -> None:
    found = read('Lavrov hailed Tokayev as the "Wise Man of the Steppe".').statements
    assert any("Wise Man" in s.content.quote for s in found)


def test_a_million_marks_take_linear_time(read: Callable[..., Read]) -> None:
    def seconds(times: int) -> float:
        started = time.perf_counter()
        read('"a" said "b" ' * times)
        return time.perf_counter() - started

    seconds(10)
    assert seconds(800) < 12 * max(seconds(200), 0.05)


def test_a_quotation_behind_a_colon_is_whose_clause_leads_to_it(read: Callable[..., Read]) -> None:
    text = 'Armenian Minister Gevorg Papoyan linked the ban to politics: "When Moscow is unhappy, pests are found."'
    assert [s.speaker.name for s in read(text).statements] == ["Gevorg Papoyan"]
    assert not read('The rules are simple: "No flowers without papers."').statements


def test_a_dateline_is_no_part_of_the_quotation_behind_it(read: Callable[..., Read]) -> None:
    found = read('MOSCOW - "We will not give in to London," Lavrov told reporters.').statements
    assert [s.content.quote.startswith("We will") for s in found] == [True]
    assert found[0].about == ("GBR",)
