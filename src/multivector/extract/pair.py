"""Coding one marked pair: the act that binds the source phrase to the target phrase, and the clues it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from multivector.codebook.acts import TriggerKind, triggers
from multivector.codebook.ranking import ranking
from multivector.extract.article import Article, Party
from multivector.extract.compose import Composed
from multivector.extract.marked import Marked
from multivector.extract.status import is_negated
from multivector.text.base import Parse, Token

__all__ = ["Pair", "choose", "clues"]

KINDS: tuple[TriggerKind, ...] = ("verb", "noun", "adjective")
CONTENT = ("VERB", "NOUN", "ADJ", "PROPN", "ADV")
WINDOW = 6  # tokens before the first phrase and behind the second that still say something of the pair


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


def clues(pair: Pair) -> dict[str, float]:
    """Every clue of the pair with its strength: acts by how they bind the phrases, words by where they stand."""
    found: dict[str, float] = {}
    for name, strength in _all_clues(pair):
        found[name] = max(found.get(name, 0.0), strength)
    return found


def _all_clues(pair: Pair) -> Iterator[tuple[str, float]]:
    yield from _acts(pair)
    yield from _predicates(pair)
    yield from _path(pair)
    yield from _words(pair)


def _root(kind: str) -> str:
    """ZSP's fifteen roots: CONCEDE and RETREAT are both YIELD (Hu et al. 2024)."""
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


def _strength(pair: Pair, composed: Composed) -> tuple[int, int]:
    bound = binding(pair, composed)
    return (len(bound.replace("-", "")), bound.startswith("S"))


def binding(pair: Pair, composed: Composed) -> str:
    """Which phrase stands where: "ST" for source and target as marked, "S-", "-T", "TS" the other way round, "--"."""
    return _side(pair, composed.source) + _side(pair, composed.target)


def _side(pair: Pair, found: Sequence[Party]) -> str:
    codes = {p.actor for p in found} | {p.code for p in found}
    tokens = {p.token for p in found}
    for letter, phrase in (("S", pair.source), ("T", pair.target)):
        if phrase.side in codes or tokens & phrase.tokens:
            return letter
    return "-"


def _acts(pair: Pair) -> Iterator[tuple[str, float]]:
    for composed in pair.composed:
        bound = binding(pair, composed)
        kind = _root(composed.type)
        yield f"act {kind} {bound}", 2.0 if "S" in bound or "T" in bound else 0.5
        yield f"act {kind} {bound} {composed.status}", 1.0
        yield f"frame {composed.rule} {'bound' if bound != '--' else 'loose'}", 1.0
        for outer in composed.chain:
            yield f"under {outer.act.id} {kind}", 1.0


def _predicates(pair: Pair) -> Iterator[tuple[str, float]]:
    """The words that govern each phrase, with their particles, objects and negation."""
    parse = pair.article.parse
    for letter, phrase in (("S", pair.source), ("T", pair.target)):
        if phrase.head is None:
            continue
        head = parse.tokens[phrase.head]
        yield f"{letter} {head.dep} {head.case}", 0.5
        for rank, governor in enumerate(_governors(parse, phrase)):
            strength = 1.0 if rank == 0 else 0.5
            yield f"{letter}{min(rank, 1)} {governor.lemma.lower()}", 1.5 * strength
            yield f"governs {governor.lemma.lower()}", strength
            yield from ((f"{letter} can {kind}", strength * share) for kind, share in _possible(governor))
            if is_negated(parse, governor.i):
                yield f"{letter}{min(rank, 1)} negated", strength
            for child in parse.children(governor.i, "prt", "aux", "auxpass", "acomp", "obj", "xcomp", "obl", "attr"):
                if child.i not in phrase.tokens:
                    yield f"{letter} {governor.lemma.lower()} {child.case} {child.lemma.lower()}", strength
                    yield f"{letter}{min(rank, 1)} below {child.lemma.lower()}", strength * 0.7


def _governors(parse: Parse, phrase: Marked) -> list[Token]:
    """Content words above the phrase, nearest first, three at most."""
    above = parse.ancestors(phrase.head) if phrase.head is not None else ()
    return [t for t in above if t.pos in CONTENT and t.i not in phrase.tokens][:3]


def _possible(token: Token) -> tuple[tuple[str, float], ...]:
    """The roots that any frame gives the word, its conditions apart, with the share of its plain triggers: a word that
    many types use says little for each, and one that needs other words beside it half as much."""
    found = [t for kind in KINDS for t in triggers(kind).get(token.lemma.lower(), ()) if _suits(token, kind)]
    weight: dict[str, float] = {}
    for trigger in found:
        if trigger.act.event:
            root = _root(trigger.act.event)
            weight[root] = max(weight.get(root, 0.0), 0.5 if trigger.others else 1.0)
    total = sum(weight.values())
    return tuple((root, w / total) for root, w in sorted(weight.items()))


def _suits(token: Token, kind: TriggerKind) -> bool:
    return {"verb": "VERB", "noun": "NOUN", "adjective": "ADJ"}[kind] == token.pos


def _path(pair: Pair) -> Iterator[tuple[str, float]]:
    """The words on the way through the parse from one phrase to the other."""
    parse = pair.article.parse
    if pair.source.head is None or pair.target.head is None:
        return
    up = [t.i for t in parse.ancestors(pair.source.head)]
    down = [t.i for t in parse.ancestors(pair.target.head)]
    meet = next((i for i in up if i in down), None)
    if meet is None:
        return
    way = [*up[: up.index(meet) + 1], *reversed(down[: down.index(meet)])]
    tokens = [parse.tokens[i] for i in way if i not in pair.source.tokens | pair.target.tokens]
    for token in tokens:
        if token.pos in CONTENT:
            yield f"way {token.lemma.lower()}", 1.5
            yield from ((f"way can {kind}", share) for kind, share in _possible(token))
    shape = [t.lemma.lower() for t in tokens if t.pos in ("VERB", "NOUN")]
    if 0 < len(shape) <= 3:
        yield "way " + " > ".join(shape), 1.0


def _words(pair: Pair) -> Iterator[tuple[str, float]]:
    """Words between the phrases and beside them, and pairs of neighbours."""
    parse = pair.article.parse
    spots = sorted(filter(None, (pair.source.tokens, pair.target.tokens)), key=min)
    first, second = spots[0], spots[-1]
    low, high = max(first), min(second)
    between = [t for t in parse.tokens[low + 1 : high] if t.i not in first]
    yield from _bag("between", between, 1.0)
    around = [*parse.tokens[max(0, min(first) - WINDOW) : min(first)], *parse.tokens[max(second) + 1 :][:WINDOW]]
    yield from _bag("around", around, 0.6)
    yield from _bag("text", [t for t in parse.tokens if t.i not in first | second], 0.5)


def _bag(place: str, tokens: Iterable[Token], strength: float) -> Iterator[tuple[str, float]]:
    words = [t for t in tokens if t.pos not in ("PUNCT", "SPACE", "NUM", "DET", "AUX")]
    lemmas = [t.lemma.lower() for t in words if t.entity != "PERSON" and (t.pos != "PROPN" or t.text.islower())]
    yield from ((f"{place} {lemma}", strength) for lemma in lemmas)
    if place == "between":
        yield from ((f"pair {a} {b}", strength) for a, b in pairwise(lemmas))
    for token in words:
        yield from ((f"{place} can {kind}", strength * share) for kind, share in _possible(token))
