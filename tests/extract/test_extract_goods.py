"""Goods in a phrase, with their customs headings."""

import pytest
from tests.extract.extract_builders import article_of, token_of

from multivector.extract.goods import goods_under


def goods(text: str, head: str = "banned") -> dict[str, tuple[str, ...]]:
    article = article_of(text)
    return {g.text: g.hs for g in goods_under(article, [token_of(article, head).i])}


NAMED = [
    ("Peru banned wheat.", {"wheat": ("1001",)}),
    ("Peru banned imports of barley from Chile.", {"barley": ("1003",)}),
    ("Peru banned rice imports from Chile.", {"rice": ("1006",)}),
    ("Peru banned wheat, rye and rice.", {"wheat": ("1001",), "rye": ("1002",), "rice": ("1006",)}),
    ("Peru banned Chilean pork.", {"pork": ("0203",)}),
    ("Peru banned imports of horse meat.", {"horse meat": ("0205",)}),
    ("Peru banned imports of wheat, wheat flour, rice and wheat.", {"wheat flour": ("1101",)}),
]


@pytest.mark.parametrize(("text", "named"), NAMED, ids=[t[0] for t in NAMED])
def test_goods_and_their_headings(text: str, named: dict[str, tuple[str, ...]]) -> None:
    found = goods(text)
    assert named.items() <= found.items()
    assert len(found) == max(len(named), text.count(",") + text.count(" and") - text.count("and wheat") + 1)


NONE = [
    "Peru banned grain farmers from the square.",
    "Peru banned oil executives from the port.",
    "Peru banned a bargaining chip.",
    "Peru banned Chilean envoys from the hall.",
    "Peru banned the march.",
]


@pytest.mark.parametrize("text", NONE)
def test_people_things_and_figures_of_speech_are_no_goods(text: str) -> None:
    assert goods(text) == {}


def test_a_later_clause_names_no_goods_of_the_measure() -> None:
    assert goods("Peru banned rice from Chile, which sells wheat to Bolivia.").keys() == {"rice"}


def test_goods_come_in_text_order_and_once() -> None:
    found = list(goods("Peru banned rye, barley, rice, rye and pork from Chile."))
    assert found == ["rye", "barley", "rice", "pork"]


def test_words_are_cut_from_the_text() -> None:
    text = "Peru banned imports of frozen fish and of cheese from Chile."
    assert all(name in text for name in goods(text))
