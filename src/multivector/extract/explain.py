"""Why a text was read as it was: the frames that fired or nearly fired, their arguments, the actors and the events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multivector.codebook.agents import agent_key
from multivector.extract.arguments import arguments
from multivector.extract.article import Article, Party
from multivector.extract.compose import compose
from multivector.extract.composed import Composed
from multivector.extract.frames import Match, candidates, find_acts, missing
from multivector.extract.parties import parties
from multivector.text.base import Token

__all__ = ["Explained", "Near", "Phrase", "explain"]

NEAR = 4  # frames that nearly fired, shown a word


@dataclass(frozen=True, slots=True)
class Phrase:
    """An argument: its label, its words, and each actor that they stand for with the reason."""

    label: str
    words: str
    actors: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A frame that knows the word and did not fire, and what it missed."""

    frame: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One word that frames know: where it stands, which frame fired (None for none), and what came of it."""

    start: int
    end: int
    word: str
    frame: str | None
    event: str | None  # the frame's type; None for an operator or where none fired
    phrases: tuple[Phrase, ...]
    near: tuple[Near, ...]
    outcome: str


def explain(article: Article) -> tuple[Explained, ...]:
    """Every word of the article that some frame knows, in text order."""
    matches = find_acts(article)
    events = {c.match.token: c for c in compose(article, matches)}
    known = (t for t in article.parse.tokens if t.i in matches or candidates(t))
    return tuple(_explained(article, t, matches, events) for t in known)


def _explained(article: Article, token: Token, matches: dict[int, Match], events: dict[int, Composed]) -> Explained:
    match = matches.get(token.i)
    return Explained(
        token.start,
        token.end,
        token.text,
        match.act.id if match else None,
        match.act.event if match else None,
        tuple(_phrases(article, match)) if match else (),
        _near(article, token, match),
        _outcome(match, events.get(token.i)),
    )


def _phrases(article: Article, match: Match) -> Iterator[Phrase]:
    for label, heads in match.arguments.items():
        for i in heads:
            inside = article.parse.subtree(i, without=("relcl", "advcl", "punct", "ccomp"))
            start, end = article.parse.span(inside)
            found = parties(article, i)
            reasons = tuple((p.actor, _reason(article, i, p)) for p in found)
            yield Phrase(label, article.parse.text[start:end], reasons)


def _reason(article: Article, i: int, party: Party) -> str:
    """How the phrase leads to the actor."""
    token = article.parse.tokens[i]
    mention = article.mention(article.parse.tokens[party.token]) if party.token >= 0 else None
    if mention is not None and party.token == i:
        return f"by its {mention.via}"
    if token.pos == "PRON":
        return f"{token.text!r} refers to it"
    noun = agent_key(token.lemma, token.text)
    return f"{noun!r} of that state ({party.sector})" if noun else "described so"


def _near(article: Article, token: Token, match: Match | None) -> tuple[Near, ...]:
    given = arguments(article.parse, token.i)
    fired = match.act.id if match else None
    tried = [Near(t.act.id, missing(article, token, t, given)) for t in candidates(token) if t.act.id != fired]
    return tuple(near for near in tried if near.reason)[:NEAR]


def _outcome(match: Match | None, event: Composed | None) -> str:
    if match is None:
        return "no frame fired"
    if match.act.event is None:
        return f"operator ({match.act.operator}): changes the act that it governs"
    if event is None:
        return "no event: it belongs to another act, or a party that it needs is missing"
    return f"{event.type} {event.status}: {_codes(event.source)} -> {_codes(event.target)}"


def _codes(found: Sequence[Party]) -> str:
    return ", ".join(dict.fromkeys(p.actor for p in found)) or "nobody named"
