"""The act between two marked phrases."""

import pytest

from multivector.errors import UnreadableInput
from multivector.model import Event
from multivector.pipeline import code_row

TEXT = "Police in Lusaka detained the opposition leader, who had accused the government of fraud."


def coded(text: str, source: str, target: str) -> Event:
    (event,) = code_row("row", text, None, (source, target)).records
    assert isinstance(event, Event)
    return event


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [("Police in Lusaka", "the opposition leader", "COERCE"), ("the opposition leader", "the government", "ACCUSE")],
)
def test_the_pair_decides_which_act_is_coded(source: str, target: str, kind: str) -> None:
    event = coded(TEXT, source, target)
    assert event.type == kind
    assert source in event.evidence.quote
    assert target in event.evidence.quote


def test_parties_that_no_table_knows_stand_for_themselves() -> None:
    event = coded(
        "The Tolland Teachers' Union sued Brixworth Mining.", "The Tolland Teachers' Union", "Brixworth Mining"
    )
    assert (event.source, event.target) == (("The Tolland Teachers' Union",), ("Brixworth Mining",))
    assert event.type == "ACCUSE"


def test_known_parties_are_coded_as_always() -> None:
    event = coded("Turkish troops attacked a village in Syria.", "Turkish troops", "Syria")
    assert (event.source, event.target, event.type) == (("TUR",), ("SYR",), "ASSAULT")


def test_the_passive_turns_the_parties_round() -> None:
    event = coded("Three reporters were arrested by soldiers in Bamako.", "soldiers", "Three reporters")
    assert event.type == "COERCE"


def test_the_origin_names_frame_and_clues() -> None:
    (origin,) = coded("Peru condemned Chile.", "Peru", "Chile").origin
    assert origin.rule.startswith("event:accuse.")
    assert "clue act:ST:ACCUSE" in origin.rule


def test_a_phrase_that_is_not_in_the_text_is_a_party_left_unsaid() -> None:
    event = coded("A journalist was kidnapped in Quetta.", "an actor", "A journalist")
    assert event.type == "ASSAULT"
    assert event.source == ("an actor",)


def test_an_act_that_is_only_mentioned_is_the_reading_where_no_other_was_read() -> None:
    event = coded("The parliament adopted a resolution condemning Peru.", "The parliament", "Peru")
    assert event.type == "ACCUSE"
    assert event.origin[0].rule.startswith("event:accuse.")


def test_two_phrases_that_are_not_in_the_text_are_an_error() -> None:
    with pytest.raises(UnreadableInput, match="neither 'Peru' nor 'Chile' stands in the text"):
        coded("It rained.", "Peru", "Chile")
