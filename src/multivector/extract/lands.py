"""Towns that say where something is: "Karachi police", "the Bryansk region"."""

from multivector.codebook.grammar import words
from multivector.extract.article import Article, Party
from multivector.text.base import Token

__all__ = ["land_of", "town_before"]

LANDS = words("parties", "lands")


def land_of(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the Bryansk region", "в Харьковской области": a part of the state in which the town lies that names it."""
    if token.lemma.lower() not in LANDS:
        return ()
    beside = article.parse.children(token.i, "amod", "compound")
    return next((found for t in beside if (found := town_before(article, t))), ())


def town_before(article: Article, token: Token) -> tuple[Party, ...]:
    """The state of a town whose name or adjective stands before a noun: "Karachi police", "минский суд"."""
    mention = article.mention(token) if token.dep in ("compound", "amod") else None
    if mention is None or mention.via != "city" or not mention.state:
        return ()
    return (Party(mention.state, mention.state, token.i),)
