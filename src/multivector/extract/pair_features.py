"""What is known of a marked pair, as features with names that a person can read.

A feature is "PLACE:KIND:VALUE" with a strength. Places: `source` and `target` (the word that governs the phrase), `way`
(on the way between them in the parse), `between` and `beside` (in the text), `text` (anywhere).
"""

from collections.abc import Iterator, Mapping, Sequence

from multivector.codebook.acts import TriggerKind, classes_of, triggers
from multivector.codebook.affinities import Affinity, affinities
from multivector.codebook.agents import agent_key, agent_nouns
from multivector.extract.composed import Composed
from multivector.extract.marked import Marked
from multivector.extract.pair_base import Pair, binding, pair_root
from multivector.text.base import Parse, Token

__all__ = ["features"]

KINDS: dict[str, TriggerKind] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
CONTENT = ("VERB", "NOUN", "ADJ", "PROPN", "ADV")
WINDOW = 6  # tokens before the first phrase and behind the second that still say something of the pair
SHORT = 12  # tokens; the longer a text is than that, the less a word anywhere in it says of the pair
GAP = 3  # tokens that may stand inside a phrase of the affinities: "lash angrily out"
# A blow that is announced or held out is a threat (PLOVER's THREATEN): "said it would hit Tel Aviv if attacked".
BLOWS = ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION")
AHEAD = ("planned", "hypothetical")
Places = dict[int, tuple[str, ...]]
Leanings = Mapping[int, tuple[Affinity, ...]]


def features(pair: Pair) -> dict[str, float]:
    """Every feature of the pair with its strength, the strongest where it occurs several times."""
    found: dict[str, float] = {}
    for name, strength in _all(pair):
        found[name] = max(found.get(name, 0.0), strength)
    return found


def _all(pair: Pair) -> Iterator[tuple[str, float]]:
    places, leanings = _places(pair), _leanings(pair.article.parse)
    for composed in pair.composed:
        yield from _act(pair, composed)
    for composed in pair.mentioned:
        yield from _mentioned(pair, composed)
    parse = pair.article.parse
    anywhere = min(1.0, SHORT / len(parse.tokens))
    for token in parse.tokens:
        for place in places.get(token.i, ()):
            share = anywhere if place == "text" else 1.0
            yield from ((name, strength * share) for name, strength in _word(parse, token, place, leanings))
    yield from _parties(pair, leanings)
    yield from _links(pair)


def _act(pair: Pair, composed: Composed) -> Iterator[tuple[str, float]]:
    """An act that was read: its root by which of its parties are marked, and its frame where one is."""
    bound = binding(pair, composed)
    yield f"act:{bound}:{pair_root(composed.type)}", 2.0
    if bound != "--":
        near = "both" if bound == "ST" else "one"
        yield f"act:{near}:{composed.rule}", 1.0
        if composed.status != "asserted":
            yield f"act:{composed.status}:{pair_root(composed.type)}", 1.0
    if composed.type in BLOWS and composed.status in AHEAD:
        yield f"meant:{bound}:THREATEN", 2.0


def _mentioned(pair: Pair, composed: Composed) -> Iterator[tuple[str, float]]:
    """An act that does not stand by itself, its parties untold: "a resolution condemning Morocco"."""
    root = pair_root(composed.type)
    yield f"mention:{binding(pair, composed)}:{root}", 2.0
    if composed.status != "asserted":
        yield f"mention:{composed.status}:{root}", 1.0


def _word(parse: Parse, token: Token, place: str, leanings: Leanings) -> Iterator[tuple[str, float]]:
    lemma = token.lemma.lower()
    mood = _mood(parse, token) if place in ("source", "target", "way") else ""
    for root, share in _possible(token):
        yield f"{place}:can:{root}", share
        if mood:
            yield f"{mood}:can:{root}", share
    for affinity in leanings.get(token.i, ()):
        kind = "leans" if len(affinity.words) == 1 else "says"
        yield f"{place}:{kind}:{affinity.root}", 1.0
        if mood:
            yield f"{mood}:{kind}:{affinity.root}", 1.0
    yield from ((f"{place}:class:{name}", 0.5) for name in classes_of(lemma))
    if place in ("source", "target") and token.pos in KINDS:
        yield f"{place}:word:{lemma}", 1.0
    if mood and place == "source":
        yield f"source:mood:{mood}", 0.7


def _mood(parse: Parse, token: Token) -> str:
    """ "not", "will", "would" (any other modal), "to" (an infinitive) or "" for a plain word."""
    words = {t.text.lower() for t in parse.children(token.i, "aux", "neg", "det")}
    if words & {"not", "n't", "never", "no", "nor", "without"}:
        return "not"
    if words & {"will", "'ll", "shall", "wo"}:
        return "will"
    if words & {"would", "could", "can", "may", "might", "should", "must"}:
        return "would"
    return "to" if "to" in words else ""


def _possible(token: Token) -> tuple[tuple[str, float], ...]:
    """The roots that any frame gives the word, its conditions apart, with the share of its plain triggers: a word that
    many types use says little for each, and one that needs other words beside it half as much."""
    kind = KINDS.get(token.pos)
    weight: dict[str, float] = {}
    for trigger in triggers(kind).get(token.lemma.lower(), ()) if kind else ():
        if trigger.act.event:
            root = pair_root(trigger.act.event)
            weight[root] = max(weight.get(root, 0.0), 0.5 if trigger.others else 1.0)
    total = sum(weight.values())
    return tuple((root, w / total) for root, w in sorted(weight.items()))


def _leanings(parse: Parse) -> dict[int, tuple[Affinity, ...]]:
    """First token -> the affinities whose phrase begins there; a word of a longer phrase does not lean by itself."""
    found: list[tuple[int, tuple[int, ...], Affinity]] = []
    for token in parse.tokens:
        for affinity in affinities().get(token.lemma.lower(), ()):
            spots = _spots_of(parse, token.i, affinity.words[1:])
            if spots is not None:
                found.append((token.i, spots, affinity))
    taken: dict[int, int] = {}  # token -> the length of the longest phrase over it
    for _, spots, affinity in found:
        for i in spots:
            taken[i] = max(taken.get(i, 0), len(affinity.words))
    kept: dict[int, list[Affinity]] = {}
    for i, spots, affinity in found:
        if all(taken[j] <= len(affinity.words) for j in spots):
            kept.setdefault(i, []).append(affinity)
    return {i: tuple(group) for i, group in kept.items()}


def _spots_of(parse: Parse, i: int, words: Sequence[str]) -> tuple[int, ...] | None:
    """The tokens of a phrase that begins at `i`, None where its other words do not follow."""
    spots = [i]
    for word in words:
        ahead = parse.tokens[spots[-1] + 1 : spots[-1] + 2 + GAP]
        nearest = next((t.i for t in ahead if word in (t.lemma.lower(), t.text.lower())), None)
        if nearest is None:
            return None
        spots.append(nearest)
    return tuple(spots)


def _parties(pair: Pair, leanings: Leanings) -> Iterator[tuple[str, float]]:
    """Who the phrases are: their sectors ("police", "protester"), and what they are called."""
    for side, phrase in (("source", pair.source), ("target", pair.target)):
        if phrase.head is None:
            yield f"{side}:is:unsaid", 0.7
            continue
        for i in sorted(phrase.tokens):
            token = pair.article.parse.tokens[i]
            noun = agent_key(token.lemma, token.text)
            if noun is not None and token.pos in ("NOUN", "PROPN", "ADJ"):
                yield f"{side}:is:{agent_nouns()[noun].sector}", 0.7
            if token.pos == "NOUN":
                yield f"{side}:named:{token.lemma.lower()}", 0.7
            yield from ((f"{side}:names:{r}", s * 0.7) for r, s in _possible(token))
            yield from ((f"{side}:names:{a.root}", 0.7) for a in leanings.get(i, ()))


def _links(pair: Pair) -> Iterator[tuple[str, float]]:
    """How each phrase hangs on its governor: "target:as:demand on", "source:as:nsubj"."""
    parse = pair.article.parse
    for side, phrase in (("source", pair.source), ("target", pair.target)):
        if phrase.head is None:
            continue
        token = parse.tokens[phrase.head]
        relation = f"{token.dep} {token.case}".strip()
        governor = parse.tokens[token.head]
        yield f"{side}:as:{relation}", 0.5
        if governor.pos in CONTENT and token.case:
            yield f"{side}:as:{governor.lemma.lower()} {token.case}", 0.7


def _places(pair: Pair) -> Places:
    """Token index -> the places at which it stands; the tokens of the phrases themselves are left out."""
    parse = pair.article.parse
    own = pair.source.tokens | pair.target.tokens
    found: dict[int, list[str]] = {t.i: ["text"] for t in parse.tokens if t.i not in own}
    for name, spots in _spots(pair):
        for i in spots:
            if i in found:
                found[i].append(name)
    return {i: tuple(dict.fromkeys(names)) for i, names in found.items()}


def _spots(pair: Pair) -> Iterator[tuple[str, Sequence[int]]]:
    parse = pair.article.parse
    for name, phrase in (("source", pair.source), ("target", pair.target)):
        above = governors(parse, phrase)
        yield name, above[:1]
        yield f"over {name}", above[1:]
    yield "way", way(pair)
    ends = sorted(filter(None, (pair.source.tokens, pair.target.tokens)), key=min)
    first, second = max(ends[0]), min(ends[-1])
    yield "between", range(first + 1, second)
    yield "beside", [*range(max(0, min(ends[0]) - WINDOW), min(ends[0]))]
    yield "behind", [*range(max(ends[-1]) + 1, max(ends[-1]) + 1 + WINDOW)]


def governors(parse: Parse, phrase: Marked) -> list[int]:
    """Content words above the phrase, nearest first, three at most."""
    above = parse.ancestors(phrase.head) if phrase.head is not None else ()
    return [t.i for t in above if t.pos in CONTENT and t.i not in phrase.tokens][:3]


def way(pair: Pair) -> list[int]:
    """The words on the way through the parse from one phrase to the other; none where they stand in two sentences."""
    parse = pair.article.parse
    if pair.source.head is None or pair.target.head is None:
        return []
    up = [t.i for t in parse.ancestors(pair.source.head)]
    down = [t.i for t in parse.ancestors(pair.target.head)]
    meet = next((i for i in up if i in down), None)
    if meet is None:
        return []
    return [*up[: up.index(meet) + 1], *reversed(down[: down.index(meet)])]
