"""Headlines in capitals are read as the sentences that they are."""

import pytest

from multivector.extract.casing import in_small_letters
from multivector.extract.names import find_names
from multivector.model import Event
from multivector.pipeline import code_row


def seen(text: str) -> dict[str, str]:
    """What the parser is to see instead of the words that change."""
    fixed = in_small_letters(text, [(0, len(text))], find_names(text))
    return {text[f.start : f.end]: f.form for f in fixed}


def test_capitals_become_small_and_names_keep_theirs() -> None:
    assert seen("IRAN TESTS MISSILE OVER KARVANEH") == {
        "IRAN": "Iran", "TESTS": "tests", "MISSILE": "missile", "OVER": "over", "KARVANEH": "Karvaneh",
    }  # fmt: skip


def test_a_titled_headline_keeps_names_and_what_may_be_a_part_of_one() -> None:
    assert seen("Poland Lifts Ban On Zubrowka Brown Beef") == {
        "Lifts": "lifts", "Ban": "ban", "On": "on", "Beef": "beef",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Poland lifted its ban on beef.",
        "The Polish Prime Minister Donald Tusk met Chancellor Friedrich Merz.",
        "Poland Lifts Ban On Japanese Beef.",  # a headline has no full stop
        "OPEC MEETS",
        "",
        "WORD " * 100,
    ],
)
def test_what_is_no_headline_is_left_alone(text: str) -> None:
    assert seen(text) == {}


HEADLINES = [
    ("RUSSIA BANS TOMATO IMPORTS FROM AZERBAIJAN", ("SANCTION", ("RUS",), ("AZE",))),
    ("Australia Lifts Ban On Japanese Beef", ("CONCEDE", ("AUS",), ("JPN",))),
    ("Ukraine Accuses Russia Of Shelling Hospital In Kherson", ("ACCUSE", ("UKR",), ("RUS",))),
]


@pytest.mark.parametrize(("text", "event"), HEADLINES, ids=[h[0] for h in HEADLINES])
def test_headlines_are_coded(text: str, event: tuple[str, ...]) -> None:
    records = code_row("row", text, None).records
    assert event in {(r.type, r.source, r.target) for r in records if isinstance(r, Event)}
    assert all(text[r.evidence.start : r.evidence.end] == r.evidence.quote for r in records)
