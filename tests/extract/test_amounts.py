"""Amounts in a span: numbers with magnitudes and units, in both languages; bare counts and years are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.extract.amounts import amounts_in

TOLD = [
    ("bought 40,000 tonnes of wheat", [("40,000 tonnes", 40_000.0, "t")]),
    ("worth $1.2 billion, up 15 per cent", [("$1.2 billion", 1.2e9, "USD"), ("15 per cent", 15.0, "%")]),
    ("5.1 million dollars of aid", [("5.1 million dollars", 5.1e6, "USD")]),
    ("$300m and €20bn", [("$300m", 3e8, "USD"), ("€20bn", 2e10, "EUR")]),
    ("2.5 million barrels per day", [("2.5 million barrels per day", 2.5e6, "bbl/d")]),
    ("на 1,5 млрд долларов и 30 тыс. тонн", [("1,5 млрд долларов", 1.5e9, "USD"), ("30 тыс. тонн", 30_000.0, "t")]),
    ("36 countries on 17 October 2024", []),
    ("3,500 troops", []),
]


@pytest.mark.parametrize(("text", "amounts"), TOLD)
def test_numbers_keep_their_words_and_get_a_unit(text: str, amounts: list[tuple[str, float, str]]) -> None:
    assert [(a.text, a.number, a.unit) for a in amounts_in(text, 0, len(text))] == amounts


def test_only_what_stands_inside_the_span_counts() -> None:
    text = "Poland sold 5 tonnes and 7 tonnes"
    assert [a.text for a in amounts_in(text, 0, text.index(" and "))] == ["5 tonnes"]


@given(st.integers(0, 10**9), st.sampled_from(["tonnes", "dollars", "percent", "barrels"]))
def test_plain_numbers_are_read_exactly(number: int, unit: str) -> None:
    text = f"about {number} {unit} of it"
    assert [a.number for a in amounts_in(text, 0, len(text))] == [float(number)]
