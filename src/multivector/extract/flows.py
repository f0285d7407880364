"""Who stops a flow of goods of whom, where the passive names nobody: "the import of grain from A to B was banned"."""

from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.frames import Match
from multivector.extract.parties import parties

__all__ = ["along"]

Pair = tuple[tuple[Party, ...], tuple[Party, ...]]
INWARD = ("import", "importation", "entry")
OUTWARD = ("export", "exportation")


def along(article: Article, match: Match, source: tuple[Party, ...], target: tuple[Party, ...]) -> Pair:
    """Source and target of a measure on imports or exports that tells no doer: whose border it is, and who is beyond.

    An act with a doer, or on anything else, is handed back as it is.
    """
    if source or match.act.event not in ("SANCTION", "CONCEDE"):
        return source, target
    for j in match.arguments.get("obj", ()):
        noun = article.parse.tokens[core(article.parse, j)]
        if noun.lemma in INWARD or noun.lemma in OUTWARD:
            away, towards = _at(article, match, noun.i, "from"), _at(article, match, noun.i, "to", "into")
            home, abroad = (towards, away) if noun.lemma in INWARD else (away, towards)
            return (home, abroad) if home else (source, target)
    return source, target


def _at(article: Article, match: Match, noun: int, *cases: str) -> tuple[Party, ...]:
    """The parties behind these prepositions, in the noun's phrase or beside the verb."""
    inside = article.parse.subtree(noun, without=("relcl", "acl", "advcl"))
    heads = [j for j in inside if article.parse.tokens[j].case in cases]
    heads += [j for label in cases for j in match.arguments.get(label, ()) if j not in heads]
    return tuple(p for j in heads for p in parties(article, j))
