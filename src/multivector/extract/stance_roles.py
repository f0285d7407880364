"""What part an actor plays in a word of tone: its doer or bearer, what it befalls, or neither."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from multivector.codebook.cues import cues
from multivector.codebook.grammar import words
from multivector.text.base import Parse, Token

__all__ = ["Part", "part_in"]

SUBJECTS = ("nsubj", "csubj", "agent")
UNDERGOERS = ("obj", "iobj", "nsubjpass")
ATTRIBUTES = ("amod", "compound", "poss", "appos", "nmod", "advmod", "prep")
# Clauses that share the subject of the verb above when they have none of their own.
OPEN_CLAUSES = ("xcomp", "pcl", "advcl", "conj", "acl", "ccomp", "relcl")
# "an attack on X", "sanctions against X": what follows the preposition is at the receiving end.
TOWARD = words("stance_roles", "toward")
FROM = {"by", "from"}

PartName = Literal["subject", "object", "other", "said"]


class Part(NamedTuple):
    """The actor's part and how many dependency steps lie between it and the word."""

    name: PartName
    steps: int


def part_in(parse: Parse, actor: Sequence[int], word: int) -> Part:
    """The actor's part in the word at `word`: "subject" does or is it, "object" undergoes it, "said" only says it.

    "other" where the two are merely near; in different sentences the steps are 99.
    """
    parts = [_part(parse, spot, word) for spot in _heads(parse, actor)]
    return min(parts, key=lambda p: (p.steps, p.name))


def _heads(parse: Parse, actor: Sequence[int]) -> list[int]:
    """The tokens of the mentions that hang on a word outside them."""
    own = set(actor)
    found = [i for i in actor if parse.tokens[i].head == i or parse.tokens[i].head not in own]
    return found or list(actor)


def _part(parse: Parse, actor: int, word: int) -> Part:
    up, down = _chain(parse, actor), _chain(parse, word)
    meet = next((i for i in up if i in set(down)), None)
    if meet is None:
        return Part("other", 99)
    mine, its = up[: up.index(meet)], down[: down.index(meet)]
    steps = len(mine) + len(its)
    if not its:
        return Part(_under(parse, mine, parse.tokens[word]), steps)
    if not mine:
        return Part(_over(parse, its), steps)
    return Part(_beside(parse, mine, its, parse.tokens[meet]), steps)


def _chain(parse: Parse, i: int) -> list[int]:
    """The word and its governors up to the root, or to where the heads run in a circle."""
    chain, seen = [i], {i}
    while (i := parse.tokens[i].head) not in seen:
        chain.append(i)
        seen.add(i)
    return chain


def _under(parse: Parse, mine: Sequence[int], word: Token) -> PartName:
    """The actor hangs somewhere below the word: the branch's relation decides."""
    if not mine:
        return "subject"
    top = parse.tokens[mine[-1]]
    if any(parse.tokens[i].dep in OPEN_CLAUSES for i in mine):
        return "other"
    if top.dep in UNDERGOERS:
        return "object"
    if top.dep in SUBJECTS:
        return "subject"
    if top.dep in ("nmod", "obl"):
        return "object" if top.case in TOWARD else "subject" if top.case in FROM else "other"
    if top.dep in ("poss", "compound", "amod", "appos"):
        return "subject"
    return "other" if word.pos in ("VERB", "AUX") else "subject"


def _over(parse: Parse, its: Sequence[int]) -> PartName:
    """The word hangs somewhere below the actor, as its attribute or in a clause about it."""
    top = parse.tokens[its[-1]]
    if top.dep == "relcl":
        return _in_relative(parse, its, top)
    if top.dep == "acl":
        if len(its) > 1:
            return "other" if top.tag == "VBN" else "subject"
        return "object" if top.tag == "VBN" else "subject"
    return "subject" if top.dep in ATTRIBUTES or top.pos in ("ADJ", "NOUN") else "other"


def _in_relative(parse: Parse, its: Sequence[int], verb: Token) -> PartName:
    subject = parse.child(verb.i, "nsubj", "nsubjpass")
    if subject is None or not subject.tag.startswith("W"):
        return "object" if len(its) == 1 else "other"
    if subject.dep == "nsubjpass" and len(its) == 1:
        return "object"
    return "other" if _own_subject(parse, its[:-1]) else "subject"


def _beside(parse: Parse, mine: Sequence[int], its: Sequence[int], meet: Token) -> PartName:
    """Actor and word are in two branches below one governor."""
    actor, word = parse.tokens[mine[-1]], parse.tokens[its[-1]]
    if actor.dep in SUBJECTS and word.dep in ("ccomp", "root", "conj") and meet.lemma in cues().speech | cues().thought:
        return "said"
    if any(parse.tokens[i].dep in OPEN_CLAUSES for i in mine) or _own_subject(parse, its):
        return "other"
    if word.dep in (*SUBJECTS, "nsubjpass"):
        return "other"
    if actor.dep in (*SUBJECTS, "nsubjpass"):
        return "subject"
    if actor.dep in ("obj", "iobj"):
        return "subject" if word.dep in ("xcomp", "pcl", "oprd", "obl") else "object"
    if actor.dep in ("obl", "nmod") and actor.case in TOWARD and word.dep == "obj":
        return "object"
    return "other"


def _own_subject(parse: Parse, chain: Sequence[int]) -> bool:
    """True if a clause on the way has a subject of its own."""
    return any(
        parse.tokens[i].dep in OPEN_CLAUSES and parse.child(i, "nsubj", "nsubjpass", "csubj") is not None for i in chain
    )
