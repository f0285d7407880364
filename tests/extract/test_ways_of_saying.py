"""Classes of attribution that unseen news brought up: who speaks, what is said, and what says nothing."""

import pytest

from multivector.model import Statement
from multivector.pipeline import code_row


def _said(text: str) -> list[Statement]:
    return [r for r in code_row("a", text, "2024-10-18").records if isinstance(r, Statement)]


SPEAKERS = [
    ("A State Department spokesman, Matthew Miller, said the vote was being watched.", "Matthew Miller"),
    ("A Foreign Ministry spokeswoman, Mao Ning, said Beijing opposed the tariffs.", "Mao Ning"),
    ("Prices will not fall before spring, wrote Kommersant.", "Kommersant"),
    ("In the words of Lavrov, the proposal is a dead end for everybody.", "Sergey Lavrov"),
    ("In Lavrov's view, the proposal is a dead end for everybody.", "Sergey Lavrov"),
    ("The regulator has made it clear that imports will stop.", "regulator"),
    ("Vučić said Serbia would remember this.", "Aleksandar Vučić"),
    ("Kazakhstan has no plans to join the union — presidential spokesman", "presidential spokesman"),
    ("Tokayev on BRICS: 'We have no such plans'", "Kassym-Jomart Tokayev"),
    ("China: arms sales to Taiwan a 'grave provocation'", "China"),
    ("Zelensky says foreign troops already in Kursk region", "Volodymyr Zelensky"),
]
UNSAID = [
    "Latvia ordered out six Russian envoys on Friday.",
    "Colombia has recalled its ambassador from Buenos Aires.",
    "BRICS admitted Egypt, Ethiopia and Iran on January 1.",
    "In view of the drought, Kazakhstan will import wheat.",
    "Kazakhstan — a country of steppes",
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_speaks(text: str, speaker: str) -> None:
    assert speaker in [s.speaker.name for s in _said(text)]


@pytest.mark.parametrize("text", UNSAID)
def test_what_says_nothing(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(("opening", "closing"), [("``", "''"), ("''", "''"), ("“", "”"), ("«", "»"), ('"', '"')])
def test_marks_of_all_kinds_hold_what_is_said(opening: str, closing: str) -> None:
    text = f"{opening}This is a provocation,{closing} Zakharova said. {opening}Warsaw knows it.{closing}"
    found = _said(text)
    assert len(found) == 1
    assert found[0].direct
    assert found[0].content.quote.startswith("This is")
    assert found[0].content.quote.endswith("Warsaw knows it.")


def test_a_quotation_with_a_tag_of_its_own_is_another_speakers() -> None:
    found = _said('"That is a lie," said one European official. "Total nonsense," said another.')
    assert [(s.speaker.name, s.content.quote) for s in found] == [
        ("one European official", "That is a lie,"),
        ("another", "Total nonsense,"),
    ]


def test_whom_an_indefinite_deed_means_is_not_guessed_from_a_town() -> None:
    found = _said("Hungary's Peter Szijjarto, speaking in New York, said Budapest would veto any new sanctions.")
    assert all("USA" not in s.about for s in found)


def test_help_that_is_blamed_is_no_praise() -> None:
    found = _said('The G7 said it was "gravely concerned" by China\'s support for Iran.')
    tones = {t.actor: t.value for s in found for t in s.stance}
    assert tones["CHN"] < -0.15
    assert tones["IRN"] < 0.15


def test_praise_that_stands_alone_is_praise() -> None:
    found = _said("Tokayev thanked China for its support.")
    assert {t.actor: t.value for s in found for t in s.stance}["CHN"] > 0.4


def test_a_heading_in_single_marks_is_not_carried_on() -> None:
    text = "\"We shall see whether it works,\" Lavrov said.\n\n'All Bets Are Off.'\n\nThe rouble fell on Thursday."
    assert [s.content.quote for s in _said(text)] == ["We shall see whether it works,"]


def test_a_programmes_name_is_no_speech() -> None:
    found = _said('"We honour our military," Flynn said on the channel\'s "Fox and Friends."')
    assert [s.content.quote for s in found] == ["We honour our military,"]
