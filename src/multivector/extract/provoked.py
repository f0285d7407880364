"""Whom an act is aimed at that names nobody: who gave cause for it, or who the same speaker has just dealt with."""

from collections.abc import Iterable

from multivector.codebook.grammar import words
from multivector.extract.article import Article, Party
from multivector.extract.frames import Match
from multivector.extract.inside import within
from multivector.extract.parties import parties
from multivector.extract.roles import Matches, sources, targets
from multivector.extract.settling import COOPERATIVE
from multivector.extract.subjects import subject

__all__ = ["ANSWERING", "drawn", "provoked", "respondent"]

ANSWERING = ("THREATEN", "SANCTION", "ACCUSE", "REQUEST", "MOBILIZE")  # types of which the cause tells the target
HOSTILE = ("ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE", "ACCUSE", "REJECT")
CAUSES = ("after", "because", "since")
FROM = ("from", "by", "in")
TELLING = words("attribution", "telling") | {"ask", "call", "summon", "write"}
ANSWERS = words("links", "answers")
DRAWING = words("provoked", "drawing")


def provoked(article: Article, tokens: Iterable[int], matches: Matches, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "vowed to retaliate after Israel killed its leader", "asked Moscow for reasons and threatened to respond".

    `tokens` are the words of the act and of the verbs that carry it. Returns () where nobody else is found.
    """
    taken = {p.code for p in source}
    for i in tokens:
        found = _cause(article, i, matches) or _dealt_with(article, i, matches, source)
        others = tuple(p for p in found if p.code not in taken)
        if others:
            return others
    return ()


def _cause(article: Article, i: int, matches: Matches) -> tuple[Party, ...]:
    """Who did what the clause of cause tells."""
    parse = article.parse
    for clause in parse.children(i, "advcl"):
        inner = matches.get(clause.i)
        told = any(mark.word in CAUSES for mark in parse.children(clause.i, "mark", "advmod"))
        if told and inner is not None and inner.act.event in HOSTILE:
            return sources(article, inner) or _told_of(article, inner)
    for answer in parse.children(i, "obl"):
        reasons = parse.children(answer.i, "nmod") if answer.case == "in" and answer.lemma in ANSWERS else ()
        for reason in reasons:
            inner = matches.get(reason.i)
            if inner is not None and inner.act.event in HOSTILE:
                return sources(article, inner)  # "banned melons in response to Chad's ban on grain"
    return ()


def _told_of(article: Article, inner: Match) -> tuple[Party, ...]:
    """ "after Russian bombers violated its airspace": who did what is a charge in anybody's mouth."""
    if "speaker" not in inner.act.source:
        return ()
    return tuple(p for j in inner.arguments.get("subj", ()) for p in parties(article, j))


def _dealt_with(article: Article, i: int, matches: Matches, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """The target of the verb that this one is coordinated with, or whom it addresses: "told Chad ... and asked"."""
    token = article.parse.tokens[i]
    if token.dep != "conj":
        return ()
    before = matches.get(token.head)
    if before is not None and before.act.event:
        return targets(article, before, matches, source)
    told = (
        article.parse.children(token.head, "obj", "iobj") if article.parse.tokens[token.head].lemma in TELLING else ()
    )
    return tuple(p for t in told for p in parties(article, t.i))


def drawn(article: Article, match: Match, matches: Matches) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who answers and whom, by a noun that a deed draws: "seized a boat, prompting a protest from Peru"; () for either
    where nothing says."""
    parse = article.parse
    noun = parse.tokens[match.token]
    verb = parse.tokens[noun.head]
    if match.kind != "noun" or noun.dep != "obj" or verb.lemma not in DRAWING:
        return (), ()
    beside = [*parse.children(noun.i, "nmod"), *parse.children(verb.i, "obl")]
    source = tuple(p for t in beside if t.case in FROM for p in parties(article, t.i))
    deed = matches.get(verb.head) if verb.dep in ("advcl", "conj", "relcl") else None
    if deed is not None and deed.act.event:
        asker = sources(article, deed)
        refused = match.act.event == "REJECT" and deed.act.event == "REQUEST" and not source
        return targets(article, deed, matches, asker) if refused else source, asker  # "asked Chad and got a refusal"
    doer = subject(parse, verb.i)
    return source, within(article, doer) if doer is not None else ()


def respondent(article: Article, match: Match) -> tuple[Party, ...]:
    """ "in response to the sanctions of Canada, Russia ...": whoever answers an act was its target."""
    head = article.parse.tokens[article.parse.tokens[match.token].head]
    if head.case != "in" or head.lemma not in ANSWERS or match.act.event in COOPERATIVE:
        return ()
    doer = subject(article.parse, head.head)
    return parties(article, doer) if doer is not None else ()
