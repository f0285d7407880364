import pytest

from multivector.model import Sentence
from multivector.text.base import Parse, Token

# "The EU imposed new sanctions on Iran. It fell.", parsed by hand: (text, relation, case, head).
WORDS = [
    ("The", "det", "", 1), ("EU", "nsubj", "", 2), ("imposed", "root", "", 2), ("new", "amod", "", 4),
    ("sanctions", "obj", "", 2), ("on", "case", "", 6), ("Iran", "nmod", "on", 4), (".", "punct", "", 2),
    ("It", "nsubj", "", 9), ("fell", "root", "", 9), (".", "punct", "", 9),
]  # fmt: skip
TEXT = "The EU imposed new sanctions on Iran. It fell."
BOUNDS = ((0, 8), (8, 11))


def made() -> Parse:
    tokens, at = [], 0
    for i, (word, dep, case, head) in enumerate(WORDS):
        start = TEXT.index(word, at)
        at = start + len(word)
        tokens.append(Token(i, start, at, word, word.lower(), "X", "X", dep, case, head, int(i >= 8), ""))
    below = tuple(tuple(t.i for t in tokens if t.head == i != t.i) for i in range(len(tokens)))
    return Parse(TEXT, tuple(tokens), (Sentence(0, 37, 0), Sentence(38, 46, 0)), BOUNDS, below)


PARSE = made()


def texts(tokens: object) -> list[str]:
    return [token.text for token in tokens]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("i", "deps", "found"),
    [
        (2, (), ["EU", "sanctions", "."]),
        (2, ("obj",), ["sanctions"]),
        (2, ("punct", "nsubj"), ["EU", "."]),
        (2, ("iobj",), []),
        (0, (), []),
        (9, (), ["It", "."]),
    ],
)
def test_children_in_text_order(i: int, deps: tuple[str, ...], found: list[str]) -> None:
    assert texts(PARSE.children(i, *deps)) == found


def test_child_is_the_first_or_none() -> None:
    subject, first = PARSE.child(2, "obj", "nsubj"), PARSE.child(4)
    assert subject is not None and subject.text == "EU"
    assert first is not None and first.text == "new"
    assert PARSE.child(2, "iobj") is None
    assert PARSE.child(5) is None


@pytest.mark.parametrize(
    ("i", "without", "found"),
    [
        (2, (), [0, 1, 2, 3, 4, 5, 6, 7]),
        (4, (), [3, 4, 5, 6]),
        (4, ("nmod",), [3, 4]),  # what hangs on the branch goes with it
        (4, ("case",), [3, 4, 6]),
        (4, ("obj",), [3, 4, 5, 6]),  # the token's own relation does not matter
        (2, ("nsubj", "obj", "punct"), [2]),
        (9, (), [8, 9, 10]),
    ],
)
def test_subtree_leaves_branches_out(i: int, without: tuple[str, ...], found: list[int]) -> None:
    assert PARSE.subtree(i, without=without) == found


@pytest.mark.parametrize(("i", "found"), [(5, ["Iran", "sanctions", "imposed"]), (0, ["EU", "imposed"]), (2, [])])
def test_ancestors_nearest_first(i: int, found: list[str]) -> None:
    assert texts(PARSE.ancestors(i)) == found


@pytest.mark.parametrize(
    ("indices", "words"),
    [([4], "sanctions"), ([6, 3], "new sanctions on Iran"), ([0, 10], TEXT), ([1, 2], "EU imposed")],
)
def test_span_from_first_to_last(indices: list[int], words: str) -> None:
    start, end = PARSE.span(indices)
    assert TEXT[start:end] == words


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, len(TEXT), [word for word, *_ in WORDS]),
        (4, 14, ["EU", "imposed"]),
        (5, 14, ["imposed"]),  # a token that is cut is not within
        (4, 13, ["EU"]),
        (3, 4, []),
        (14, 4, []),
        (37, 46, ["It", "fell", "."]),
        (len(TEXT), len(TEXT) + 9, []),
    ],
)
def test_between_holds_whole_tokens(start: int, end: int, found: list[str]) -> None:
    assert texts(PARSE.between(start, end)) == found


def test_an_empty_parse_has_nothing_between() -> None:
    assert Parse("", (), (), (), ()).between(0, 9) == []
