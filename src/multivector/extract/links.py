"""What answers what, where the text or somebody in it says so."""

from collections.abc import Iterator, Sequence

from multivector.codebook.grammar import words
from multivector.extract.arguments import arguments
from multivector.extract.article import Article
from multivector.extract.inside import within
from multivector.extract.origin import origin
from multivector.extract.subjects import subject
from multivector.model import Event, Evidence, Link, Record, Statement, TradeMeasure, make_id
from multivector.text.base import Token

__all__ = ["build_links"]

ANSWERS = words("links", "answers")
VERBS = words("links", "verbs")
ONTO = ("to", "for", "against", "over")
# Nouns that stand for an act told before: "the regulator's move".
ACTS = words("links", "acts")
HARD = ("SANCTION", "COERCE", "ASSAULT", "REJECT", "THREATEN", "MOBILIZE")
BACK = 3  # sentences between an answer that leaves out to what and the act before it
Deed = Event | TradeMeasure


def build_links(article: Article, records: Sequence[Record], statements: Sequence[Statement]) -> list[Link]:
    """Links "response_to" between deeds of the text; each says who draws it."""
    deeds = [r for r in records if isinstance(r, TradeMeasure)] + [r for r in records if isinstance(r, Event)]
    found: dict[str, Link] = {}
    for token in article.parse.tokens:
        if token.lemma not in ANSWERS and token.lemma not in VERBS:
            continue
        named = list(_pairs(article, token))
        ends = [_named_ends(article, deeds, source, target) for source, target, _ in named]
        if not named and (answer := _bare(article, token)) is not None:
            ends = [_told_before(article, deeds, answer)]
        for one, other in filter(None, ends):
            link = _link(article, token, one, other, statements)
            found.setdefault(link.id, link)
    return list(found.values())


def _named_ends(article: Article, deeds: Sequence[Deed], source: int, target: int) -> tuple[Deed, Deed] | None:
    """The answer and what it answers, both told in words; the answer's own words may hold those of the other."""
    place = article.parse.tokens[source].start
    apart = [d for d in deeds if not any(e.start <= place < e.end for e in (d.evidence, *d.also))]
    other = _deed(article, target, apart) or _deed(article, target, deeds)
    if other is None:
        return None
    one = _deed(article, source, [d for d in deeds if d.id != other.id and not _doer(d) <= _doer(other)])
    return (one, other) if one is not None else None


def _bare(article: Article, token: Token) -> int | None:
    """The answer of "In response, Russia banned ..." and "Russia responded by banning ...", which leave out to what."""
    given = arguments(article.parse, token.i)
    if token.pos == "VERB" and token.lemma in VERBS:
        onto = any(given.get(label) for label in ONTO)
        return None if onto else next(iter((*given.get("by", ()), *given.get("with", ()))), token.i)
    bare = token.pos == "NOUN" and token.case == "in" and not _caused(article, token)
    return article.parse.tokens[token.head].i if bare else None


def _told_before(article: Article, deeds: Sequence[Deed], answer: int) -> tuple[Deed, Deed] | None:
    """The answer with the last hard act before it, a few sentences back at most, between the same two the other way."""
    token = article.parse.tokens[answer]
    one = _deed(article, answer, deeds)
    if one is None or not any(e.start <= token.start < e.end for e in (one.evidence, *one.also)):
        return None
    first = article.parse.sentences[max(0, token.sentence - BACK)].start
    before = [d for d in deeds if first <= d.evidence.start < one.evidence.start and _is_hard(d)]
    other = _last([d for d in before if _doer(d) & {*one.target} and _doer(one) & {*d.target}])
    return (one, other) if other is not None else None


def _pairs(article: Article, token: Token) -> Iterator[tuple[int, int, Token]]:
    """(token of the answer, token of what it answers, the word that says so)."""
    if token.lemma in ANSWERS and token.pos == "NOUN":
        answer = _answering(article, token)
        if answer is not None:
            yield from ((answer, j, token) for j in _caused(article, token))
    elif token.lemma in VERBS and token.pos == "VERB":
        given = arguments(article.parse, token.i)
        means = [*given.get("with", ()), *given.get("by", ())]
        caused = [j for label in ONTO for j in given.get(label, ())]
        yield from ((j, k, token) for j in means or given.get("subj", []) for k in caused)


def _caused(article: Article, token: Token) -> list[int]:
    """What a noun such as "response" says is answered."""
    below = [t.i for t in article.parse.children(token.i, "nmod", "pcl") if (t.case.split() or [""])[-1] in ONTO]
    return [*below, *(j for j in arguments(article.parse, token.i).get("to", ()) if j not in below)]


def _answering(article: Article, token: Token) -> int | None:
    """What is the answer: the clause of "in response to", the object of "saw X as a response", the subject of "is"."""
    head = article.parse.tokens[token.head]
    if token.case == "as":
        thing = article.parse.child(head.i, "obj", "nsubjpass") if head.pos == "VERB" else head
        return thing.i if thing is not None else None
    if token.case == "in" or token.dep == "obl":
        return head.i
    if token.dep in ("attr", "oprd"):
        return subject(article.parse, head.i)
    return head.i if token.dep in ("appos", "nmod") else None


def _deed(article: Article, i: int, deeds: Sequence[Deed]) -> Deed | None:
    """The record told at the token, or the last one before it by the party that the token's phrase names."""
    token = article.parse.tokens[i]
    told = [d for d in deeds for e in (d.evidence, *d.also) if e.start <= token.start and token.end <= e.end]
    if told:
        return min(told, key=lambda d: (isinstance(d, Event), d.evidence.end - d.evidence.start))
    if token.lemma not in ACTS and not article.mention(token):
        return None
    codes = {p.code for p in within(article, i)}
    before = [d for d in deeds if d.evidence.start < token.start and _is_hard(d)]
    return _last([d for d in before if not codes or _doer(d) & codes])


def _last(before: Sequence[Deed]) -> Deed | None:
    """The last of the deeds; the trade measure that the same words tell goes before the event."""
    last = max(before, key=lambda d: (d.evidence.start, d.id), default=None)
    if last is None:
        return None
    start, end = last.evidence.start, last.evidence.end
    told = (d for d in before if d.evidence.start < end and start < d.evidence.end)
    return next((d for d in told if isinstance(d, TradeMeasure)), last)


def _doer(deed: Deed) -> set[str]:
    return {deed.imposer} if isinstance(deed, TradeMeasure) else set(deed.source)


def _is_hard(deed: Deed) -> bool:
    return isinstance(deed, TradeMeasure) or (bool(deed.target) and deed.type in HARD)


def _link(article: Article, near: Token, one: Deed, other: Deed, statements: Sequence[Statement]) -> Link:
    document = article.document
    holder = next((s for s in statements if s.evidence.start <= near.start < s.evidence.end), None)
    sentence = article.parse.sentences[near.sentence]
    start, end = (holder.evidence.start, holder.evidence.end) if holder else (sentence.start, sentence.end)
    speaker = holder.speaker.name if holder else None
    return Link(
        id=make_id("link", "response_to", one.id, other.id, speaker),
        evidence=Evidence(document.id, start, end, article.parse.text[start:end]),
        origin=origin(f"link:{near.lemma}"),
        confidence=0.8 if holder is None else 0.7,
        link="response_to",
        from_=one.id,
        to=other.id,
        attributed_to=speaker,
    )
