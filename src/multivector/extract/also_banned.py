"""Goods that a later sentence adds to a measure: "Запрет распространяется на тунец и устриц"."""

from dataclasses import replace

from multivector.codebook.grammar import words
from multivector.extract.article import Article
from multivector.extract.goods import goods_under
from multivector.model import Good, TradeMeasure
from multivector.text.base import Token

__all__ = ["with_later_goods"]

SPREADING = words("trade", "spreading")  # verbs in the text's own words
MEASURES = words("trade", "measures")
REACH = 2  # sentences behind the measure


def with_later_goods(article: Article, measure: TradeMeasure) -> TradeMeasure:
    """The measure with the goods that the next sentences say it is for; asked only where its own words list few.

    Only in languages for which `spreading` lists verbs.
    """
    number = next((n for n, s in enumerate(article.parse.sentences) if measure.evidence.start < s.end), None)
    if number is None or measure.measure == "lifted":
        return measure
    more = [g for t in article.parse.tokens if 0 < t.sentence - number <= REACH for g in _spread(article, t)]
    known = {h for g in measure.goods for h in g.hs}
    fresh = {g.text: g for g in more if not measure.goods or not known.issuperset(g.hs)}
    return replace(measure, goods=(*measure.goods, *fresh.values())) if fresh else measure


def _spread(article: Article, verb: Token) -> tuple[Good, ...]:
    if verb.pos != "VERB" or verb.own not in SPREADING:
        return ()
    subjects = list(article.parse.children(verb.i, "nsubj", "nsubjpass"))
    beside = list(article.parse.children(verb.i, "obl", "obj"))
    if any(t.lemma in MEASURES for t in subjects):
        return goods_under(article, [t.i for t in beside])
    under = any(t.lemma in MEASURES for t in beside)
    return goods_under(article, [t.i for t in subjects]) if under else ()  # "под запрет попали говядина и сыры"
