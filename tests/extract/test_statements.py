"""Who said what: direct, indirect and mixed speech in the shapes that news gives it."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

SAID = [
    ('"We will not accept this," Sergei Lavrov said.', "Lavrov", "RUS", True, "We will not accept this"),
    ('Said Lavrov: "We will not accept this decision."', "Lavrov", "RUS", True, "We will not accept this decision"),
    ("“The talks were useful,” said Wang Yi.", "Wang Yi", "CHN", True, "The talks were useful"),
    ("Lavrov said that Armenia was free to choose.", "Lavrov", "RUS", False, "Armenia was free to choose"),
    ("Georgia, claimed the Russian ministry, was preparing a war.", "Russian ministry", "RUS", False, "Georgia"),
    ("According to the Kremlin, the talks will go on.", "Kremlin", "RUS", False, "the talks will go on"),
    (
        'Peskov described Serbia as a "reliable friend and partner".',
        "Peskov",
        "RUS",
        True,
        "reliable friend and partner",
    ),
    ("Traders saw the move as a response to the Polish ban.", "Traders", None, False, "response to the Polish ban"),
    (
        "The Hungarian foreign minister criticised the new tariffs of the EU.",
        "minister",
        "HUN",
        False,
        "the new tariffs",
    ),
    (
        "Kazakh political scientist Dosym Satpayev noted that trade would grow.",
        "Satpayev",
        "KAZ",
        False,
        "trade would grow",
    ),
]


@pytest.mark.parametrize(("text", "name", "state", "direct", "words"), SAID, ids=[s[0][:40] for s in SAID])
def test_reads_speaker_and_content(
    read: Callable[..., Read], text: str, name: str, state: str | None, direct: bool, words: str
) -> None:
    found = [s for s in read(text).statements if words in s.content.quote]
    assert found, [s.content.quote for s in read(text).statements]
    assert name in found[0].speaker.name
    assert found[0].speaker.state == state
    assert found[0].direct is direct


def test_a_quotation_runs_over_paragraphs(read: Callable[..., Read]) -> None:
    text = '"Everything goes to plan," Lavrov said.\n\n"Our partners will see the benefits for themselves."'
    found = read(text).statements
    assert [s.speaker.name for s in found if s.direct] == ["Sergey Lavrov", "Sergey Lavrov"]


def test_an_unnamed_source_is_kept_as_such(read: Callable[..., Read]) -> None:
    found = read("Industry insiders said that the ban would not last.").statements
    assert found[0].speaker.actor is None
    assert found[0].speaker.unresolved


def test_a_quotation_without_a_speaker_is_withheld_with_the_reason(read: Callable[..., Read]) -> None:
    found = read('The banner in the square of the old town read in red letters: "no more of these empty words".')
    assert not [s for s in found.statements if s.direct and s.speaker.state]


def test_what_is_only_possible_is_not_said(read: Callable[..., Read]) -> None:
    assert not read("Lavrov might say that Armenia was free.").statements


def test_the_venue_is_taken_from_the_text(read: Callable[..., Read]) -> None:
    found = read("Lavrov said in an interview with Kommersant that trade had grown.").statements
    assert found[0].venue is not None
    assert "Kommersant" in found[0].venue


def test_first_person_in_a_quotation_is_the_speaker(read: Callable[..., Read]) -> None:
    found = read('"We condemn Israel," Recep Tayyip Erdogan said.').told()
    assert ("TUR", "ISR", "ACCUSE", "asserted") in found


def test_marks_without_number_do_not_hang(read: Callable[..., Read]) -> None:
    assert read('"' * 3000 + " Lavrov said." + "«“" * 500).reading is not None


def test_who_speaks_too_is_not_spoken_about(read: Callable[..., Read]) -> None:
    found = read("Mali, Niger and Chad announced their withdrawal from ECOWAS, accusing it of inhumane sanctions.")
    assert {code for s in found.statements for code in s.about} == {"ECOWAS"}


MARKS = [
    # a quotation inside the reported words has both its marks
    ('Lavrov called the measure "absurd and self-defeating".', 'the measure "absurd and self-defeating"'),
    ('Lavrov called the Georgian ban "absurd and odd."', 'called the Georgian ban "absurd and odd."'),
    # one that is all that is said has neither
    ('"The measure is absurd and odd," Lavrov said.', "The measure is absurd and odd,"),
    # what stands before "was quoted as saying"
    ("Poland's ban hurts both, Lavrov was quoted as saying.", "Poland's ban hurts both"),
    ('Poland\'s ban "hurts both and must go," Lavrov was quoted as saying.', 'Poland\'s ban "hurts both and must go,"'),
    # of a relative clause only what the thing is called
    ('Poland shut the road, in a move that Lavrov called "odd and unfriendly".', 'called "odd and unfriendly"'),
]


@pytest.mark.parametrize(("text", "content"), MARKS, ids=[m[0][:45] for m in MARKS])
def test_the_words_that_are_said(read: Callable[..., Read], text: str, content: str) -> None:
    assert [s.content.quote for s in read(text).statements] == [content]
    assert read(text).statements[0].speaker.state == "RUS"
