"""The speaker's stance toward each actor of a statement, with the words that carry it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from multivector.codebook.base import load
from multivector.codebook.stance import FallsOn, StanceEntry, stance_lexicon
from multivector.extract.refusing import Refusal, refusal_above
from multivector.extract.stance_negation import NEGATION_REACH, is_denial, is_negated
from multivector.extract.stance_roles import Part, PartName, climb, part_in
from multivector.model import Tone
from multivector.text.base import Parse, Token

__all__ = ["StanceHit", "mention_heads", "stance_hits", "stance_toward"]

INTENSIFIERS: dict[str, float] = load("tone_words.yaml")["intensifiers"]
SPEAKERS = frozenset(load("tone_words.yaml")["speakers"])
# "not friendly" is unfriendly, but less so; "no scandal" is faint praise (Taboada et al. 2011: shift rather than flip).
NEGATED_PRAISE = -0.7
NEGATED_BLAME = -0.35
# What "prevent", "fight" or "end" undoes.
UNDONE = ("obj", "nmod", "obl", "compound", "amod", "conj", "nsubjpass", "pcl")
BLAMED = (*UNDONE, "agent")  # of "concern at", "accused of", "troubled by"
TURN_FACTOR = -0.5  # an ill that is fought or ended
SYMPATHY_FACTOR = -0.4  # blame for what befalls an actor is sympathy with it: "condemn the attack on X"
VICTIM_FACTOR = 0.2  # of other ills in the sentence, for an actor who suffers one of them
# A word within so many dependency steps of an actor speaks of it fully; farther words count half. NEAR, FAR_WEIGHT,
# WEIGHTS and CROWDING were chosen on the training part of NewsMTSC (Hamborg and Donnay 2021), to one digit.
NEAR = 6
FAR_WEIGHT = 0.5
WEIGHTS: dict[FallsOn, dict[PartName, float]] = {
    "subject": {"subject": 1.0, "object": 0.0, "scope": 0.8, "other": 0.8, "said": 0.05},
    "object": {"subject": 0.3, "object": 1.0, "scope": 1.0, "other": 0.5, "said": 0.05},
    "both": {"subject": 1.0, "object": 0.7, "scope": 0.5, "other": 0.5, "said": 0.05},
}
CROWDING = 0.15  # 0 adds the words up, 1 takes their mean
NEAREST = 4  # mentions of an actor looked at on either side of a word, so that the time stays linear
OWNED_FACTOR = 0.2  # of an ill that another is said to do
OWNING = ("", "of", "by", "from")
SHOWN = 4  # words that a tone names
MOST_WORDS = 50_000  # whose forms are remembered
SPILLED_FACTOR = (
    0.1  # of praise inside what is blamed: "concern about China's support for Russia", "accused X of helping Y"
)
FUNCTION_RELATIONS = ("case", "det", "mark", "aux", "auxpass", "neg", "punct", "prt")
# What a single word is where its entry names no part of speech: names ("Justice Department") and prepositions are none.
CONTENT_WORDS = ("NOUN", "VERB", "ADJ", "ADV", "INTJ")


@dataclass(frozen=True, slots=True)
class StanceHit:
    """A stance word or phrase at tokens, with its value after negation and intensifiers; `head` governs the others."""

    tokens: tuple[int, ...]
    value: float
    words: str
    head: int
    falls_on: FallsOn = "both"
    turns: bool = False


@dataclass(frozen=True, slots=True)
class _Bearing:
    """A hit with the actor's part in it, seen from that one of the actor's mentions which is nearest."""

    hit: StanceHit
    part: Part
    mention: int


def stance_hits(parse: Parse, indices: Sequence[int]) -> list[StanceHit]:
    """Lexicon hits among the tokens, longest phrase first at each place, none overlapping."""
    lexicon = _by_first_words()
    found: list[tuple[StanceHit, Refusal | None]] = []
    i = 0
    while i < len(indices):
        entry = _longest(parse, indices, i, lexicon)
        if entry is None:
            i += 1
            continue
        hit = _hit(parse, tuple(indices[i : i + len(entry.lemmas)]), entry)
        if not is_denial(parse, parse.tokens[hit[0].head]):
            found.append(hit)
        i += len(entry.lemmas)
    return _turned(parse, _without_refusals(found))


def _without_refusals(refused: Sequence[tuple[StanceHit, Refusal | None]]) -> list[StanceHit]:
    """The hits without what is only named in a refusal, and without a refusal that spares somebody."""
    sparing = {above.verb for hit, above in refused if above is not None and above.meant and hit.value > 0}
    return [h for h, above in refused if (above is None or above.meant) and h.head not in sparing]


@cache
def _by_first_words() -> dict[str, dict[str, tuple[StanceEntry, ...]]]:
    """First lemma -> second lemma ("" for single words, "*" for any) -> entries, the longest first."""
    found: dict[str, dict[str, list[StanceEntry]]] = {}
    for entry in stance_lexicon():
        second = entry.lemmas[1] if len(entry.lemmas) > 1 else ""
        found.setdefault(entry.lemmas[0], {}).setdefault(second, []).append(entry)
    return {
        first: {second: tuple(sorted(rows, key=lambda e: -len(e.lemmas))) for second, rows in rest.items()}
        for first, rest in found.items()
    }


def _longest(
    parse: Parse, indices: Sequence[int], at: int, lexicon: dict[str, dict[str, tuple[StanceEntry, ...]]]
) -> StanceEntry | None:
    """The longest entry that stands at this place; of equals the one under the text's own form."""
    starts = [rest for form in _forms(parse.tokens[indices[at]]) if (rest := lexicon.get(form)) is not None]
    if not starts:
        return None
    best: StanceEntry | None = None
    # most phrases that begin with the word go on with another one than the text
    follows = ("*", *_forms(parse.tokens[indices[at + 1]]), "") if at + 1 < len(indices) else ("",)
    for rest in starts:
        for second in follows:
            for entry in rest.get(second, ()):
                if (best is None or len(entry.lemmas) > len(best.lemmas)) and _fits(parse, indices, at, entry):
                    best = entry
    return best


def _forms(token: Token) -> tuple[str, ...]:
    """The forms under which the lexicon may know the word, each once."""
    return _all_forms(token.text, token.lemma, token.norm, token.own)


@lru_cache(MOST_WORDS)
def _all_forms(text: str, lemma: str, norm: str, own: str) -> tuple[str, ...]:
    forms = (norm or text.lower(), lemma.lower())
    return tuple(dict.fromkeys((text.lower(), own, *forms) if own else forms))


def _fits(parse: Parse, indices: Sequence[int], at: int, entry: StanceEntry) -> bool:
    here = [parse.tokens[j] for j in indices[at : at + len(entry.lemmas)]]
    if len(here) < len(entry.lemmas) or entry.pos not in (None, here[-1].pos):
        return False
    if len(here) == 1:
        return entry.pos is not None or here[0].pos in CONTENT_WORDS
    return all(map(_is, here, entry.lemmas))


def _own(token: Token) -> tuple[str, ...]:
    """The forms under which another language's own lexicon may know the word, before the codebook's lemma for it."""
    return (token.text.lower(), token.own) if token.own else ()


def _is(token: Token, lemma: str) -> bool:
    return lemma in ("*", token.lemma.lower(), token.word) or lemma in _own(token)


def _hit(parse: Parse, tokens: tuple[int, ...], entry: StanceEntry) -> tuple[StanceHit, Refusal | None]:
    """The hit, and the refusal in which it stands."""
    head = _head(parse, tokens)
    value = entry.value
    for child in parse.children(head.i, "advmod", "amod"):
        if child.i not in tokens:
            value *= INTENSIFIERS.get(child.word, 1.0)
    refused = refusal_above(parse, head.i)
    negated = (refused is not None and refused.meant) or (not entry.fixed and is_negated(parse, head, tokens))
    if negated:
        value *= NEGATED_PRAISE if value > 0 else NEGATED_BLAME
    start, end = parse.span(list(tokens))
    words = parse.text[start:end]
    value, turns = max(-1.0, min(1.0, value)), entry.turns and not negated
    return StanceHit(tokens, value, words, head.i, entry.falls_on, turns), refused


def _head(parse: Parse, tokens: tuple[int, ...]) -> Token:
    """The token of a phrase that hangs on no other of its tokens; prepositions and articles hang on what follows."""
    here = [parse.tokens[i] for i in tokens]
    free = [t for t in here if t.head == t.i or t.head not in tokens]
    return next((t for t in free if t.dep not in FUNCTION_RELATIONS), (free or here)[0])


def _turned(parse: Parse, hits: list[StanceHit]) -> list[StanceHit]:
    """The hits, ills under a word that undoes them ("combat terrorism") turned round."""
    turning = {hit.head for hit in hits if hit.turns}
    if not turning:
        return hits
    return [
        replace(hit, value=hit.value * TURN_FACTOR) if hit.value < 0 and _governed(parse, hit.head, turning) else hit
        for hit in hits
    ]


def _governed(parse: Parse, i: int, above: set[int], by: tuple[str, ...] = UNDONE) -> bool:
    """True where one of the words `above` governs token `i` through such relations."""
    token = parse.tokens[i]
    for _ in range(NEGATION_REACH):
        if token.dep not in by:
            return False
        token = parse.tokens[token.head]
        if token.i in above:
            return True
    return False


def stance_toward(
    parse: Parse, actors: Iterable[tuple[str, Sequence[int]]], hits: Sequence[StanceHit]
) -> tuple[Tone, ...]:
    """One tone for each actor (code, its mention tokens), from the hits that bear on it; 0.0 where none does.

    Without tokens all hits bear on the actor in full. The words are those that carry most, the weightiest first.
    """
    return tuple(_tone(parse, code, tokens, hits) for code, tokens in actors)


def _tone(parse: Parse, code: str, tokens: Sequence[int], hits: Sequence[StanceHit]) -> Tone:
    weighed = _weighed(parse, tokens, hits) if tokens else [(hit.words, hit.value, 1.0) for hit in hits]
    total = sum(weight for _, _, weight in weighed)
    value = sum(value * weight for _, value, weight in weighed) / max(1.0, total) ** CROWDING
    telling = sorted((w for w in weighed if w[1] * w[2]), key=lambda w: -abs(w[1] * w[2]))
    return Tone(code, round(max(-1.0, min(1.0, value)), 3), tuple(words for words, _, _ in telling[:SHOWN]))


def _weighed(parse: Parse, tokens: Sequence[int], hits: Sequence[StanceHit]) -> list[tuple[str, float, float]]:
    """The words, the value toward the actor and the weight of each hit."""
    ups = {i: climb(parse, i) for i in mention_heads(parse, tokens)}
    mentions = sorted(ups)
    bearings = [_bearing(parse, ups, mentions, hit) for hit in hits]
    blaming = {hit.head for hit in hits if hit.value < 0 and hit.falls_on == "object"}
    ills = {(b.hit.head, b.mention) for b in bearings if _befalls(b)}
    found = []
    for bearing in bearings:
        hit = bearing.hit
        pity = _laments(bearing) and any((i, bearing.mention) in ills for i in ups[bearing.mention])
        weight = _weight(parse, bearing) * (VICTIM_FACTOR if ills and _stands_by(bearing) else 1.0)
        weight *= SPILLED_FACTOR if hit.value > 0 and _governed(parse, hit.head, blaming, BLAMED) else 1.0
        found.append((hit.words, hit.value * SYMPATHY_FACTOR if pity else hit.value, weight))
    return found


def mention_heads(parse: Parse, tokens: Sequence[int]) -> list[int]:
    """The mention tokens that hang on a word outside the mentions."""
    own = set(tokens)
    return [i for i in tokens if parse.tokens[i].head == i or parse.tokens[i].head not in own] or list(tokens)


def _bearing(parse: Parse, ups: dict[int, list[int]], mentions: Sequence[int], hit: StanceHit) -> _Bearing:
    at = bisect_left(mentions, hit.head)
    near = mentions[max(0, at - NEAREST) : at + NEAREST]
    part, mention = min(
        ((part_in(parse, ups[i], hit.head, hit.tokens), i) for i in near), key=lambda p: (p[0].steps, p[1])
    )
    return _Bearing(hit, part, mention)


def _befalls(bearing: _Bearing) -> bool:
    """True for an ill done to the actor: "the attack on X"."""
    return bearing.hit.value < 0 and bearing.hit.falls_on == "subject" and bearing.part.name == "object"


def _laments(bearing: _Bearing) -> bool:
    """True for blame of something in which the actor stands: "condemn the attack on X"."""
    return bearing.hit.value < 0 and bearing.hit.falls_on != "subject" and bearing.part.name == "object"


def _stands_by(bearing: _Bearing) -> bool:
    """True for an ill that is merely near the actor; it is the doer's where the actor is known to be a victim."""
    return bearing.hit.value < 0 and bearing.hit.falls_on == "subject" and bearing.part.name in ("other", "scope")


def _weight(parse: Parse, bearing: _Bearing) -> float:
    hit, part = bearing.hit, bearing.part
    if hit.falls_on == "subject" and any(t.word in SPEAKERS for t in parse.children(hit.head, "nsubj")):
        return 0.0
    owned = OWNED_FACTOR if hit.falls_on == "subject" and _is_owned(parse, bearing) else 1.0
    return WEIGHTS[hit.falls_on][part.name] * (1.0 if part.steps <= NEAR else FAR_WEIGHT) * owned


def _is_owned(parse: Parse, bearing: _Bearing) -> bool:
    """ "despite the pressure of Brussels": an ill beside the actor that is a named other's by its own words."""
    if bearing.part.name not in ("other", "scope"):
        return False
    owners = (t for t in parse.children(bearing.hit.head, "poss", "nmod") if t.dep == "poss" or t.case in OWNING)
    return any(t.pos == "PROPN" and t.i != bearing.mention for t in owners)
