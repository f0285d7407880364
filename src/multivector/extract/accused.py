"""Who is accused where it is nobody that the tables know: not whom the deed was done to."""

from multivector.codebook.agents import agent_key
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.frames import Match
from multivector.extract.inside import within
from multivector.extract.parties import parties
from multivector.text.base import Token

__all__ = ["accused", "accuses_others"]

ACCUSING = ("accuse", "charge", "indict", "prosecute", "suspect", "implicate")


def accuses_others(article: Article, match: Match) -> bool:
    """ "accused smugglers of attacking Serbia": whoever is no actor is accused, not whom the deed was done to."""
    if match.kind != "verb" or article.parse.tokens[match.token].lemma not in ACCUSING:
        return False
    heads = [article.parse.tokens[core(article.parse, j)] for j in match.arguments.get("obj", ())]
    return any(
        t.pos == "PRON" or article.mention(t) or agent_key(t.lemma, t.text) or _of_deed(article, t) for t in heads
    )


def accused(article: Article, match: Match, *, without: frozenset[str]) -> tuple[Party, ...]:
    """Whom the words before the deed name: the accused, or whose they are ("opponents of Ukraine's president")."""
    for j in match.arguments.get("obj", ()):
        own = core(article.parse, j)
        below = article.parse.children(own, "poss", "amod", "compound", "nmod", "appos")
        spots = [t.i for t in below if not t.case or t.case in ("of", "from", "in")]
        found = parties(article, own) or next((p for i in spots if (p := within(article, i, without=without))), ())
        if found:
            return tuple(p for p in found if not (p.official and p.code in without))
    return ()


def _of_deed(article: Article, token: Token) -> bool:
    """Whether the accused's deed is told: "accused 'imperialists' of treating ..."."""
    spots = (token.i, token.head)
    return any(t.case == "of" and t.tag == "VBG" for i in spots for t in article.parse.children(i, "pcl"))
