"""Who acts where a verb's subject names a thing: whose it is."""

from multivector.codebook.agents import agent_key, descriptions
from multivector.codebook.grammar import words
from multivector.extract.article import Article, Party
from multivector.extract.parties import parties
from multivector.text.base import Token

__all__ = ["behind"]

VEHICLES = words("roles", "vehicles")


def behind(article: Article, i: int) -> tuple[Party, ...]:
    """The owner of a subject that acts for it: "Astana's decision deals a blow", "Russian aircraft"."""
    token = article.parse.tokens[i]
    if token.pos not in ("NOUN", "PROPN"):
        return ()
    people = agent_key(token.lemma, token.text) is not None or token.lemma.lower() in descriptions().organisation
    people = people or token.lemma in VEHICLES
    labels = ("poss", "amod", "compound", "nmod") if people else ("poss", "amod", "compound")
    for child in article.parse.children(i, *labels):
        found = parties(article, child.i) if child.case in ("", "of", "in", "from") else ()
        if found := found or _before_model(article, child):
            return found
    fired = [t for t in article.parse.children(i, "acl") if token.lemma in VEHICLES and t.tag == "VBN"]
    agents = [a.i for t in fired for a in article.parse.children(t.i, "agent", "obl") if a.case in ("by", "from")]
    return next((found for j in agents if (found := parties(article, j))), ())  # "shells fired by the army"


def _before_model(article: Article, child: Token) -> tuple[Party, ...]:
    """ "US Predator attacks", "Turkish F-16 strikes": whose the model is."""
    if child.dep != "compound" or not child.text[:1].isupper():
        return ()
    return next((p for t in article.parse.children(child.i, "compound", "amod") if (p := parties(article, t.i))), ())
