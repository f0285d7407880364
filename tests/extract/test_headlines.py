"""Speakers set apart by a colon or a dash."""

from collections.abc import Callable

import pytest
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Lavrov: Kazakhstan must clarify it\n\nThe talks went on.",
            "Sergey Lavrov",
            "Kazakhstan must clarify",
        ),
        ("Kremlin: Armenia is free to leave the alliance\n\nThe talks went on.", "Kremlin", "Armenia is free to leave"),
        (
            "Kazakhstan must clarify its position - Sergey Lavrov\n\nThe talks went on.",
            "Sergey Lavrov",
            "Kazakhstan must",
        ),
        (
            "TAPPER: Do you trust the Russian government?\n\nTAPPER: Let us move on to China now.",
            "TAPPER",
            "Let us move on to China now",
        ),
    ],
)
def test_a_colon_or_dash_sets_the_speaker_apart(read: Callable[..., Read], text: str, name: str, words: str) -> None:
    found = [s for s in read(text).statements if words in s.content.quote]
    assert [s.speaker.name for s in found] == [name]
    assert found[0].cue in (":", "-")


@pytest.mark.parametrize(
    "text",
    [
        "CENTRAL ASIA BLOG: Might Moscow see the decision as a betrayal?",
        "Update: five people died near the border with China.",
        "Russia: five people died in a mine.",
        "The list of guests: Lavrov, Blinken and Wang Yi.",
        "Read more: how China sees it",
    ],
)
def test_a_topic_before_a_colon_does_not_speak(read: Callable[..., Read], text: str) -> None:
    assert not [s for s in read(text).statements if s.cue == ":"]
