"""The speaker's stance toward each actor of a statement, with the words that carry it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from multivector.codebook.stance import StanceEntry, stance_lexicon
from multivector.extract.status import NEGATIONS
from multivector.model import Tone
from multivector.text.base import Parse, Token

__all__ = ["StanceHit", "stance_hits", "stance_toward"]

# A word this far (in dependency steps) from an actor still speaks of it fully; farther words count half.
NEAR = 4
FAR_WEIGHT = 0.5
INTENSIFIERS = {"very": 1.3, "deeply": 1.4, "extremely": 1.5, "strongly": 1.4, "highly": 1.3, "gravely": 1.4, "seriously": 1.3, "profoundly": 1.4, "fully": 1.2, "absolutely": 1.3, "utterly": 1.4, "great": 1.2, "strong": 1.2, "deep": 1.3, "serious": 1.3, "grave": 1.4, "slightly": 0.6, "somewhat": 0.7, "rather": 0.8, "little": 0.6, "minor": 0.6, "partly": 0.7}  # fmt: skip
NEGATION_FACTOR = -0.6  # "not friendly" is unfriendly, but less so (Taboada et al. 2011 shift rather than flip)
NEGATION_REACH = 4


@dataclass(frozen=True, slots=True)
class StanceHit:
    """A stance word or phrase at tokens, with its value after negation and intensifiers."""

    tokens: tuple[int, ...]
    value: float
    words: str


def stance_hits(parse: Parse, indices: Sequence[int]) -> list[StanceHit]:
    """Lexicon hits among the tokens, longest phrase first at each place, none overlapping."""
    lexicon = _by_first_lemma()
    found: list[StanceHit] = []
    i = 0
    while i < len(indices):
        entry, length = _longest(parse, indices, i, lexicon)
        if entry is None:
            i += 1
            continue
        tokens = tuple(indices[i : i + length])
        found.append(_hit(parse, tokens, entry))
        i += length
    return found


@cache
def _by_first_lemma() -> dict[str, tuple[StanceEntry, ...]]:
    found: dict[str, list[StanceEntry]] = {}
    for entry in stance_lexicon():
        found.setdefault(entry.lemmas[0], []).append(entry)
    return {k: tuple(sorted(v, key=lambda e: -len(e.lemmas))) for k, v in found.items()}


def _longest(
    parse: Parse, indices: Sequence[int], at: int, lexicon: dict[str, tuple[StanceEntry, ...]]
) -> tuple[StanceEntry | None, int]:
    for form in dict.fromkeys((parse.tokens[indices[at]].lemma.lower(), parse.tokens[indices[at]].text.lower())):
        for entry in lexicon.get(form, ()):
            size = len(entry.lemmas)
            here = [parse.tokens[j] for j in indices[at : at + size]]
            if len(here) == size and all(_is(t, lemma) for t, lemma in zip(here, entry.lemmas, strict=True)):
                if entry.pos is None or here[-1].pos == entry.pos:
                    return entry, size
    return None, 0


def _is(token: Token, lemma: str) -> bool:
    return lemma in (token.lemma.lower(), token.text.lower(), "*")


def _hit(parse: Parse, tokens: tuple[int, ...], entry: StanceEntry) -> StanceHit:
    head = parse.tokens[tokens[-1]]
    value = entry.value
    for child in parse.children(head.i, "advmod", "amod"):
        value *= INTENSIFIERS.get(child.text.lower(), 1.0)
    if not entry.fixed and _negated(parse, head, tokens):
        value *= NEGATION_FACTOR
    start, end = parse.span(list(tokens))
    return StanceHit(tokens, max(-1.0, min(1.0, value)), parse.text[start:end])


def _negated(parse: Parse, head: Token, own: tuple[int, ...]) -> bool:
    """A negation on the word, its determiner, or a governor within reach."""
    token = head
    for _ in range(NEGATION_REACH):
        if any(
            t.text.lower() in NEGATIONS and t.i not in own
            for t in parse.children(token.i, "neg", "det", "advmod", "preconj")
        ):
            return True
        if token.case == "without":
            return True
        if token.head == token.i or token.dep in ("ccomp", "relcl", "advcl", "conj", "nsubj", "nsubjpass"):
            return False
        token = parse.tokens[token.head]
    return False


def stance_toward(
    parse: Parse, actors: Iterable[tuple[str, Sequence[int]]], hits: Sequence[StanceHit]
) -> tuple[Tone, ...]:
    """One tone for each actor (code, its mention tokens): the weighted mean of the hits, 0.0 where none bears on it."""
    spots = list(actors)
    return tuple(_tone(parse, code, tokens, hits) for code, tokens in spots)


def _tone(parse: Parse, code: str, tokens: Sequence[int], hits: Sequence[StanceHit]) -> Tone:
    weighted = [(h, _weight(parse, tokens, h)) for h in hits]
    total = sum(w for _, w in weighted)
    if not total:
        return Tone(code, 0.0)
    value = sum(h.value * w for h, w in weighted) / max(1.0, total) ** 0.5
    words = tuple(h.words for h, w in sorted(weighted, key=lambda p: -abs(p[0].value * p[1]))[:4])
    return Tone(code, round(max(-1.0, min(1.0, value)), 3), words)


def _weight(parse: Parse, tokens: Sequence[int], hit: StanceHit) -> float:
    if not tokens:
        return 1.0
    distance = min(_distance(parse, t, hit.tokens[-1]) for t in tokens)
    return 1.0 if distance <= NEAR else FAR_WEIGHT


def _distance(parse: Parse, one: int, other: int) -> int:
    """Steps between two tokens in the dependency tree; large for different sentences."""
    path = [one, *(t.i for t in parse.ancestors(one))]
    steps = {i: n for n, i in enumerate(path)}
    for n, i in enumerate([other, *(t.i for t in parse.ancestors(other))]):
        if i in steps:
            return n + steps[i]
    return 99
