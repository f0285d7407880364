"""A sentence as one line of the terminal shows it."""

from multivector.cli.cut import WORDS, cut


def test_a_short_text_stands_on_one_line() -> None:
    assert cut("Berlin  condemned\nMoscow.") == "Berlin condemned Moscow."


def test_a_long_text_ends_where_the_line_does() -> None:
    assert cut("a" * WORDS) == "a" * WORDS
    assert cut("a" * (WORDS + 1)) == "a" * (WORDS - 1) + "…"
