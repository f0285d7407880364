"""Both sides of what is done without a subject: "relations between A and B were restored"."""

from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.frames import Match
from multivector.extract.parties import parties
from multivector.extract.subjects import is_passive

__all__ = ["sides_between"]

BETWEEN = "between"


def sides_between(article: Article, match: Match) -> tuple[Party, ...]:
    """The two or more who are told behind "between", with the verb or with its object; () for what one does alone."""
    if not match.act.reciprocal or (article.parse.language == "en" and not _is_told_without(article, match)):
        return ()
    things = [core(article.parse, j) for j in match.arguments.get("obj", ())]
    heads = [t.i for i in things for t in article.parse.children(i, "nmod", "pcl") if t.case == BETWEEN]
    found: dict[str, Party] = {}
    for i in (*match.arguments.get(BETWEEN, ()), *heads):
        for party in parties(article, core(article.parse, i)):
            found.setdefault(party.code, party)
    return tuple(found.values()) if len(found) > 1 else ()


def _is_told_without(article: Article, match: Match) -> bool:
    """ "Relations between X and Y were restored": nobody is told to have done it; "aimed at restoring" is of others."""
    return is_passive(article.parse, article.parse.tokens[match.token])
