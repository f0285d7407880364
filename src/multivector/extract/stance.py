"""The speaker's stance toward each actor of a statement, with the words that carry it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from multivector.codebook.stance import FallsOn, StanceEntry, stance_lexicon
from multivector.extract.stance_roles import Part, PartName, climb, part_in
from multivector.extract.status import NEGATIONS
from multivector.model import Tone
from multivector.text.base import Parse, Token

__all__ = ["StanceHit", "stance_hits", "stance_toward"]

INTENSIFIERS = {"very": 1.3, "deeply": 1.4, "extremely": 1.5, "strongly": 1.4, "highly": 1.3, "gravely": 1.4, "seriously": 1.3, "profoundly": 1.4, "fully": 1.2, "absolutely": 1.3, "utterly": 1.4, "totally": 1.3, "completely": 1.3, "really": 1.2, "truly": 1.3, "so": 1.2, "most": 1.2, "great": 1.2, "strong": 1.2, "deep": 1.3, "serious": 1.3, "grave": 1.4, "slightly": 0.6, "somewhat": 0.7, "rather": 0.8, "little": 0.6, "minor": 0.6, "partly": 0.7}  # fmt: skip
# "not friendly" is unfriendly, but less so, and "no scandal" is faint praise (Taboada et al. 2011 shift rather than flip).
NEGATED_PRAISE = -0.7
NEGATED_BLAME = -0.35
NEGATION_REACH = 3
TURN_FACTOR = -0.5  # an ill that is fought or ended
SYMPATHY_FACTOR = -0.4  # blame for what befalls an actor is sympathy with it: "condemn the attack on X"
# A word within so many dependency steps of an actor speaks of it fully; farther words count half. NEAR, FAR_WEIGHT and
# WEIGHTS were chosen on the training part of NewsMTSC (Hamborg and Donnay 2021), to one digit.
NEAR = 6
FAR_WEIGHT = 0.5
WEIGHTS: dict[FallsOn, dict[PartName, float]] = {
    "subject": {"subject": 1.0, "object": 0.0, "scope": 0.8, "other": 0.8, "said": 0.05},
    "object": {"subject": 0.4, "object": 1.0, "scope": 1.0, "other": 0.5, "said": 0.05},
    "both": {"subject": 1.0, "object": 0.7, "scope": 0.5, "other": 0.5, "said": 0.05},
}
# Single words without a part of speech of their own in the lexicon; names ("Justice Department") and "like" are none.
CONTENT_WORDS = ("NOUN", "VERB", "ADJ", "ADV", "INTJ")
CROWDING = 0.15  # 0 adds the words up, 1 takes their mean
NEAREST = 4  # mentions of an actor looked at on either side of a word, so that the time stays linear
SPEAKERS = {"i", "we"}


@dataclass(frozen=True, slots=True)
class StanceHit:
    """A stance word or phrase at tokens, with its value after negation and intensifiers."""

    tokens: tuple[int, ...]
    value: float
    words: str
    head: int
    falls_on: FallsOn = "both"
    turns: bool = False


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
    return _turned(parse, found)


@cache
def _by_first_lemma() -> dict[str, tuple[StanceEntry, ...]]:
    found: dict[str, list[StanceEntry]] = {}
    for entry in stance_lexicon():
        found.setdefault(entry.lemmas[0], []).append(entry)
    return {k: tuple(sorted(v, key=lambda e: -len(e.lemmas))) for k, v in found.items()}


def _longest(
    parse: Parse, indices: Sequence[int], at: int, lexicon: dict[str, tuple[StanceEntry, ...]]
) -> tuple[StanceEntry | None, int]:
    first = parse.tokens[indices[at]]
    best: StanceEntry | None = None
    for form in dict.fromkeys((first.text.lower(), first.lemma.lower())):
        for entry in lexicon.get(form, ()):
            if (best is None or len(entry.lemmas) > len(best.lemmas)) and _fits(parse, indices, at, entry):
                best = entry
    return best, len(best.lemmas) if best else 0


def _fits(parse: Parse, indices: Sequence[int], at: int, entry: StanceEntry) -> bool:
    here = [parse.tokens[j] for j in indices[at : at + len(entry.lemmas)]]
    if len(here) < len(entry.lemmas) or entry.pos not in (None, here[-1].pos):
        return False
    if len(here) == 1 and entry.pos is None and here[0].pos not in CONTENT_WORDS:
        return False
    return all(lemma in (t.lemma.lower(), t.text.lower(), "*") for t, lemma in zip(here, entry.lemmas, strict=True))


def _hit(parse: Parse, tokens: tuple[int, ...], entry: StanceEntry) -> StanceHit:
    head = parse.tokens[next((i for i in tokens if parse.tokens[i].head not in tokens), tokens[-1])]
    value = entry.value
    for child in parse.children(head.i, "advmod", "amod"):
        if child.i not in tokens:
            value *= INTENSIFIERS.get(child.text.lower(), 1.0)
    negated = not entry.fixed and _negated(parse, head, tokens)
    if negated:
        value *= NEGATED_PRAISE if value > 0 else NEGATED_BLAME
    start, end = parse.span(list(tokens))
    words = parse.text[start:end]
    return StanceHit(tokens, max(-1.0, min(1.0, value)), words, head.i, entry.falls_on, entry.turns and not negated)


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


def _turned(parse: Parse, hits: list[StanceHit]) -> list[StanceHit]:
    """Ills under a word that undoes them ("prevent attacks") are turned round."""
    turning = {hit.head for hit in hits if hit.turns}
    if not turning:
        return hits
    return [
        replace(hit, value=hit.value * TURN_FACTOR) if hit.value < 0 and _governed(parse, hit.head, turning) else hit
        for hit in hits
    ]


def _governed(parse: Parse, i: int, turning: set[int]) -> bool:
    token = parse.tokens[i]
    for _ in range(NEGATION_REACH):
        if token.dep not in ("obj", "nmod", "obl", "compound", "amod", "conj", "nsubjpass", "pcl"):
            return False
        token = parse.tokens[token.head]
        if token.i in turning:
            return True
    return False


def stance_toward(
    parse: Parse, actors: Iterable[tuple[str, Sequence[int]]], hits: Sequence[StanceHit]
) -> tuple[Tone, ...]:
    """One tone for each actor (code, its mention tokens): the weighted mean of the hits, 0.0 where none bears on it."""
    return tuple(_tone(parse, code, tokens, hits) for code, tokens in actors)


def _tone(parse: Parse, code: str, tokens: Sequence[int], hits: Sequence[StanceHit]) -> Tone:
    borne = _borne(parse, tokens, hits) if tokens else [(hit, hit.value, 1.0) for hit in hits]
    total = sum(weight for _, _, weight in borne)
    if not total:
        return Tone(code, 0.0)
    value = sum(value * weight for _, value, weight in borne) / max(1.0, total) ** CROWDING
    telling = sorted((b for b in borne if b[1] * b[2]), key=lambda b: -abs(b[1] * b[2]))
    return Tone(code, round(max(-1.0, min(1.0, value)), 3), tuple(hit.words for hit, _, _ in telling[:4]))


def _borne(parse: Parse, tokens: Sequence[int], hits: Sequence[StanceHit]) -> list[tuple[StanceHit, float, float]]:
    """Each hit with its value and weight toward the actor."""
    ups = {i: climb(parse, i) for i in _mention_heads(parse, tokens)}
    spots = sorted(ups)
    parts = []
    for hit in hits:
        at = bisect_left(spots, hit.head)
        near = spots[max(0, at - NEAREST) : at + NEAREST]
        part, spot = min(((part_in(parse, ups[i], hit.head), i) for i in near), key=lambda p: (p[0].steps, p[1]))
        parts.append((hit, part, spot))
    suffered = {
        (hit.head, spot)
        for hit, part, spot in parts
        if hit.value < 0 and hit.falls_on == "subject" and part.name == "object"
    }
    found = []
    for hit, part, spot in parts:
        pity = (
            part.name == "object"
            and hit.falls_on != "subject"
            and any((i, spot) in suffered for i in ups[spot] if i != hit.head)
        )
        found.append(
            (hit, hit.value * SYMPATHY_FACTOR if pity and hit.value < 0 else hit.value, _weight(parse, hit, part))
        )
    return found


def _mention_heads(parse: Parse, tokens: Sequence[int]) -> list[int]:
    own = set(tokens)
    return [i for i in tokens if parse.tokens[i].head == i or parse.tokens[i].head not in own] or list(tokens)


def _weight(parse: Parse, hit: StanceHit, part: Part) -> float:
    if hit.falls_on == "subject" and any(t.text.lower() in SPEAKERS for t in parse.children(hit.head, "nsubj")):
        return 0.0
    return WEIGHTS[hit.falls_on][part.name] * (1.0 if part.steps <= NEAR else FAR_WEIGHT)
