"""What is known of an attitude of one marked actor (the source) toward another (the target), as named features.

"PLACE:KIND" with a strength 0..1. Places: `way` (on the way between the two in the parse: `up` above the source, `down`
above the target, `top` where they meet), `between` and `around` in the text, with ">" where the source is named first
and "<" where the target is; parts are those that the two play in a word (stance_roles).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from multivector.codebook.affinities import affinities
from multivector.codebook.cues import cues
from multivector.codebook.deeds import deeds
from multivector.extract.stance import StanceHit, mention_heads
from multivector.extract.stance_negation import is_negated
from multivector.extract.stance_roles import FAR, climb, part_in
from multivector.text.base import Parse, Token

__all__ = ["Sides", "features", "sided"]

CONTENT = ("VERB", "NOUN", "ADJ", "ADV", "PROPN", "INTJ", "AUX")
# Languages whose tables hear other names too; a table from few articles would learn from them who quarrels in these.
NAMED = ("en",)
OBJECTS = ("obj", "acomp", "attr", "xcomp", "oprd")
GAPS = ((1, "none"), (4, "short"), (8, "some"), (15, "long"))  # tokens between the two
FULL = 5  # tokens between the two up to which each of them speaks fully
NEAR = 6  # steps from a word to both actors together up to which it speaks fully
CLOSE = 3
UNTIED = 0.2  # strength of a word in another sentence than an actor
BEFORE, BEHIND = 4, 6  # tokens around the two that still say something
LONG = 12  # tokens; the longer a text, the less a word anywhere in it says
STEPS = 6  # on the way, beyond which it is far


class _Word(NamedTuple):
    """A word that tells of an attitude: `kind` with its sign, and how strongly."""

    token: Token
    kind: str
    strength: float


@dataclass(frozen=True, slots=True)
class Sides:
    """Both actors as seen from the source: their tokens, the head of each phrase, all words of attitude."""

    parse: Parse
    source: tuple[int, ...]
    target: tuple[int, ...]
    order: str
    words: tuple[_Word, ...]
    tones: Mapping[str, float]

    @property
    def inner(self) -> tuple[int, int]:
        """The first token between the two and the one after the last."""
        first, second = (self.source, self.target) if self.order == ">" else (self.target, self.source)
        return max(first) + 1, min(second)


def sided(
    parse: Parse, source: Sequence[int], target: Sequence[int], hits: Sequence[StanceHit], tones: Mapping[str, float]
) -> Sides:
    """The view of an attitude of the source's toward the target; `tones` are named values -1..1 of other readers."""
    order = ">" if min(source) < min(target) else "<"
    own = {*source, *target}
    words = [_Word(parse.tokens[h.head], f"tone {h.falls_on}{_sign(h.value)}", abs(h.value)) for h in hits]
    for token in parse.tokens:
        side = _deed(parse, token)
        if side:
            words.append(_Word(token, f"deed{_sign(side)}", abs(side)))
    return Sides(parse, tuple(source), tuple(target), order, tuple(w for w in words if w.token.i not in own), tones)


def features(sides: Sides) -> dict[str, float]:
    """Every feature with its strength, the strongest where it occurs several times."""
    found: dict[str, float] = {}
    for part in (_stand, _way, _parts, _text, _tones):
        for name, strength in part(sides):
            found[name] = max(found.get(name, 0.0), strength)
    return found


def _sign(value: float) -> str:
    return "+" if value > 0 else "-"


def _deed(parse: Parse, token: Token) -> float:
    """1.0 for a deed or tie that is for somebody, -1.0 for one against; turned round where it is negated."""
    side = deeds().get((_with_particle(parse, token), token.pos)) or deeds().get((token.lemma.lower(), token.pos))
    if side is None:
        return 0.0
    value = 1.0 if side == "for" else -1.0
    return -value if is_negated(parse, token, (token.i,)) else value


def _with_particle(parse: Parse, token: Token) -> str:
    particle = parse.child(token.i, "prt")
    return token.lemma.lower() + (f" {particle.word}" if particle else "")


def _named(parse: Parse, token: Token) -> str:
    negated = token.pos in ("VERB", "NOUN", "ADJ") and is_negated(parse, token, (token.i,))
    return ("not " if negated else "") + _with_particle(parse, token)


def _outer(parse: Parse, i: int) -> int:
    """The head of the phrase in which a name is an attribute ("the [British] minister")."""
    return next((j for j in climb(parse, i) if parse.tokens[j].dep not in ("compound", "amod")), i)


def _head(parse: Parse, tokens: Sequence[int]) -> int:
    return mention_heads(parse, tokens)[0]


def _stand(sides: Sides) -> Iterator[tuple[str, float]]:
    """How the two stand: order, distance, relation, sort."""
    parse = sides.parse
    yield f"order:{sides.order}", 1.0
    start, end = sides.inner
    gap = next((name for most, name in GAPS if end - start <= most), "far")
    yield f"gap:{gap}{sides.order}", 1.0
    heads = {"source": _head(parse, sides.source), "target": _head(parse, sides.target)}
    if parse.tokens[heads["source"]].sentence != parse.tokens[heads["target"]].sentence:
        yield "apart", 1.0
    for name, i in heads.items():
        token = parse.tokens[_outer(parse, i)]
        if token.i != i:
            yield f"{name}:attribute {parse.tokens[i].dep}", 1.0
        yield f"{name}:{token.dep}", 1.0
        if token.case:
            yield f"{name}:{token.dep} {token.case}", 1.0
        yield f"{name}:is {token.entity or token.pos}", 1.0


def _way(sides: Sides) -> Iterator[tuple[str, float]]:
    """The words on the way through the parse from one to the other, and what these take as objects."""
    parse, own = sides.parse, {*sides.source, *sides.target}
    up = climb(parse, _outer(parse, _head(parse, sides.source)))
    down = climb(parse, _outer(parse, _head(parse, sides.target)))
    top = next((i for i in down if i in up), None)
    if top is None:
        return
    rise, fall = up[: up.index(top)], down[: down.index(top)]
    yield f"steps:{min(STEPS, len(rise) + len(fall))}", 1.0
    yield from _shape(parse, rise, fall, top)
    words: dict[int, list[_Word]] = {}
    for word in sides.words:
        words.setdefault(word.token.i, []).append(word)
    spots = [*(("up", i) for i in rise[1:]), *(("down", i) for i in fall[1:]), ("top", top)]
    on_way = {i for _, i in spots}
    for place, i in spots:
        if i not in own:
            yield from _on_way(parse, place, parse.tokens[i], words)
        for child in parse.children(i, *OBJECTS) if parse.tokens[i].pos == "VERB" else ():
            if child.i not in own | on_way:
                if _is_heard(parse, child):
                    yield f"beside:{child.lemma.lower()}", 1.0
                yield from ((f"beside:{w.kind}", w.strength) for w in words.get(child.i, ()))


def _shape(parse: Parse, rise: Sequence[int], fall: Sequence[int], top: int) -> Iterator[tuple[str, float]]:
    """The relations by which the two hang on the word above both, that word, and which of them it passes over."""
    left = parse.tokens[rise[-1]].dep if rise else "top"
    right = parse.tokens[fall[-1]].dep if fall else "top"
    case = parse.tokens[fall[-1]].case if fall else ""
    yield f"shape:{left} {right}", 1.0
    if case:
        yield f"shape:{left} {right} {case}", 1.0
    if rise and fall:
        token = parse.tokens[top]
        yield f"top:{token.pos}", 1.0
        yield f"top:{left} {right} {_named(parse, token)}", 1.0
        if parse.child(top, "nsubjpass", "auxpass") is not None:
            yield f"passive:{'source' if left == 'agent' else 'target' if right == 'agent' else 'none'}", 1.0


def _on_way(
    parse: Parse, place: str, token: Token, words: Mapping[int, Sequence[_Word]]
) -> Iterator[tuple[str, float]]:
    if _tells(parse, token):
        yield f"{place}:{_named(parse, token)}", 1.0
        yield f"way:{_named(parse, token)}", 1.0
        if token.lemma in cues().speech:
            yield f"{place}:speech", 1.0
        yield from ((f"{place}:leans {root}", 1.0) for root in _leanings(token))
    for word in words.get(token.i, ()):
        yield f"{place}:{word.kind}", word.strength
        yield f"way:{word.kind}", word.strength


def _leanings(token: Token) -> Iterator[str]:
    """The types of event that the word alone leans to."""
    return (a.root for a in affinities().get(token.lemma.lower(), ()) if len(a.words) == 1)


def _parts(sides: Sides) -> Iterator[tuple[str, float]]:
    """The parts that both play in each word of attitude: whose deed it is, and to whom it is done."""
    parse = sides.parse
    ups = [climb(parse, _head(parse, tokens)) for tokens in (sides.source, sides.target)]
    for token, kind, strength in sides.words:
        mine, its = (part_in(parse, up, token.i, (token.i,)) for up in ups)
        steps = mine.steps + its.steps
        share = strength * (UNTIED if FAR in (mine.steps, its.steps) else NEAR / max(NEAR, steps))
        yield f"{kind}:{mine.name} {its.name}", share
        yield f"{kind}:source {mine.name}{sides.order}", share
        yield f"{kind}:target {its.name}{sides.order}", share
        if steps <= CLOSE:
            yield f"{kind}:{mine.name} {its.name} close", 1.0


def _tells(parse: Parse, token: Token) -> bool:
    """True for a word of meaning that is heard."""
    return token.pos in CONTENT and _is_heard(parse, token)


def _is_heard(parse: Parse, token: Token) -> bool:
    """False for a name where names are not heard."""
    return token.pos != "PROPN" or parse.language in NAMED


def _text(sides: Sides) -> Iterator[tuple[str, float]]:
    """Words between the two, around them, and anywhere."""
    parse, order = sides.parse, sides.order
    start, end = sides.inner
    share = FULL / max(FULL, end - start)
    anywhere = min(1.0, LONG / len(parse.tokens))
    for token in parse.tokens[start:end]:
        yield from _between(parse, token, order, share)
    first, last = min(*sides.source, *sides.target), max(*sides.source, *sides.target)
    for token in [*parse.tokens[max(0, first - BEFORE) : first], *parse.tokens[last + 1 : last + 1 + BEHIND]]:
        if _tells(parse, token):
            yield f"{'before' if token.i < first else 'behind'}{order}:{token.lemma.lower()}", 1.0
    for token, kind, strength in sides.words:
        yield f"text:{kind}", strength * anywhere
        if start <= token.i < end:
            yield f"between{order}:{kind}", strength * share
        elif last < token.i <= last + BEHIND:
            yield f"behind{order}:{kind}", strength


def _between(parse: Parse, token: Token, order: str, share: float) -> Iterator[tuple[str, float]]:
    if token.pos != "ADP" and not _tells(parse, token):
        return
    word = _named(parse, token)
    yield f"between{order}:{word}", share
    if token.pos != "ADP":
        yield f"between:{word}", share
    if token.pos != "PROPN":
        yield from ((f"between{order}:leans {root}", share) for root in _leanings(token))


def _tones(sides: Sides) -> Iterator[tuple[str, float]]:
    """What the other readers of tone say."""
    for name, value in sides.tones.items():
        if value:
            yield f"{name}{_sign(value)}", abs(value)
