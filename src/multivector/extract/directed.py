"""Who speaks or acts well or ill of whom: the tone from one marked actor toward another, in both directions.

The same lexicon and roles as for a speaker's stance; what is added is whose tone it is: the doer of a deed ("X attacked
Y"), the bearer of an attitude ("X's support for Y"), the nearest subject above ("X published interviews praising Y"),
the speaker of what is said ("X said Y had lied"). The verbs of the event frames where the lexicon is silent were tried
too, and made it worse.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from multivector.codebook.cues import cues
from multivector.extract.stance import StanceHit, mention_heads, stance_hits, stance_toward
from multivector.extract.stance_roles import climb, part_in
from multivector.text.base import Parse, Token

__all__ = ["Between", "Told", "between", "told"]

SAID = 0.8  # of the tone of what is said
REACH = 5  # governors above a word at which its doer is looked for
SUBJECTS = ("nsubj", "nsubjpass")
WITHIN = ("relcl", "acl", "advcl", "ccomp", "appos", "conj")  # below these stands somebody else than the phrase's head


class Between(NamedTuple):
    """The tone of the first toward the second, and of the second toward the first, -1..1."""

    forth: float
    back: float


class Told(NamedTuple):
    """The tone of what is done or felt, and of what is said, -1..1."""

    done: float
    said: float


@dataclass(frozen=True, slots=True)
class _Actor:
    """An actor's tokens that hang on others, and all governors of each."""

    tokens: frozenset[int]
    ups: tuple[tuple[int, ...], ...]


def between(parse: Parse, first: Sequence[int], second: Sequence[int]) -> Between:
    """The tones between two actors (their tokens), 0.0 where nothing is told."""
    if not first or not second:
        return Between(0.0, 0.0)
    ways = told(parse, first, second, stance_hits(parse, [t.i for t in parse.tokens]))
    return Between(*(_stronger(way) for way in ways))


def told(parse: Parse, first: Sequence[int], second: Sequence[int], hits: Sequence[StanceHit]) -> tuple[Told, Told]:
    """What the first does and says to the second, and the second to the first; both have tokens."""
    one, other = _actor(parse, first), _actor(parse, second)
    return _told(parse, one, other, hits), _told(parse, other, one, hits)


def _actor(parse: Parse, tokens: Sequence[int]) -> _Actor:
    return _Actor(frozenset(tokens), tuple(tuple(climb(parse, i)) for i in mention_heads(parse, tokens)))


def _told(parse: Parse, source: _Actor, target: _Actor, hits: Sequence[StanceHit]) -> Told:
    done = max((_deed(parse, source, target, hit) for hit in hits), key=abs, default=0.0)
    return Told(done, _said(parse, source, target, hits))


def _stronger(way: Told) -> float:
    return max(-1.0, min(1.0, way.done if abs(way.done) >= abs(way.said) else way.said))


def _deed(parse: Parse, source: _Actor, target: _Actor, hit: StanceHit) -> float:
    """What the source does, or feels, of which the target is the object."""
    parts = (part_in(parse, up, hit.head, hit.tokens).name for up in target.ups)
    return hit.value if "object" in parts and _does(parse, source, hit) else 0.0


def _does(parse: Parse, source: _Actor, hit: StanceHit) -> bool:
    """True for the word's doer or owner; where it has none, for the subject of the nearest verb above that has one."""
    if any(part_in(parse, up, hit.head, hit.tokens).name == "subject" and hit.head in up for up in source.ups):
        return True
    for i in climb(parse, hit.head)[:REACH]:
        doers = list(parse.children(i, *SUBJECTS, "agent", "poss"))
        if i == hit.head and any(t.dep == "nsubjpass" for t in doers):
            doers = [t for t in doers if t.dep == "agent"]
        if doers:
            return any(_is_of(parse, t.i, source) for t in doers)
    return False


def _is_of(parse: Parse, head: int, actor: _Actor) -> bool:
    """True where the phrase is the actor's: its head, or a name in it ("the Fox News host", "critics of Y" aside)."""
    return not actor.tokens.isdisjoint(parse.subtree(head, without=WITHIN))


def _said(parse: Parse, source: _Actor, target: _Actor, hits: Sequence[StanceHit]) -> float:
    """The tone toward the target of what the source says."""
    for verb in _speaks(parse, source):
        content = _content(parse, verb, source)
        if not target.tokens.isdisjoint(content):
            inside = [h for h in hits if h.head in content]
            return stance_toward(parse, [("target", sorted(target.tokens))], inside)[0].value * SAID
    return 0.0


def _speaks(parse: Parse, source: _Actor) -> Iterator[Token]:
    """The verbs of speech and thought whose subject's phrase holds the source."""
    for up in source.ups:
        for i, governor in pairwise(up):
            token, verb = parse.tokens[i], parse.tokens[governor]
            if token.dep in WITHIN and token.dep != "appos":
                break
            if token.dep in ("nsubj", "agent") and verb.lemma in cues().speech | cues().thought:
                yield verb


def _content(parse: Parse, verb: Token, source: _Actor) -> set[int]:
    """The tokens that the verb reports: below it or, for a tag, the rest of its sentence; never the speaker's own."""
    first, last = parse.bounds[verb.sentence]
    own = {j for up in source.ups for j in parse.subtree(up[0])}
    clause = parse.child(verb.i, "ccomp")
    held = parse.subtree(clause.i) if clause is not None else range(first, last)
    return set(held) - own - {verb.i}
