import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.text.traced import Traced
from multivector.text.wraps import assemble

PARAGRAPHS = (
    "Kazakhstan has no plans to seek membership in the bloc in the foreseeable future, the president's spokesman said"
    " last week, adding that the country would keep its focus on the United Nations as the primary platform.",
    "Russia respects the decision. It expects the president to attend the summit, where he will be a guest.",
    "Observers point to an expanding set of import bans on agricultural products that regulators in Russia have applied"
    " to wheat, tomatoes, peppers, fresh melons, flax seeds and lentils from the country to its south.",
)


def stored(text: str) -> str:
    lines = [line.strip() for line in text.split("\n")]
    return assemble([Traced(line, range(len(line))) for line in lines]).text


@pytest.mark.parametrize("width", [45, 72, 80, 100])
def test_hard_wraps_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in PARAGRAPHS)
    assert stored(wrapped) == "\n\n".join(PARAGRAPHS)
    single = "\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in PARAGRAPHS)
    assert stored(single).replace("\n\n", " ") == " ".join(PARAGRAPHS)


def test_a_line_a_paragraph_stays_so() -> None:
    assert stored("\n".join(PARAGRAPHS)) == stored("\n\n\n".join(PARAGRAPHS)) == "\n\n".join(PARAGRAPHS)
    assert stored("A heading over it\nRussia banned wheat.\n- one\n- two") == "\n\n".join(
        ["A heading over it", "Russia banned wheat.", "- one", "- two"]
    )


def test_a_stray_wrap_is_joined() -> None:
    assert stored("Russia's safety watchdog has lately imposed bans on\nwheat.\nMore.") == (
        "Russia's safety watchdog has lately imposed bans on wheat.\n\nMore."
    )


def test_a_line_that_ends_in_a_preposition_goes_on() -> None:
    text = "Latvia's foreign minister recalled the ambassador from Vilnius on\n2 March 2024."
    assert stored(text) == text.replace("\n", " ")


def test_words_broken_at_a_hyphen() -> None:
    text = (
        "The ministry said that the two sides would continue their negotia-\ntions on the multi-vector policy and that"
        " the new multi-\nvector policy would be presented to the parliament in spring\nof the coming year."
    )
    found = stored(text)
    assert "their negotiations on" in found
    assert "new multi-vector policy would" in found


@given(st.lists(st.text(alphabet="abc .-\n", max_size=30), max_size=6))
def test_no_letter_is_lost_and_no_single_newline_stands(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    found = stored(text)
    assert [c for c in found if c in "abc."] == [c for c in text if c in "abc."]
    assert "\n" not in found.replace("\n\n", "")
    assert "\n\n\n" not in found
