"""Whom an act is aimed at that names nobody: who gave cause for it, or who the same speaker has just dealt with."""

from collections.abc import Iterable

from multivector.extract.article import Article, Party
from multivector.extract.roles import Matches, sources, targets

__all__ = ["ANSWERING", "provoked"]

ANSWERING = ("THREATEN", "SANCTION", "ACCUSE")  # types of which the cause tells the target
HOSTILE = ("ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE", "ACCUSE", "REJECT")
CAUSES = ("after", "because", "since")


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
            return sources(article, inner)
    return ()


def _dealt_with(article: Article, i: int, matches: Matches, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """The target of the verb that this one is coordinated with."""
    token = article.parse.tokens[i]
    before = matches.get(token.head) if token.dep == "conj" else None
    return targets(article, before, matches, source) if before is not None and before.act.event else ()
