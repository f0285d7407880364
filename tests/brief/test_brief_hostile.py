"""A case whose every text is hostile gives a page in which nothing runs, hides or turns round."""

from page_reader import Page, read_page
from poison import hostile_input

from multivector.brief import render, summary

ALLOWED = {
    "a", "article", "aside", "b", "bdi", "body", "br", "caption", "circle", "code", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "g", "h1", "h2", "h3", "h4", "head", "header", "html", "li", "line", "main",
    "mark", "meta", "nav", "ol", "p", "rect", "section", "span", "style", "summary", "svg", "table", "tbody", "td",
    "text", "th", "thead", "time", "title", "tr", "ul",
}  # fmt: skip
UNSEEN = [*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b\x85\u2028\ud800"]


def page() -> Page:
    return read_page(render(hostile_input()))


def test_only_the_pages_own_elements_stand_in_it() -> None:
    found = page()
    assert {tag for tag, _ in found.elements} <= ALLOWED
    assert found.torn == []


def test_no_element_carries_a_handler_a_source_or_a_style() -> None:
    names = {name for _, attrs in page().elements for name in attrs}
    assert not [name for name in names if name.startswith("on")]
    assert not names & {"src", "srcset", "style", "action", "formaction", "xlink:href", "data", "background"}


def test_every_link_stays_on_the_page_and_leads_somewhere() -> None:
    found = page()
    assert len(found.ids) == len(set(found.ids))
    assert all(href.startswith("#") and href[1:] in found.ids for href in found.hrefs)


def test_the_policy_is_the_only_one() -> None:
    assert len([attrs for tag, attrs in page().elements if tag == "meta" and "http-equiv" in attrs]) == 1


def test_no_direction_mark_or_control_character_is_left() -> None:
    html = render(hostile_input())
    assert not [hex(ord(char)) for char in UNSEEN if char in html]
    assert html.encode("utf-8")


def test_the_poison_is_shown_as_text() -> None:
    words = page().words
    assert "</script><script>alert(1)</script>" in words
    assert "{{ 7*7 }}" in words


def test_terminal_gets_no_control_characters() -> None:
    lines = summary(hostile_input())
    assert len(lines) <= 10
    assert not [char for line in lines for char in line if ord(char) < 32 or char in UNSEEN]
