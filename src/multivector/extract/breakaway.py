"""Regions that have broken away: they act for themselves, within a state that acts against them."""

from multivector.codebook.grammar import words
from multivector.extract.article import Article, Party
from multivector.text.base import Token

__all__ = ["breakaway"]

SECEDED = words("breakaway", "seceded")
REGIONS = words("breakaway", "regions")
SECTOR = "REB"  # PLOVER's code for armed and separatist groups


def breakaway(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the breakaway region of Abkhazia", "separatist Transnistria": a non-state actor of the state that it left.

    () for other phrases, and for a region of which neither a name nor an owner tells the state.
    """
    if article.parse.language != "en":
        return ()
    if not any(t.lemma.lower() in SECEDED for t in article.parse.children(token.i, "amod", "compound")):
        return ()
    mention = article.mention(token)
    if mention is None and token.lemma.lower() not in REGIONS:
        return ()
    state = (mention.state if mention.via != "demonym" else None) if mention is not None else _left(article, token)
    return (Party(state, f"{state}:{SECTOR}", token.i, SECTOR, False),) if state else ()


def _left(article: Article, region: Token) -> str | None:
    """The state that a region lies in: "Georgia's breakaway region", "the breakaway region of Abkhazia"."""
    for child in article.parse.children(region.i, "poss", "amod", "compound", "appos", "nmod"):
        mention = article.mention(child) if child.case in ("", "of") else None
        if mention is not None and mention.kind == "state" and mention.state:
            return mention.state
    return None
