"""Who says what by a verb: with a clause, an object that is "called" something, a wish, a side taken, a tag.

Each rule says what it makes of a verb; the first that fits counts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from multivector.codebook.agents import agent_key
from multivector.codebook.cues import cues
from multivector.codebook.grammar import words as listed
from multivector.extract.cased import complements, does_it, told_before, whole_clause
from multivector.extract.contents import clause_of, predicate, regarded, wanted
from multivector.extract.cue import Attribution
from multivector.extract.quoted import quoted_speaker
from multivector.extract.subjects import is_passive, subject
from multivector.text.base import FINITE, TIMES, Parse, Token

__all__ = ["by_verb"]

NAME_REACH = 12  # tokens between a name and its verb of speech
CLEAR = ("clear", "plain", "known")
MOVING = listed("attribution", "moving")
MOVED = ("GPE", "NORP", "ORG")
MIN_WORDS = 2  # of what is taken a side on, unless it is a name
CUES_BESIDE = ("make", "announce")  # cues by other words too: "made it clear that"
# What the parser makes of a tag like "sources said" in the midst of a sentence.
HOSTS = ("ccomp", "advcl", "conj", "dep")


@dataclass(frozen=True, slots=True)
class _Cue:
    """A verb that may be a cue: its lemma with and without its particles, and the head of its speaker phrase."""

    parse: Parse
    token: Token
    words: set[str]
    speaker: int | None

    @property
    def clausal(self) -> bool:
        """Whether what is said, thought or shown is a clause."""
        return not self.words.isdisjoint(cues().clausal)

    def over(self, content: Iterable[int], rule: str) -> Attribution:
        """The attribution of the words at these tokens."""
        return Attribution(self.token.i, self.speaker, *self.parse.span([*content]), rule)


def by_verb(parse: Parse, token: Token) -> Iterator[Attribution]:
    """What the first of the rules that fits makes of a verb."""
    words = _phrasal(parse, token)
    if token.lemma not in CUES_BESIDE and words.isdisjoint(cues().verbal):
        return
    cue = _Cue(parse, token, words, _speaker(parse, token))
    found = next((made for rule in _VERB_RULES if (made := rule(cue)) is not None), None)
    if found is not None:
        yield found


def _as_aside(cue: _Cue) -> Attribution | None:
    """ "He, said Lavrov, would not go": the clause around it."""
    return _host(cue.parse, cue.token, cue.speaker) if cue.token.dep == "aside" and cue.clausal else None


def _as_told_before(cue: _Cue) -> Attribution | None:
    """ "Об этом сообщил Лавров": the sentence before."""
    content = told_before(cue.parse, cue.token) if cue.clausal or cue.token.lemma == "announce" else []
    return cue.over(content, "said that") if content and cue.speaker is not None else None


def _as_regard(cue: _Cue) -> Attribution | None:
    """ "called the move a mistake"."""
    content = regarded(cue.parse, cue.token) if cue.words & cues().regard else []
    return cue.over([cue.token.i, *content], "regard") if content else None


def _as_made_clear(cue: _Cue) -> Attribution | None:
    said = cue.token.lemma == "make" and cue.speaker is not None
    clause = _made_clear(cue.parse, cue.token) if said else None
    return _span(cue.parse, cue.token, cue.speaker, clause.i, "said that") if clause else None


def _as_clause(cue: _Cue) -> Attribution | None:
    """ "said that it would not go", "believes it is over"."""
    clause = clause_of(cue.parse, cue.token) if cue.clausal else None
    if clause is None:
        return None
    rule = "said that" if cue.words & cues().speech else "thought"
    return _span(cue.parse, cue.token, cue.speaker, clause.i, rule)


def _as_wish(cue: _Cue) -> Attribution | None:
    """ "wants Astana to explain"."""
    wishes = cue.words & cues().intend and not does_it(cue.token)
    content = wanted(cue.parse, cue.token) if wishes else []
    return cue.over(content, "thought") if content else None


def _as_side_taken(cue: _Cue) -> Attribution | None:
    """ "condemned the raid", "called for talks"."""
    if cue.speaker is None or does_it(cue.token):
        return None
    content = _taken_side(cue.parse, cue.token, _acts(cue.parse, cue.token, cue.words))
    return cue.over(content, "act") if content else None


def _as_tag(cue: _Cue) -> Attribution | None:
    inside = _around(cue.parse, cue.token) if cue.speaker is not None and cue.clausal else []
    return cue.over(inside, "aside") if inside else None


_VERB_RULES = (
    _as_aside, _as_told_before, _as_regard, _as_made_clear, _as_clause, _as_wish, _as_side_taken, _as_tag,
)  # fmt: skip


def _made_clear(parse: Parse, token: Token) -> Token | None:
    """The clause behind "made it clear that", "makes plain that"."""
    words = [t for t in parse.children(token.i, "ccomp", "acomp", "oprd", "xcomp", "advmod") if t.word in CLEAR]
    clauses = [c for t in (*words, token) for c in parse.children(t.i, "ccomp", "advcl") if c not in words]
    marked = (c for c in clauses if any(m.word == "that" for m in parse.children(c.i, "mark")))
    return next(marked, None) if words else None


def _acts(parse: Parse, token: Token, words: set[str]) -> set[str]:
    """The acts among the cue's forms; a verb with a particle is another verb: "ordered out six envoys" says nothing."""
    found = words & cues().act
    if parse.child(token.i, "prt") is not None or (token.lemma in MOVING and _moves_somebody(parse, token)):
        return found - {token.lemma}
    return found


def _moves_somebody(parse: Parse, token: Token) -> bool:
    """ "recalled its ambassador", "admitted Egypt and Iran": people and states are no words."""
    whom = parse.child(token.i, "obj")
    return whom is not None and (agent_key(whom.lemma, whom.text) is not None or whom.entity in MOVED)


def _phrasal(parse: Parse, token: Token) -> set[str]:
    """The verb's lemma alone and with each of its particles and prepositions."""
    beside = [t.word for t in parse.children(token.i, "prt")]
    beside += [t.case.split()[-1] for t in parse.children(token.i, "obl", "pcl") if t.case and t.entity not in TIMES]
    return {token.lemma, *(f"{token.lemma} {word}" for word in beside)}


def _taken_side(parse: Parse, token: Token, found: set[str]) -> list[int]:
    """What is demanded, praised or discussed, by the longest cue first ("call for" before "call")."""
    for cue in sorted(found, key=lambda c: (" " not in c, c)):
        content = predicate(parse, token, cue)
        if parse.language != "en" and " " not in cue:
            content = complements(parse, token) or content
        named = any(parse.tokens[j].pos == "PROPN" for j in content)
        if len(content) >= MIN_WORDS or named:
            return content
    return []


def _around(parse: Parse, token: Token) -> list[int]:
    """The clause around a tag that stands between commas or at its end: "Opposition, sources said, has grown"."""
    if not _may_be_tag(token):
        return []
    own = set(parse.subtree(token.i))
    first, last = min(own), max(own)
    tokens = parse.tokens
    comma = tokens[first - 1].text == "," if first else False
    if not comma or len(own) > NAME_REACH:
        return []
    host = [j for j in parse.subtree(token.head, without=("aside",)) if j not in own and tokens[j].dep != "punct"]
    return host if last + 1 < len(tokens) and len(host) >= MIN_WORDS else []


def _may_be_tag(token: Token) -> bool:
    return token.dep in HOSTS and token.head != token.i and token.tag in FINITE


def _speaker(parse: Parse, token: Token) -> int | None:
    """The subject; the agent of a passive; of an inverted cue the noun behind it."""
    quoted = quoted_speaker(parse, token)
    if quoted is not None:
        return quoted
    if is_passive(parse, token):
        agent = parse.child(token.i, "agent")
        return agent.i if agent else None
    own = subject(parse, token.i)
    if own is None and token.dep == "aside":
        behind = parse.child(token.i, "obj", "attr", "npadvmod", "oprd")
        own = behind.i if behind else None
    if own is None:
        own = _inverted(parse, token)
    return own if own is not None else _named_before(parse, token)


def _inverted(parse: Parse, token: Token) -> int | None:
    """ "..., wrote Kommersant": a name right behind the verb that the parser took for its object."""
    behind = parse.child(token.i, "obj")
    said = parse.child(token.i, "ccomp")
    inverted = behind is not None and said is not None and said.i < token.i < behind.i and behind.pos == "PROPN"
    return behind.i if inverted and behind is not None else None


def _named_before(parse: Parse, token: Token) -> int | None:
    """ "Asked about it, X, Putin's spokesman, said": a person between commas whom the parser hung elsewhere."""
    if token.tag not in ("VBD", "VBZ") or parse.child(token.i, "nsubj"):
        return None
    before = [t for t in parse.tokens[max(0, token.i - NAME_REACH) : token.i] if t.sentence == token.sentence]
    if not before or before[-1].text != ",":
        return None
    found = [t for t in before if t.dep == "appos" and t.pos == "PROPN"]
    return found[0].i if found else None


def _span(parse: Parse, token: Token, speaker: int | None, head: int, rule: str) -> Attribution:
    inside = [j for j in parse.subtree(head, without=("aside",)) if not _is_edge(parse.tokens[j], parse.tokens[head])]
    inside = [j for j in inside if j not in (token.i, speaker)]
    run = _contiguous(inside, token.i, head)
    run = run if parse.language == "en" else whole_clause(parse, token, run)
    return Attribution(token.i, speaker, *parse.span(run), rule)


def _is_edge(token: Token, head: Token) -> bool:
    """The "that" that opens the clause, and punctuation, are no part of what is said."""
    return (token.dep == "mark" and token.head == head.i and token.word == "that") or token.dep == "punct"


def _contiguous(inside: list[int], cue: int, head: int) -> list[int]:
    """The part of the clause on the head's side of the cue, where the parser let it straddle the cue."""
    same = [j for j in inside if (j < cue) == (head < cue)]
    return same or [head]


def _host(parse: Parse, token: Token, speaker: int | None) -> Attribution:
    """The sentence around an inserted attribution."""
    first, last = parse.bounds[token.sentence]
    inside = [t.i for t in parse.tokens[first:last] if t.dep != "punct"]
    inserted = set(parse.subtree(token.i))
    sides = [j for j in inside if j < min(inserted)], [j for j in inside if j > max(inserted)]
    if parse.language != "en" and not all(sides):  # at the sentence's head or foot: "X, - said Y"
        inside = max(sides, key=len) or inside
    return Attribution(token.i, speaker, *parse.span(inside), "aside")
