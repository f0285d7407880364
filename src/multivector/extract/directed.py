"""Who speaks or acts well or ill of whom: the tone from one marked actor toward another, in both directions.

The same lexicon and roles as for a speaker's stance; what is added is whose tone it is: the doer of a deed ("X attacked
Y"), the bearer of an attitude ("X's support for Y"), the speaker of what is said ("X said Y had lied").
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from multivector.codebook.cues import cues
from multivector.extract.stance import StanceHit, mention_heads, stance_hits, stance_toward
from multivector.extract.stance_roles import Part, climb, part_in
from multivector.text.base import Parse, Token

__all__ = ["Between", "between"]

DEED = 1.0  # what X does to Y, feels for Y or says of Y, in full
SAID = 0.8  # of the tone of what X says toward Y
LOOSE = 0.35  # X bears the word, Y stands in what it speaks of without being its object
FAR = 6  # steps beyond which a word is taken for another clause's
SAID_OF = ("ccomp", "dep", "parataxis", "root", "conj")


class Between(NamedTuple):
    """The tone of the first toward the second, and of the second toward the first, -1..1."""

    forth: float
    back: float


def between(parse: Parse, first: Sequence[int], second: Sequence[int]) -> Between:
    """The tones between two actors (their tokens), 0.0 where nothing is told."""
    hits = stance_hits(parse, [t.i for t in parse.tokens])
    return Between(_toward(parse, first, second, hits), _toward(parse, second, first, hits))


def _toward(parse: Parse, source: Sequence[int], target: Sequence[int], hits: Sequence[StanceHit]) -> float:
    if not source or not target:
        return 0.0
    done = max((_deed(parse, source, target, hit) for hit in hits), key=abs, default=0.0)
    said = _said(parse, source, target, hits)
    return max(-1.0, min(1.0, done if abs(done) >= abs(said) else said))


def _deed(parse: Parse, source: Sequence[int], target: Sequence[int], hit: StanceHit) -> float:
    """What the source does, or feels, of which the target is the object."""
    doer, sufferer = _part(parse, source, hit), _part(parse, target, hit)
    if doer.name != "subject" or max(doer.steps, sufferer.steps) > FAR:
        return 0.0
    if sufferer.name == "object":
        return hit.value * DEED
    return hit.value * LOOSE if sufferer.name == "scope" else 0.0


def _part(parse: Parse, tokens: Sequence[int], hit: StanceHit) -> Part:
    parts = [part_in(parse, climb(parse, i), hit.head, hit.tokens) for i in mention_heads(parse, tokens)]
    return min(parts, key=lambda p: p.steps)


def _said(parse: Parse, source: Sequence[int], target: Sequence[int], hits: Sequence[StanceHit]) -> float:
    """The tone toward the target of what the source says."""
    for verb in _speaks(parse, source):
        content = _content(parse, verb, source)
        if any(i in content for i in target):
            inside = [h for h in hits if h.head in content]
            return stance_toward(parse, [("target", target)], inside)[0].value * SAID
    return 0.0


def _speaks(parse: Parse, source: Sequence[int]) -> Iterator[Token]:
    """The verbs of speech and thought whose subject the source is."""
    for i in mention_heads(parse, source):
        token = parse.tokens[i]
        governor = parse.tokens[token.head]
        if token.dep in ("nsubj", "agent") and governor.lemma in cues().speech | cues().thought:
            yield governor


def _content(parse: Parse, verb: Token, source: Sequence[int]) -> set[int]:
    """The tokens of the sentence that the verb reports: below it or, for a tag, around it; never the speaker's own."""
    first, last = parse.bounds[verb.sentence]
    own = {j for i in mention_heads(parse, source) for j in parse.subtree(i)}
    clause = parse.child(verb.i, "ccomp")
    held = parse.subtree(clause.i) if clause is not None else range(first, last)
    return set(held) - own - {verb.i}
