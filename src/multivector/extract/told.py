"""Whom an act answers that names nobody, by what was told before: whose "the raid" is, and who dealt the first blow."""

from collections.abc import Iterator, Sequence

from multivector.codebook.acts import triggers
from multivector.codebook.grammar import words
from multivector.extract.answered import subjects_before
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.composed import Composed
from multivector.extract.frames import Match
from multivector.text.base import Token

__all__ = ["answered"]

DEEDS = words("roles", "deeds") | words("about", "deeds")
SAYINGS = words("told", "sayings")
SAID = ("ACCUSE", "THREATEN", "REQUEST", "REJECT", "SANCTION")  # types that "the claim", "the threat" may mean
NOT_DONE = ("ACCUSE", "REQUEST", "CONSULT")  # types that "the decision" does not
HOSTILE = ("ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE", "ACCUSE", "REJECT", "PROTEST")
ANSWERS = ("ACCUSE", "REJECT", "SUPPORT", "PROTEST", "REQUEST", "SANCTION", "THREATEN")
REPLIES = ("ACCUSE", "PROTEST", "REQUEST", "SANCTION", "THREATEN", "REJECT", "ASSAULT")
ILLS = words("told", "ills")  # what only somebody hostile can have done
POINTING = ("the", "this", "that", "these", "those", "such")
REACH = 2  # sentences back
OWN_REACH = 1  # the same where no act is read there, only who was spoken of


def answered(
    article: Article, match: Match, source: tuple[Party, ...], before: Sequence[Composed], *, carried: bool = False
) -> tuple[Party, ...]:
    """Who did what the act answers ("Brazil condemned the raid"), or who struck first ("Moscow vowed to respond").

    `before` are the events read so far, in text order; `carried` tells that a verb carries the act, "lodged a protest".
    Returns () where nobody fits, and for a bare noun, which is told rather than done. For English: languages without
    articles have a rule of their own (`doer_before`).
    """
    if article.parse.language != "en" or not source or (match.kind == "noun" and not carried):
        return ()
    own = {p.code for p in source} | {p.actor for p in source}
    deeds = [t for t in _named_things(article, match) if _is_deed(article, match, t)]
    if deeds and match.act.event not in ANSWERS:
        return ()
    if deeds:
        doer = _doer(article, deeds[0], own, before)
        return doer or (() if deeds[0].lemma in ILLS else _spoken_of(article, deeds[0], own))
    return _first_blow(article, match, own, before) if match.act.event in REPLIES else ()


def _named_things(article: Article, match: Match) -> Iterator[Token]:
    """The nouns that the act deals with, those of a clause under it included: "called the decision a mistake"."""
    for label, heads in match.arguments.items():
        for j in heads if label not in ("subj", "speaker", "if") else ():
            token = article.parse.tokens[core(article.parse, j)]
            yield token
            if token.pos in ("VERB", "AUX", "ADJ"):
                yield from article.parse.children(token.i, "nsubj", "nsubjpass")


def _is_deed(article: Article, match: Match, token: Token) -> bool:
    """A deed that was told before: "the ban", "this step", or "a step" of which the relative clause is the act."""
    if token.pos != "NOUN" or not (token.lemma in DEEDS or token.lemma in SAYINGS or _types(token)):
        return False
    if any(t.word in POINTING for t in article.parse.children(token.i, "det")):
        return True
    return match.token in {t.i for t in article.parse.children(token.i, "relcl")}


def _types(token: Token) -> set[str]:
    """The types of event that the noun itself names: "raid" an ASSAULT."""
    return {t.act.event for t in triggers("noun").get(token.lemma, ()) if t.act.event and not t.others}


def _doer(article: Article, deed: Token, own: set[str], before: Sequence[Composed]) -> tuple[Party, ...]:
    near = [c for c in reversed(before) if _is_near(article, c, deed) and c.source and c.status != "denied"]
    near = [c for c in near if own.isdisjoint(p.code for p in c.source)]
    exact = _types(deed)
    fitting = [c for c in near if c.type in exact]
    if not fitting and deed.lemma in ILLS:
        fitting = [c for c in near if c.type in HOSTILE]
    elif not fitting:
        fitting = [c for c in near if (c.type in SAID if deed.lemma in SAYINGS else c.type not in NOT_DONE)]
    return fitting[0].source if fitting else ()


def _is_near(article: Article, told: Composed, token: Token) -> bool:
    return told.match.token < token.i and token.sentence - article.parse.tokens[told.match.token].sentence <= REACH


def _spoken_of(article: Article, deed: Token, own: set[str]) -> tuple[Party, ...]:
    """The subject that was last spoken of, where the deed is in words that no frame knows."""
    for party in subjects_before(article, deed.i):
        if deed.sentence - article.parse.tokens[party.token].sentence > OWN_REACH:
            return ()
        if party.code not in own and party.code.isupper():
            return (party,)
    return ()


def _first_blow(article: Article, match: Match, own: set[str], before: Sequence[Composed]) -> tuple[Party, ...]:
    """Who has just done something to the one who now answers."""
    here = article.parse.tokens[match.token]
    for event in reversed(before):
        if not _is_near(article, event, here):
            continue
        aimed = {p.code for p in event.target} & own
        if event.type in HOSTILE and aimed and own.isdisjoint(p.code for p in event.source):
            return event.source
    return ()
