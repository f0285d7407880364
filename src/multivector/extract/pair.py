"""Coding one marked pair: the act that binds the source phrase to the target phrase, and the clues it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from multivector.codebook.acts import TriggerKind, triggers
from multivector.codebook.ranking import Clue, ranking
from multivector.extract.article import Article, Party
from multivector.extract.compose import Composed
from multivector.extract.marked import Marked
from multivector.text.base import Parse, Token

__all__ = ["Pair", "binding", "choose", "clues"]

KINDS: dict[str, TriggerKind] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
CONTENT = ("VERB", "NOUN", "ADJ", "PROPN", "ADV")
WINDOW = 6  # tokens before the first phrase and behind the second that still say something of the pair
FARTHER = 0.5  # of a word's strength where it governs the phrase by way of another
NEAR, FAR = 0.6, 0.5  # of a word's strength beside the phrases, and anywhere in the text


@dataclass(frozen=True, slots=True)
class Pair:
    """What is looked at when a marked pair is coded: the article, both phrases, and the acts read in it."""

    article: Article
    source: Marked
    target: Marked
    composed: Sequence[Composed]


def choose(pair: Pair) -> tuple[str, Composed | None, tuple[str, ...]]:
    """The root of the pair's act, the reading that supports it best (None where only words do), and the clues that
    weighed most for it."""
    table = ranking()
    found = clues(pair)
    root = table.best(found)
    fitting = [c for c in pair.composed if _root(c.type) == root]
    best = max(fitting, key=lambda c: _strength(pair, c), default=None)
    return root, best, table.reasons(found, root)


def clues(pair: Pair) -> dict[Clue, float]:
    """Every clue of the pair with its strength: acts by how they bind the phrases, words by where they stand."""
    found: dict[Clue, float] = {}
    for place, root, strength in _all_clues(pair):
        clue = Clue(place, root)
        found[clue] = max(found.get(clue, 0.0), strength)
    return found


def binding(pair: Pair, composed: Composed) -> str:
    """Which phrase stands where: "ST" for source and target as marked, "S-", "-T", "TS" the other way round, "--"."""
    return _side(pair, composed.source) + _side(pair, composed.target)


def _all_clues(pair: Pair) -> Iterator[tuple[str, str, float]]:
    """Place, root and strength; a clue may come several times."""
    for composed in pair.composed:
        yield binding(pair, composed), _root(composed.type), 1.0
    for place, token, strength in _words(pair):
        yield from ((place, root, strength * share) for root, share in _possible(token))


def _root(kind: str) -> str:
    """ZSP's fifteen roots: CONCEDE and RETREAT are both YIELD (Hu et al. 2024)."""
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


def _strength(pair: Pair, composed: Composed) -> tuple[int, int]:
    bound = binding(pair, composed)
    return (len(bound.replace("-", "")), bound.startswith("S"))


def _side(pair: Pair, found: Sequence[Party]) -> str:
    codes = {p.actor for p in found} | {p.code for p in found}
    tokens = {p.token for p in found}
    for letter, phrase in (("S", pair.source), ("T", pair.target)):
        if phrase.side in codes or tokens & phrase.tokens:
            return letter
    return "-"


def _words(pair: Pair) -> Iterator[tuple[str, Token, float]]:
    """The words that may say what the act is: the place at which each stands, the word, and its strength there."""
    parse = pair.article.parse
    for place, phrase in (("S", pair.source), ("T", pair.target)):
        for rank, governor in enumerate(_governors(parse, phrase)):
            yield place, governor, FARTHER if rank else 1.0
    for token in _way(pair):
        if token.pos in CONTENT:
            yield "way", token, 1.0
    spots = sorted(filter(None, (pair.source.tokens, pair.target.tokens)), key=min)
    first, second = spots[0], spots[-1]
    between = [t for t in parse.tokens[max(first) + 1 : min(second)] if t.i not in first]
    yield from (("between", t, 1.0) for t in _plain(between))
    before = parse.tokens[max(0, min(first) - WINDOW) : min(first)]
    yield from (("around", t, NEAR) for t in _plain([*before, *parse.tokens[max(second) + 1 :][:WINDOW]]))
    yield from (("text", t, FAR) for t in _plain(parse.tokens) if t.i not in first | second)


def _governors(parse: Parse, phrase: Marked) -> list[Token]:
    """Content words above the phrase, nearest first, three at most."""
    above = parse.ancestors(phrase.head) if phrase.head is not None else ()
    return [t for t in above if t.pos in CONTENT and t.i not in phrase.tokens][:3]


def _way(pair: Pair) -> list[Token]:
    """The words on the way through the parse from one phrase to the other; none where they stand in two sentences."""
    parse = pair.article.parse
    if pair.source.head is None or pair.target.head is None:
        return []
    up = [t.i for t in parse.ancestors(pair.source.head)]
    down = [t.i for t in parse.ancestors(pair.target.head)]
    meet = next((i for i in up if i in down), None)
    if meet is None:
        return []
    way = [*up[: up.index(meet) + 1], *reversed(down[: down.index(meet)])]
    return [parse.tokens[i] for i in way if i not in pair.source.tokens | pair.target.tokens]


def _plain(tokens: Iterable[Token]) -> list[Token]:
    return [t for t in tokens if t.pos not in ("PUNCT", "SPACE", "NUM", "DET", "AUX")]


def _possible(token: Token) -> tuple[tuple[str, float], ...]:
    """The roots that any frame gives the word, its conditions apart, with the share of its plain triggers: a word that
    many types use says little for each, and one that needs other words beside it half as much."""
    kind = KINDS.get(token.pos)
    weight: dict[str, float] = {}
    for trigger in triggers(kind).get(token.lemma.lower(), ()) if kind else ():
        if trigger.act.event:
            root = _root(trigger.act.event)
            weight[root] = max(weight.get(root, 0.0), 0.5 if trigger.others else 1.0)
    total = sum(weight.values())
    return tuple((root, w / total) for root, w in sorted(weight.items()))
