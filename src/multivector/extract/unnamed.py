"""Whose a deed is that only its weapon tells: unknown people of the place, as gunmen there would be."""

from collections.abc import Iterator

from multivector.codebook.grammar import words
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.frames import Match
from multivector.extract.home import PLACE, clause_state
from multivector.text.base import Token

__all__ = ["gathered", "unnamed"]

PLANTED = words("unnamed", "planted")
GATHERED = ("in", "to", "through", "across", "throughout", "into", "onto", "at")
SECTOR = "UNK"  # PLOVER's code for actors of whom nothing but the place is known


def unnamed(article: Article, match: Match) -> tuple[Party, ...]:
    """ "A roadside bomb near Samarra killed a soldier", "shot dead in an ambush in Lagos"; () where a doer is told, no
    place is, or the weapon may have come from afar (a missile, a drone)."""
    if match.act.event != "ASSAULT" or match.kind != "verb" or article.parse.language != "en":
        return ()
    told = [article.parse.tokens[core(article.parse, j)] for j in match.arguments.get("subj", ())]
    weapons = [t for t in told or _means(article, match) if t.lemma in PLANTED]
    if not weapons or len(weapons) < len(told):
        return ()
    state = next(_places(article, weapons), None) or clause_state(article, article.parse.tokens[match.token])
    return (Party(state, f"{state}:{SECTOR}", weapons[0].i, SECTOR, False),) if state else ()


def gathered(article: Article, match: Match) -> tuple[Party, ...]:
    """Whose people protest of whom only the place is told: "thousands took to the streets of Nairobi"."""
    if match.act.event != "PROTEST" or match.kind != "verb" or article.parse.language != "en":
        return ()
    for place in article.parse.children(match.token, "obl", "nmod"):
        inner = article.parse.children(place.i, "nmod")
        spots = [place, *(t for t in inner if t.case in ("of", "in"))] if place.case in GATHERED else []
        for token in spots:
            mention = article.named.get(token.i)
            if mention is not None and mention.kind == "state" and mention.state and mention.via != "demonym":
                return (Party(mention.state, f"{mention.state}:CVL", token.i, "CVL", False),)
    return ()


def _means(article: Article, match: Match) -> Iterator[Token]:
    """By what it was done where no subject says: "killed by a landmine", "died in a blast"."""
    for label in ("in", "by", "when"):
        for j in match.arguments.get(label, ()):
            yield article.parse.tokens[core(article.parse, j)]


def _places(article: Article, weapons: list[Token]) -> Iterator[str]:
    """The states of the places in the weapons' own phrases."""
    for weapon in weapons:
        for place in article.parse.children(weapon.i, "nmod", "obl"):
            for i in article.parse.subtree(place.i) if place.case in PLACE else ():
                mention = article.named.get(i)
                if mention is not None and mention.kind == "state" and mention.state:
                    yield mention.state
