"""Parties that an act borrows from the clause around it: who fights "after fighting with rebels", who dies "in Syrian
custody", whose raid it is "in which nine people were killed"."""

from multivector.codebook.grammar import words
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.frames import Match
from multivector.extract.inside import within
from multivector.extract.parties import parties
from multivector.extract.refs import subjects_above
from multivector.extract.roles import Matches, sources
from multivector.extract.subjects import is_passive, subject
from multivector.text.base import Token

__all__ = ["borrowed_doer", "borrowed_sufferer", "deprived"]

OCCASIONS = words("lent", "occasions")
KEEPING = words("lent", "keeping")
SETTINGS = words("lent", "settings")
ARTICLES = ("en",)  # languages in which talks are told by a verb of their own
OWNERS = ("its", "their", "his", "her")
HARM = ("ASSAULT", "COERCE")


def borrowed_doer(article: Article, match: Match, matches: Matches) -> tuple[Party, ...]:
    """Who does an act that its own phrase leaves to nobody; () where the clause around does not say."""
    return _one_side(article, match) or _of_the_deed(article, match, matches)


def borrowed_sufferer(article: Article, match: Match) -> tuple[Party, ...]:
    """Who is held: "a Jordanian died in Syrian custody"; () for acts that tell it themselves."""
    noun = article.parse.tokens[match.token]
    if match.kind != "noun" or noun.lemma not in KEEPING or noun.case not in ("in", "under"):
        return ()
    holder = article.parse.tokens[noun.head]
    if noun.dep == "nmod":
        return parties(article, holder.i)
    held = subject(article.parse, holder.i) if noun.dep == "obl" else None
    return parties(article, held) if held is not None else ()


def deprived(article: Article, match: Match, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "complained that soldiers had seized their boats": whose a thing is that somebody else takes or strikes."""
    if match.act.event not in HARM or match.kind != "verb" or not source:
        return ()
    own = {p.code for p in source}
    for j in match.arguments.get("obj", ()):
        thing = core(article.parse, j)
        owner = article.parse.child(thing, "poss")
        if owner is None or owner.word not in OWNERS:
            continue
        for above in subjects_above(article.parse, owner):
            found = tuple(p for p in within(article, above.i) if p.code not in own)
            if found:
                return found
    return ()


def _one_side(article: Article, match: Match) -> tuple[Party, ...]:
    """ "Troops took the town after fighting with rebels": the clause's subject is the other side.

    Russian agencies tell talks by what was said there: "на встрече с Путиным Эрдоган осудил ...".
    """
    noun = article.parse.tokens[match.token]
    telling = article.parse.language not in ARTICLES and match.act.event == "CONSULT" and noun.case in SETTINGS
    if match.kind != "noun" or not match.act.reciprocal or noun.dep != "obl":
        return ()
    if not telling and noun.case not in OCCASIONS:
        return ()
    others = {
        p.code for label in ("with", "against") for j in match.arguments.get(label, ()) for p in parties(article, j)
    }
    doer = subject(article.parse, noun.head) if others else None
    return tuple(p for p in parties(article, doer) if p.code not in others) if doer is not None else ()


def _of_the_deed(article: Article, match: Match, matches: Matches) -> tuple[Party, ...]:
    """ "two Libyan raids in which nine people were killed": who struck is who killed."""
    verb = article.parse.tokens[match.token]
    if match.act.event not in HARM or match.kind != "verb" or not is_passive(article.parse, verb):
        return ()
    clause = _relative(article, verb)
    deed = matches.get(clause.head) if clause is not None else None
    return sources(article, deed) if deed is not None and deed.act.event in HARM else ()


def _relative(article: Article, verb: Token) -> Token | None:
    """The clause "in which ..." that the verb is or is said in."""
    for token in (verb, *article.parse.ancestors(verb.i)):
        spots = article.parse.children(token.i, "obl", "nmod", "advmod")
        if token.dep == "relcl" and any(t.word in ("which", "where", "that") and t.i < verb.i for t in spots):
            return token
        if token.dep not in ("ccomp", "relcl"):
            return None
    return None
