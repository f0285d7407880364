"""What part an actor plays in a word of tone: its doer or bearer, what it befalls, or neither."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from multivector.codebook.base import load
from multivector.codebook.cues import cues
from multivector.text.base import Parse, Token

__all__ = ["FAR", "Part", "climb", "part_in"]

FAR = 99  # steps between words that share no governor
MAX_CLIMB = 60  # governors looked at above a word; hostile sentences nest deeper

SUBJECTS = ("nsubj", "csubj", "agent")
BEARING = (*SUBJECTS, "nsubjpass")
UNDERGOERS = ("obj", "iobj", "nsubjpass")
ATTRIBUTES = ("amod", "compound", "poss", "appos", "nmod", "advmod", "attr", "acomp", "oprd")
# What a verb of speech governs is said by its subject, not of it; so is what somebody is called or accused of.
SPOKEN = ("ccomp", "root", "conj")
CALLED = ("pcl", "oprd", "xcomp", "advcl")
# Clauses that share the subject of the verb above when they have none of their own.
OPEN_CLAUSES = ("xcomp", "pcl", "advcl", "conj", "acl", "ccomp", "relcl")
TOWARD, FROM = (frozenset(load("tone_words.yaml")[name]) for name in ("toward", "from"))
LIGHT_VERBS, AGENTS = (frozenset(load("tone_words.yaml")[name]) for name in ("light_verbs", "agents"))
AGENT_ENDINGS = tuple(load("tone_words.yaml")["agent_endings"])

PartName = Literal["subject", "object", "scope", "other", "said"]


class Part(NamedTuple):
    """The actor's part and how many dependency steps lie between it and the word."""

    name: PartName
    steps: int


def climb(parse: Parse, i: int) -> list[int]:
    """The word and its governors up to the root, or to where the heads run in a circle."""
    chain, seen = [i], {i}
    while (i := parse.tokens[i].head) not in seen and len(chain) < MAX_CLIMB:
        chain.append(i)
        seen.add(i)
    return chain


def part_in(parse: Parse, up: Sequence[int], word: int, phrase: Sequence[int] = ()) -> Part:
    """The part in the word at `word`, the head of `phrase`, of the actor whose token and governors (climb) are `up`.

    "subject" does or is it, "object" undergoes it, "scope" stands in what it speaks of ("we regret that X ..."), "said"
    only says it, "other" is merely near. The steps are FAR where the two share no governor.
    """
    down = climb(parse, word)
    place = {i: n for n, i in enumerate(up)}
    depth = next((n for n, i in enumerate(down) if i in place), None)
    if depth is None:
        return Part("other", FAR)
    mine, its = up[: place[down[depth]]], down[:depth]
    steps = len(mine) + len(its)
    outside = [i for i in mine if i not in phrase]  # "call for clarification from X": the branch leaves the phrase at X
    return Part(_name(parse, outside if not its else mine, its, parse.tokens[down[depth]]), steps)


def _name(parse: Parse, mine: Sequence[int], its: Sequence[int], meet: Token) -> PartName:
    if not its:
        return _under(parse, mine, meet)
    name = _beside(parse, mine, its, meet) if mine else _over(parse, its)
    return "object" if name == "subject" and _passive(parse, parse.tokens[its[0]]) else name


def _under(parse: Parse, mine: Sequence[int], word: Token) -> PartName:
    """The actor hangs somewhere below the word: the branch's relation decides."""
    if not mine:
        return "subject"
    top = parse.tokens[mine[-1]]
    if any(parse.tokens[i].dep in OPEN_CLAUSES for i in mine):
        return "scope"
    if top.dep in UNDERGOERS:
        return "object"
    if top.dep in SUBJECTS:
        return "subject"
    if (top.dep == "poss" or top.case == "of") and _is_agent(word):
        return "object"
    if top.dep in ("nmod", "obl"):
        return _by_case(top.case)
    return "subject" if top.dep in ATTRIBUTES or word.pos not in ("VERB", "AUX") else "scope"


def _by_case(case: str) -> PartName:
    """ "anger at X", "praise from X", "talks with X"."""
    if case in TOWARD:
        return "object"
    return "subject" if case in FROM else "scope"


def _is_agent(word: Token) -> bool:
    return word.pos == "NOUN" and (word.lemma in AGENTS or word.lemma.endswith(AGENT_ENDINGS))


def _over(parse: Parse, its: Sequence[int]) -> PartName:
    """The word hangs somewhere below the actor, as its attribute or in a clause about it."""
    top = parse.tokens[its[-1]]
    if top.dep == "relcl":
        return _in_relative(parse, its, top)
    if top.dep == "acl":
        return "subject" if len(its) == 1 or top.tag != "VBN" else "other"
    return "subject" if top.dep in ATTRIBUTES or top.pos in ("ADJ", "NOUN") else "other"


def _in_relative(parse: Parse, its: Sequence[int], verb: Token) -> PartName:
    subject = parse.child(verb.i, "nsubj", "nsubjpass")
    if subject is None or not subject.tag.startswith("W"):
        return "object" if len(its) == 1 else "other"
    return "other" if _own_subject(parse, its[:-1]) else "subject"


def _beside(parse: Parse, mine: Sequence[int], its: Sequence[int], meet: Token) -> PartName:
    """Actor and word are in two branches below one governor."""
    actor, word = parse.tokens[mine[-1]], parse.tokens[its[-1]]
    if actor.dep in SUBJECTS and _speaks(parse, meet, word):
        return "said"
    if word.dep in BEARING or _set_apart(parse, mine, its):
        return "other"
    if actor.dep in BEARING:
        return _done_by(word, meet)
    if actor.dep in ("obj", "iobj"):
        return "subject" if word.dep in ("xcomp", "pcl", "oprd", "obl") else "object"
    return "object" if actor.dep in ("obl", "nmod") and actor.case in TOWARD and word.dep == "obj" else "other"


def _set_apart(parse: Parse, mine: Sequence[int], its: Sequence[int]) -> bool:
    """Whether a clause of its own, or "the attack on X" that is itself judged, lies between actor and word."""
    branch = [parse.tokens[i] for i in mine]
    within = any(t.dep in OPEN_CLAUSES for t in branch) or any(
        t.dep == "nmod" and t.case in TOWARD for t in branch[:-1]
    )
    return within or _own_subject(parse, its)


def _done_by(word: Token, verb: Token) -> PartName:
    """The subject of "is a threat" is meant by the word, that of "fought the threat" is not."""
    return "other" if word.dep in ("obj", "obl", "iobj") and verb.lemma not in LIGHT_VERBS else "subject"


def _speaks(parse: Parse, verb: Token, below: Token) -> bool:
    if verb.lemma in cues().speech | cues().thought and below.dep in SPOKEN:
        return below.dep != "conj" or _own_subject(parse, [below.i])
    if verb.lemma not in cues().regard | cues().act or below.dep not in CALLED:
        return False
    return parse.child(verb.i, "obj") is not None


def _own_subject(parse: Parse, chain: Sequence[int]) -> bool:
    """True if a clause on the way has a subject of its own."""
    return any(
        parse.tokens[i].dep in OPEN_CLAUSES and parse.child(i, "nsubj", "nsubjpass", "csubj") is not None for i in chain
    )


def _passive(parse: Parse, word: Token) -> bool:
    """True for "was accused", "X, accused of ...", "the accused man"; whoever is its subject undergoes it."""
    if word.pos != "VERB" or word.tag != "VBN":
        return False
    return parse.child(word.i, "auxpass") is not None or word.dep in ("acl", "advcl", "amod", "relcl")
