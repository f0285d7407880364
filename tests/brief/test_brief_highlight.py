"""Highlights that nest, cross and run over paragraphs become well-formed pieces that keep every word."""

from hypothesis import given
from hypothesis import strategies as st

from multivector.brief.highlight import Highlight, Piece, paragraphs_of, pieces_of

TEXT = "One two three.\n\nFour five six seven."


def mark(start: int, end: int, name: str) -> Highlight:
    return Highlight(start, end, "event", f"h-{name}", f"r-{name}", name)


def told(pieces: tuple[Piece, ...]) -> str:
    """The pieces in brackets, ids in front and references behind."""
    shown = {"open": "[", "close": "]", "text": "", "ref": "^"}
    return "".join(f"{shown[p.act]}{p.id.removeprefix('h-')}{':' if p.id else ''}{p.text}" for p in pieces)


def test_one_highlight() -> None:
    assert told(pieces_of(TEXT, [mark(4, 7, "a")])[0]) == "One [a:two]^a three."


def test_nested_highlights_keep_their_order() -> None:
    assert told(pieces_of(TEXT, [mark(4, 7, "b"), mark(0, 13, "a")])[0]) == "[a:One [b:two]^b three]^a."


def test_same_span_twice() -> None:
    assert told(pieces_of(TEXT, [mark(4, 7, "a"), mark(4, 7, "b")])[0]) == "One [a:[b:two]]^a^b three."


def test_crossing_highlights_are_split() -> None:
    assert told(pieces_of(TEXT, [mark(0, 7, "a"), mark(4, 13, "b")])[0]) == "[a:One [b:two]]^a[ three]^b."


def test_over_two_paragraphs() -> None:
    first, second = pieces_of(TEXT, [mark(8, 20, "a")])
    assert told(first) == "One two [a:three.]"
    assert told(second) == "[Four]^a five six seven."


def test_from_the_gap_between_paragraphs() -> None:
    _, second = pieces_of(TEXT, [mark(15, 20, "a")])
    assert told(second) == "[a:Four]^a five six seven."


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=8)


@given(st.text("ab \n", max_size=40), SPANS)
def test_nothing_is_lost_and_all_is_paired(text: str, spans: list[tuple[int, int]]) -> None:
    fits = [(start, min(start + size, len(text))) for start, size in spans if start < len(text)]
    marks = [mark(start, end, str(n)) for n, (start, end) in enumerate(fits)]
    pieces = pieces_of(text, marks)
    assert ["".join(p.text for p in one if p.act == "text") for one in pieces] == [
        text[start:end] for start, end in paragraphs_of(text)
    ]
    for one in pieces:
        depth = 0
        for piece in one:
            depth += {"open": 1, "close": -1}.get(piece.act, 0)
            assert depth >= 0
        assert depth == 0
    touching = {h.id for h in marks if any(h.start < end and start < h.end for start, end in paragraphs_of(text))}
    ids = [p.id for one in pieces for p in one if p.id]
    refs = [p.ref for one in pieces for p in one if p.ref]
    assert sorted(ids) == sorted(touching)
    assert len(refs) == len(ids)
