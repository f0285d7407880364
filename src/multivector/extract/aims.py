"""Whom a protest is aimed at by what it is for."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.codebook.grammar import words
from multivector.extract.article import Article, Party
from multivector.extract.parties import parties
from multivector.text.base import Token

__all__ = ["aims"]

CAUSES = words("roles", "causes")


def aims(article: Article, tokens: Sequence[int], source: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a protest is aimed at by what it is for: "marched to demand that the king go", "in defiance of Beijing".

    `tokens` are the protest's word and those of the verbs that carry it. Where nobody is named, people who protest
    where they live are taken to address their own state, as PLOVER's gold standard records do
    (docs/decisions/2026-11-threats-and-home.md).
    """
    parse, own = article.parse, {p.token for p in source}
    for child in (c for i in tokens for c in parse.children(i, "advcl", "xcomp", "acl", "obl", "nmod")):
        found = _aimed_at(article, child, own) if _is_aim(child) else []
        if found:
            return tuple(replace(p, official=False) for p in _unique(found))
    homes = {p.code: p for p in source if p.code.isupper() and (not p.official or _is_place(article, p))}
    return (
        tuple(replace(p, actor=p.code, sector=None, official=False) for p in homes.values()) if len(homes) == 1 else ()
    )


def _is_aim(token: Token) -> bool:
    """Whether a clause or phrase below a protest says what it is for."""
    return token.dep not in ("obl", "nmod") or token.lemma in CAUSES


def _aimed_at(article: Article, child: Token, own: set[int]) -> list[Party]:
    """The first parties in the phrase besides those who protest."""
    for j in article.parse.subtree(child.i, without=("relcl", "appos", "aside")):
        found = [p for p in parties(article, j) if p.token not in own and not _is_whose(article, j)]
        if found:
            return found
    return []


def _is_place(article: Article, party: Party) -> bool:
    """ "акции протеста в Алма-Ате": in languages where the place alone stands for its people."""
    mention = article.mention(article.parse.tokens[party.token]) if article.parse.language != "en" else None
    return mention is not None and mention.kind == "state" and mention.via != "demonym"


def _is_whose(article: Article, j: int) -> bool:
    """ "their demands": a pronoun's owner says whose the aim is, not whom it is aimed at."""
    return article.parse.tokens[j].pos == "PRON"


def _unique(found: list[Party]) -> list[Party]:
    kept: list[Party] = []
    for party in found:
        if all((party.code, party.actor) != (k.code, k.actor) for k in kept):
            kept.append(party)
    return kept
