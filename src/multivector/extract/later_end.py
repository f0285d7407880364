"""How long a measure holds, where a later sentence says it: "The ban will remain in force until the end of June"."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.codebook.grammar import words
from multivector.extract.article import Article
from multivector.extract.refs import is_definite
from multivector.model import Evidence, TradeMeasure
from multivector.text.dates import DateMention

__all__ = ["with_later_end"]

INSTRUMENTS = words("arguments", "instruments") | {"embargo", "suspension", "prohibition", "moratorium", "quota"}
REACH = 2  # sentences behind the measure


def with_later_end(article: Article, measure: TradeMeasure, dates: Sequence[DateMention]) -> TradeMeasure:
    """The measure with the last day that one of the next sentences gives it, and that sentence as evidence."""
    if measure.end is not None or measure.measure == "lifted" or article.parse.language != "en":
        return measure
    parse = article.parse
    here = parse.sentences_between(measure.evidence.start, measure.evidence.end)
    for number in range(here.stop, min(here.stop + REACH, len(parse.sentences))):
        sentence = parse.sentences[number]
        last = next((d for d in dates if d.bound == "until" and sentence.start <= d.start < sentence.end), None)
        if last is not None and last.when.end is not None and _is_about_it(article, number):
            words_of = parse.text[sentence.start : sentence.end]
            told = Evidence(measure.evidence.document, sentence.start, sentence.end, words_of)
            return replace(measure, end=last.when.end, temporary=True, also=(*measure.also, told))
        if any(m.kind == "state" for i in range(*parse.bounds[number]) if (m := article.named.get(i))):
            return measure  # another state's measure may be told there
    return measure


def _is_about_it(article: Article, number: int) -> bool:
    """Whether the sentence's subject is the measure told before: "the ban", "these restrictions"."""
    tokens = article.parse.tokens[slice(*article.parse.bounds[number])]
    subjects = [t for t in tokens if t.dep in ("nsubj", "nsubjpass") and t.lemma in INSTRUMENTS]
    return any(is_definite(article.parse, t) or _points(article, t.i) for t in subjects)


def _points(article: Article, i: int) -> bool:
    return any(t.word in ("these", "those") for t in article.parse.children(i, "det"))
