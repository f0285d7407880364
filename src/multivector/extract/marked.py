"""Two phrases that the user marked in a text, made into actors whatever the tables know of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from multivector.errors import UnreadableInput
from multivector.extract.article import Article, Party
from multivector.extract.inside import within
from multivector.extract.parties import parties
from multivector.model import Actor, ActorKind, Mention
from multivector.text.base import Parse, Token

__all__ = ["Marked", "Side", "mark"]

Side = Literal["SOURCE", "TARGET"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked phrase: its words, its tokens, their head (None where the text does not have the phrase: "an actor"
    for whoever is left unsaid), and the actors that the tables see in it."""

    side: Side
    words: str
    tokens: frozenset[int]
    head: int | None
    known: tuple[Party, ...]


def _find(text: str, source: str, target: str) -> tuple[Span | None, Span | None]:
    """Where the two phrases stand in the text: the first places that do not overlap, exact case before any case; None
    for a phrase that the text does not have. Raises UnreadableInput where it has neither."""
    sources, targets = _places(text, source), _places(text, target)
    if not sources and not targets:
        raise UnreadableInput(f"neither {source!r} nor {target!r} stands in the text; give them as the text has them")
    apart = [(s, t) for s in sources for t in targets if s[1] <= t[0] or t[1] <= s[0]]
    return apart[0] if apart else (next(iter(sources), None), next(iter(targets), None))


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


def mark(article: Article, phrases: tuple[str, str]) -> tuple[Article, Marked, Marked]:
    """The article with both phrases (source, target) as actors named SOURCE and TARGET, also where the text names
    them again; raises UnreadableInput where it has neither."""
    source, target = _find(article.document.text, *phrases)
    one = _marked(article, "SOURCE", phrases[0], source)
    two = _marked(article, "TARGET", phrases[1], target)
    shared = {p.actor for p in one.known} & {p.actor for p in two.known}
    names: dict[str, Side] = {p.actor: m.side for m in (one, two) for p in m.known if p.actor not in shared}
    mentions = {m: replace(m, actor=names.get(m.actor, m.actor)) for m in article.mentions}
    spans = [s for s in (source, target) if s is not None]
    inside = {m for m in mentions for start, end in spans if start <= m.start and m.end <= end}
    named = {i: mentions[m] for i, m in article.named.items() if m not in inside}
    actors = {str(p.side): _actor(article, p) for p in (one, two)}
    for phrase in (one, two):
        if phrase.head is not None:
            named[phrase.head] = _mention(article, phrase, actors[phrase.side].kind)
    return Article(article.document, article.parse, tuple(mentions.values()), article.actors | actors, named), one, two


def _marked(article: Article, side: Side, words: str, span: Span | None) -> Marked:
    tokens = _tokens(article.parse, span) if span else []
    if not tokens:
        return Marked(side, words, frozenset(), None, ())
    head = _head(tokens).i
    known = parties(article, head) or (within(article, head) if len(tokens) > 1 else ())
    known = tuple(p for p in known if any(t.i == p.token for t in tokens) or p.actor in article.actors)
    return Marked(side, words, frozenset(t.i for t in tokens), head, known)


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


def _mention(article: Article, phrase: Marked, kind: ActorKind) -> Mention:
    spots = [article.parse.tokens[i] for i in phrase.tokens]
    return Mention(min(t.start for t in spots), max(t.end for t in spots), phrase.side, kind, "marked")


def _actor(article: Article, phrase: Marked) -> Actor:
    known = next((article.actors[p.actor] for p in phrase.known if p.actor in article.actors), None)
    entity = "" if phrase.head is None else article.parse.tokens[phrase.head].entity
    kind: ActorKind = known.kind if known else "person" if entity == "PERSON" else "body"
    return Actor(phrase.side, kind, phrase.words, sector=known.sector if known else None)
