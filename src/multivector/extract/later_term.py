"""From when and how long a measure holds, where a later sentence says it: "The ban takes effect on 1 March"."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.codebook.grammar import words
from multivector.extract.article import Article
from multivector.extract.refs import is_definite
from multivector.model import Evidence, TradeMeasure
from multivector.text.dates import DateMention

__all__ = ["with_later_term"]

INSTRUMENTS = words("arguments", "instruments") | {"embargo", "suspension", "prohibition", "moratorium", "quota"}
FORCE = ("effect", "force", "begin", "start", "apply", "launch")  # a day beside these is the first one
REACH = 2  # sentences behind the measure


def with_later_term(article: Article, measure: TradeMeasure, dates: Sequence[DateMention]) -> TradeMeasure:
    """The measure with the days that the next sentences give it, and these as evidence."""
    if measure.measure == "lifted":
        return measure
    here = article.parse.sentences_between(measure.evidence.start, measure.evidence.end)
    for number in range(here.stop, min(here.stop + REACH, len(article.parse.sentences))):
        if _is_about_it(article, number):
            measure = _with_days(article, measure, number, dates)
        if any(m.kind == "state" for i in range(*article.parse.bounds[number]) if (m := article.named.get(i))):
            break  # another state's measure may be told there
    return measure


def _with_days(article: Article, measure: TradeMeasure, number: int, dates: Sequence[DateMention]) -> TradeMeasure:
    sentence = article.parse.sentences[number]
    near = [d for d in dates if sentence.start <= d.start < sentence.end]
    start = measure.start or next((d.when.start for d in near if _is_first(article, number, d)), None)
    end = measure.end or next((d.when.end for d in near if d.bound == "until" and d.when.end), None)
    if (start, end) == (measure.start, measure.end) or (start and end and start > end):
        return measure
    quote = article.parse.text[sentence.start : sentence.end]
    told = Evidence(measure.evidence.document, sentence.start, sentence.end, quote)
    temporary = measure.temporary or end is not None
    return replace(measure, start=start, end=end, temporary=temporary, also=(*measure.also, told))


def _is_first(article: Article, number: int, day: DateMention) -> bool:
    """A day since which it holds, or one on which it takes effect."""
    tokens = article.parse.tokens[slice(*article.parse.bounds[number])]
    exact = day.when.precision == "day"
    return exact and (day.bound == "since" or (day.bound == "at" and any(t.lemma in FORCE for t in tokens)))


def _is_about_it(article: Article, number: int) -> bool:
    """Whether the sentence's subject is the measure told before: "the ban", "these restrictions"."""
    tokens = article.parse.tokens[slice(*article.parse.bounds[number])]
    subjects = [t for t in tokens if t.dep in ("nsubj", "nsubjpass") and t.lemma in INSTRUMENTS]
    if article.parse.language != "en":  # no articles: one of somebody else's would be told with the owner
        return any(article.parse.child(t.i, "poss", "nmod") is None for t in subjects)
    return any(is_definite(article.parse, t) or _points(article, t.i) for t in subjects)


def _points(article: Article, i: int) -> bool:
    return any(t.word in ("these", "those") for t in article.parse.children(i, "det"))
