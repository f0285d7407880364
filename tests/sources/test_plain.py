import itertools

from hypothesis import given
from hypothesis import strategies as st

from multivector.sources.base import Failure, Hints, Source
from multivector.sources.front import front_matter, labelled_head
from multivector.sources.markdown import cut, marks, title
from multivector.sources.plain import read_markdown, read_plain

FRONT = (
    '---\r\ntitle: "A title: with a colon"\r\nsource: Example\r\ndate: 2024-10-22\r\nlanguage: en\r\n# note\r\n---\r\n'
)


def test_front_matter_becomes_hints_and_leaves_the_text() -> None:
    data = b"\xef\xbb\xbf" + (FRONT + "Tëxt.\n").encode()
    source = read_plain("a.txt", data)
    assert isinstance(source, Source)
    assert source.hints == Hints("A title: with a colon", None, None, "2024-10-22", None, "Example", "en")
    assert source.text == "Tëxt.\n"
    assert data[source.at[0] :].decode() == "Tëxt.\n"


def test_a_rule_is_not_front_matter() -> None:
    assert front_matter("---\nA sentence, and then more.\n---\nText") == ({}, 0)
    assert front_matter("Text\n---\nkey: value\n---\n") == ({}, 0)
    assert front_matter("---\n- a\n---\nText") == ({}, 0)
    fields, start = front_matter("---\nauthor:\n  - Jane\ntags:\n- x\nurl: https://example.org/a\n---\nT")
    assert fields == {"author": "", "tags": "", "url": "https://example.org/a"}
    assert start


def test_a_head_of_plain_labels_becomes_hints() -> None:
    data = b"Title: Baku recalls its envoy\nSource: Reuters\nDate: 2024-12-04\n\nBAKU, Dec 4 - Text.\n"
    source = read_plain("a.txt", data)
    assert isinstance(source, Source)
    assert (source.hints.title, source.hints.outlet, source.hints.published) == (
        "Baku recalls its envoy", "Reuters", "2024-12-04",
    )  # fmt: skip
    assert source.text == "BAKU, Dec 4 - Text.\n"
    assert labelled_head("Заголовок: Баку отозвал посла\r\nДата: 4 декабря 2024\r\n\r\nТекст") == (
        {"title": "Баку отозвал посла", "date": "4 декабря 2024"}, 55,
    )  # fmt: skip


def test_labels_that_are_text_stay_text() -> None:
    for text in ("Title: one\n\nText", "Date: 3 May\nLavrov: we wait\n\nText", "Title: a\nDate: b", "", "Text: a"):
        assert labelled_head(text) == ({}, 0)


def test_nothing_below_the_front_matter() -> None:
    assert isinstance(read_plain("a.txt", FRONT.encode()), Failure)


def test_markdown_marks_go_and_words_stay() -> None:
    text = (
        '# The *title*\n\n> Quoted **strong** and _soft_ words, a [link](https://example.org "x") and `code`.\n\n'
        "- one\n- two\n\n![pic](a.png)\n\n***\n\nsnake_case_name 2*3*4 and 5 * 6 \\* done<!-- no -->\n"
    )
    source = read_markdown("a.md", text.encode())
    assert isinstance(source, Source)
    assert source.hints.title == "The title"
    assert [line for line in source.text.splitlines() if line.strip()] == [
        "The title", "Quoted strong and soft words, a link and code.", "one", "two",
        "snake_case_name 2*3*4 and 5 * 6 * done",
    ]  # fmt: skip
    assert all(text.encode()[place:].decode().startswith(c) for c, place in zip(source.text, source.at, strict=True))


def test_title_is_the_leading_heading() -> None:
    assert title("\n## A **title** ##\n\nText") == "A title"
    assert title("Text\n\n# Later") is None


@given(st.text(alphabet="ab *_`[]()!#>-\\\n<:/", max_size=60))
def test_marks_are_apart_and_cutting_keeps_the_rest(text: str) -> None:
    spans = marks(text)
    assert all(a < b for a, b in spans)
    assert all(one[1] < two[0] for one, two in itertools.pairwise(spans))
    left, at = cut(text, range(len(text)), spans)
    assert [text[place] for place in at] == list(left)
