"""Quotations: where they begin and end, whatever the marks."""

from itertools import pairwise
from random import Random

import pytest

from multivector.extract.quotes import MAX_LENGTH, find_quotes


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotes(text, [(0, len(text))])]


CLOSED = [
    ('"We agree," he said. "We sign."', ["We agree,", "We sign."]),
    ("“We agree,” he said, “and sign.”", ["We agree,", "and sign."]),
    ("«We agree», he said.", ["We agree"]),
    ("„Wir stimmen zu“, sagte er.", ["Wir stimmen zu"]),
    ("„We agree”, he said.", ["We agree"]),
    ("‹We agree› he said.", ["We agree"]),
    # single marks, and apostrophes that are none
    ("He called it 'a great day' there.", ["a great day"]),
    ("He called it ‘a great day’ there.", ["a great day"]),
    ("He said 'we don't know' twice.", ["we don't know"]),
    ("Iran's and the states' envoys don't agree.", []),
    ("The ’90s, rock ’n’ roll and o’clock.", []),
    # a plural's possessive inside them
    ("'The workers' rights chapter is closed,' he said.", ["The workers' rights chapter is closed,"]),
    ("‘The states’ envoys won’t agree,’ she said.", ["The states’ envoys won’t agree,"]),
    ("She named 'hawks' in the party and 'doves.'", ["hawks", "doves."]),
    ("'One'", ["One"]),
    # inside another quotation only the outer one counts
    ("“He told us ‘never’ and left,” she said.", ["He told us ‘never’ and left,"]),
    ("\"He told us 'never' and left,\" she said.", ["He told us 'never' and left,"]),
    # marks that open nothing
    ('A 12" pipe of 8" width.', []),
    ('An empty "" pair and “”.', []),
    # brackets and dashes before the mark
    ('The plan ("a trap") failed.', ["a trap"]),
    ('He was blunt—"no deal"—and left.', ["no deal"]),
]


@pytest.mark.parametrize(("text", "quotes"), CLOSED, ids=[t[0][:30] for t in CLOSED])
def test_finds_the_words_between_marks(text: str, quotes: list[str]) -> None:
    assert quoted(text) == quotes


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "“We agree.\n\n“We sign,” he said."
    first, second = find_quotes(text, [(0, 10), (12, len(text))])
    assert (text[first.start : first.end], first.paragraph, first.closed) == ("We agree.", 0, False)
    assert (text[second.start : second.end], second.paragraph, second.closed) == ("We sign,", 1, True)


def test_an_unbalanced_mark_before_a_long_text_is_no_quotation() -> None:
    assert quoted('"' + "word " * (MAX_LENGTH // 5 + 10)) == []


def test_a_stray_mark_does_not_swallow_the_next_paragraph() -> None:
    text = 'He said "no.\n\nShe said "yes".'
    assert [text[q.start : q.end] for q in find_quotes(text, [(0, 12), (14, len(text))])] == ["no.", "yes"]


def test_single_marks_are_told_apart() -> None:
    text = "He said 'no way' and “yes.”"
    assert [q.single for q in find_quotes(text, [(0, len(text))])] == [True, False]


def test_single_marks_with_a_mark_of_their_own_before_the_last_are_speech() -> None:
    text = "'We won't be pushed around,' he said of 'the deal'. 'No.' 'All Bets Are Off' was the headline."
    assert [q.single for q in find_quotes(text, [(0, len(text))])] == [False, True, True, True]


ALPHABETS = ['ab. ,"“”„«»‹›', "ab. ,'‘’", "ab. ,\"'“”„«»‘’‹›"]


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_spans_lie_in_the_text_in_order_without_overlap(alphabet: str) -> None:
    for seed in range(40):
        _check_spans(Random(seed), alphabet)


def _check_spans(random: Random, alphabet: str) -> None:
    text = "".join(random.choice(alphabet) for _ in range(300))
    cut = random.randrange(1, 299)
    quotes = find_quotes(text, [(0, cut), (cut, 300)])
    assert all(0 <= q.start < q.end <= 300 for q in quotes)
    assert all((q.end <= cut) if q.paragraph == 0 else (q.start >= cut) for q in quotes)
    assert all(one.end <= other.start for one, other in pairwise(quotes))


HOSTILE = ['"a" ', "“", " '", "'a' ", '"', "«‹„", " 'a", " ‘a", "“a” 'b' "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_two_hundred_thousand_marks_come_to_an_end(piece: str) -> None:
    text = piece * 200_000
    assert all(0 <= q.start < q.end <= len(text) for q in find_quotes(text, [(0, len(text))]))
