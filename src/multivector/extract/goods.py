"""Goods in a phrase, with their HS headings."""

from collections.abc import Iterable

from multivector.codebook.goods import find_good
from multivector.codebook.grammar import words
from multivector.extract.article import Article
from multivector.model import Good
from multivector.text.base import Parse, Token

__all__ = ["goods_under"]

# Words between a measure and its goods: "a ban on imports of several kinds of fruit from X".
STOP_AT = ("relcl", "advcl", "ccomp")


def goods_under(article: Article, heads: Iterable[int]) -> tuple[Good, ...]:
    """The goods named below the given tokens, in text order, each once."""
    parse = article.parse
    inside = sorted({j for head in heads for j in parse.subtree(head, without=STOP_AT)})
    found: dict[str, Good] = {}
    for j in inside:
        good = _good(parse, parse.tokens[j])
        if good is not None:
            found.setdefault(good.text, good)
    for good in _listed_on(parse, inside):
        found.setdefault(good.text, good)
    return tuple(found.values())


def _listed_on(parse: Parse, inside: list[int]) -> Iterable[Good]:
    """Goods that go on a list behind its last known member, where the parser lost the thread."""
    known = [j for j in inside if _good(parse, parse.tokens[j])]
    if not known:
        return
    for token in parse.tokens[known[-1] + 1 :]:
        if token.sentence != parse.tokens[known[-1]].sentence or not _goes_on(token):
            return
        good = find_good([token.dictionary.lower()], parse.language)
        if good is not None:
            yield Good(token.text, good.hs)
        elif token.pos in ("NOUN", "PROPN", "VERB"):
            return


def _goes_on(token: Token) -> bool:
    return token.word in (",", "and", "or", "as", "well", "also") or token.pos in ("ADJ", "NOUN", "PROPN", "VERB")


def _good(parse: Parse, token: Token) -> Good | None:
    if token.pos not in ("NOUN", "PROPN"):
        return None
    left = [t for t in parse.children(token.i, "compound", "amod", "nmod") if t.i < token.i and not t.case]
    words = sorted([*left, token], key=lambda t: t.i)
    known = find_good([t.dictionary.lower() for t in words], parse.language)
    if known is None or _is_modifier_of_good(parse, token):
        return None
    start = next((t for t in words if not t.text[:1].isupper() or t.i == token.i), token)
    return Good(parse.text[start.start : token.end], known.hs)


def _is_modifier_of_good(parse: Parse, token: Token) -> bool:
    """ "grain farmers" and "oil tankers" are not grain and oil; "wheat" in "wheat imports" is wheat."""
    if token.dep != "compound":
        return False
    head = parse.tokens[token.head]
    whole = [t.dictionary.lower() for t in parse.children(head.i, "compound")] + [head.dictionary.lower()]
    return find_good(whole, parse.language) is not None or head.lemma.lower() not in TRADE_HEADS


TRADE_HEADS = words("goods", "trade_heads")
