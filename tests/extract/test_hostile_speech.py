"""Odd and hostile speech: linear time, no crash."""

import time
from collections.abc import Callable

import pytest
from tests.extract.extract_builders import article_of

from multivector.extract.quotes import find_quotes
from multivector.extract.statements import build_statements
from multivector.text.english import parse_english

SHAPES: dict[str, Callable[[int], str]] = {
    "nested": lambda n: "He said that " * n + "it rained.",
    "listed": lambda n: "The minister and " * n + "Russia said that it rained.",
    "unclosed": lambda n: 'Lavrov said: "' + "we will fight and " * n,
    "quoted": lambda n: '"a" said "b" ' * n,
    "right to left": lambda n: "\u202eLavrov said that \u202b«we go» \u200f. " * n,
}


def seconds(text: str) -> float:
    article = article_of(text)
    started = time.perf_counter()
    build_statements(article, [(0, len(text))], ())
    return time.perf_counter() - started


@pytest.mark.parametrize("shape", SHAPES, ids=list(SHAPES))
def test_the_time_grows_with_the_text_and_not_with_its_square(shape: str) -> None:
    make = SHAPES[shape]
    seconds(make(20))
    few, many = seconds(make(60)), seconds(make(360))
    assert many < 20 * max(few, 0.05)


def test_a_million_marks_are_looked_through() -> None:
    text = "\"«„“ '" * 170_000
    assert find_quotes(text, [(0, len(text))]) is not None


def test_a_run_of_marks_is_not_parsed() -> None:
    text = '"' * 1_000_000 + " Lavrov said that it rained."
    assert [t.text for t in parse_english(text, [(0, len(text))]).tokens][:2] == ["Lavrov", "said"]
