"""Towns in which parties meet, and matters that they agree on, which are none of them."""

from multivector.codebook.agents import descriptions
from multivector.extract.article import Article
from multivector.extract.frames import Match
from multivector.world.names import CITIES

__all__ = ["WHERE", "is_city", "is_matter", "is_seat", "is_venue"]

WHERE = ("in", "at")  # where several meet is no party of what they agree on
GATHERINGS = descriptions().meeting - {"meeting"} | {"forum", "assembly", "plenary", "roundtable"}
TALKS = {"talk", "negotiation", "consultation", "dialogue", "discussion"}


def is_venue(article: Article, match: Match, j: int) -> bool:
    """ "agreed in Ankara to end the feud": the city in which they agree."""
    return match.act.event == "AGREE" and is_city(article, j)


def is_seat(article: Article, match: Match, i: int, *, several: bool = False) -> bool:
    """ "holds a summit in Abuja": where a meeting of many is held is none of its parties.

    Nor is the place of talks that `several` hold with one another, be it a city or a country.
    """
    token = article.parse.tokens[i]
    if match.act.event != "CONSULT" or token.lemma not in (GATHERINGS | TALKS if several else GATHERINGS):
        return False
    places = [t for t in article.parse.children(i, "nmod") if t.case in WHERE]
    return bool(places) if several else any(is_city(article, t.i) for t in places)


def is_city(article: Article, j: int) -> bool:
    """Whether the token names a town."""
    mention = article.mention(article.parse.tokens[j])
    return mention is not None and mention.via in CITIES


def is_matter(article: Article, i: int, act: int) -> bool:
    """ "signed a memorandum on a railway to the border of Uganda": what stands below "on" within the
    act's words is no party to it."""
    for token in (article.parse.tokens[i], *article.parse.ancestors(i)):
        if token.i == act:
            return False
        if token.case in ("on", "about", "concerning", "regarding"):
            return True
    return False
