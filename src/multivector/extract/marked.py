"""Two phrases that the user marked in a text, made into actors whatever the tables know of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from multivector.errors import UnreadableInput
from multivector.extract.article import Article, Party
from multivector.extract.parties import parties, within
from multivector.model import Actor, ActorKind, Mention
from multivector.text.base import Parse, Token

__all__ = ["Marked", "Side", "find_phrases", "mark"]

Side = Literal["SOURCE", "TARGET"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked phrase: its span, its tokens, their head, and the actors that the tables see in it."""

    side: Side
    start: int
    end: int
    tokens: frozenset[int]
    head: int
    known: tuple[Party, ...]


def find_phrases(text: str, source: str, target: str) -> tuple[Span, Span]:
    """Where the two phrases stand in the text: the first places that do not overlap, exact case before any case.

    Raises UnreadableInput where one of them does not stand there.
    """
    sources, targets = _places(text, source), _places(text, target)
    for phrase, places in ((source, sources), (target, targets)):
        if not places:
            raise UnreadableInput(f"the phrase {phrase!r} does not stand in the text; give it as the text has it")
    apart = [(s, t) for s in sources for t in targets if s[1] <= t[0] or t[1] <= s[0]]
    return apart[0] if apart else (sources[0], targets[0])


def _places(text: str, phrase: str) -> list[Span]:
    wanted = phrase.strip()
    for plain, words in ((text, wanted), (text.lower(), wanted.lower())):
        found = [i for i in range(len(plain)) if words and plain.startswith(words, i)]
        whole = [i for i in found if _is_whole(plain, i, i + len(words))]
        if found:
            return [(i, i + len(words)) for i in whole or found]
    return []


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() and start) and not text[end : end + 1].isalnum()


def mark(article: Article, source: Span, target: Span) -> tuple[Article, Marked, Marked]:
    """The article with both phrases as actors named SOURCE and TARGET, also where the text names them again."""
    one, two = _marked(article, "SOURCE", source), _marked(article, "TARGET", target)
    shared = {p.actor for p in one.known} & {p.actor for p in two.known}
    names: dict[str, Side] = {p.actor: m.side for m in (one, two) for p in m.known if p.actor not in shared}
    mentions = {m: replace(m, actor=names.get(m.actor, m.actor)) for m in article.mentions}
    inside = {m for m in mentions for p in (one, two) if p.start <= m.start and m.end <= p.end}
    named = {i: mentions[m] for i, m in article.named.items() if m not in inside}
    for phrase in (one, two):
        named[phrase.head] = _mention(article, phrase)
    actors = {**article.actors, **{p.side: _actor(article, p) for p in (one, two)}}
    return Article(article.document, article.parse, tuple(mentions.values()), actors, named), one, two


def _marked(article: Article, side: Side, span: Span) -> Marked:
    tokens = _tokens(article.parse, span)
    head = _head(tokens).i
    known = parties(article, head) or within(article, head) if len(tokens) > 1 else parties(article, head)
    known = tuple(p for p in known if any(t.i == p.token for t in tokens) or p.actor in article.actors)
    return Marked(side, *span, frozenset(t.i for t in tokens), head, known)


def _tokens(parse: Parse, span: Span) -> Sequence[Token]:
    """The tokens that touch the span: a known name of several words is one token, of which it may be a part."""
    return [t for t in parse.tokens if t.start < span[1] and t.end > span[0]]


def _head(tokens: Sequence[Token]) -> Token:
    """The phrase's head: its noun that hangs on a word outside it, the first of several."""
    inside = {t.i for t in tokens}
    outer = [t for t in tokens if t.head not in inside or t.head == t.i]
    nouns = [t for t in outer if t.pos in ("NOUN", "PROPN", "PRON", "NUM")]
    rest = [t for t in tokens if t.pos in ("NOUN", "PROPN", "PRON")]
    return (nouns or rest or outer or list(tokens))[0]


def _mention(article: Article, phrase: Marked) -> Mention:
    actor = _actor(article, phrase)
    return Mention(phrase.start, phrase.end, phrase.side, actor.kind, "marked")


def _actor(article: Article, phrase: Marked) -> Actor:
    words = article.parse.text[phrase.start : phrase.end]
    known = next((article.actors[p.actor] for p in phrase.known if p.actor in article.actors), None)
    entity = article.parse.tokens[phrase.head].entity
    kind: ActorKind = known.kind if known else "person" if entity == "PERSON" else "body"
    return Actor(phrase.side, kind, words, sector=known.sector if known else None)
