"""Companies, banks, parties and other bodies that no table has, by how the text introduces them.

"Dutch chipmaker ASML", "Barrick Gold, a Canadian mining company", "the Lagos-based Air Peace", "Russia's Rosneft".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from multivector.codebook.agents import agent_key, agent_nouns
from multivector.codebook.grammar import words
from multivector.model import Actor, Mention
from multivector.text.base import Parse, Token

__all__ = ["introduced", "without"]

KINDS = words("introduced", "kinds")
PERSONS = words("introduced", "persons")
NAMED = ("NNP", "NNPS")
NO_NAMES = ("DATE", "TIME", "NORP", "EVENT")  # of the name finder, which else often errs: these are no bodies
BASED = re.compile(r"-based$")
DEFAULT = "BUS"  # sector of what is told only as some state's: "India's Infosys"
MOST = 200  # bodies of one text; a longer list is hostile
FIRST_WORD = 5  # letters from which the first word alone may stand for the whole name


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words around a name say of it."""

    state: str
    sector: str


def introduced(parse: Parse, known: Sequence[Mention]) -> tuple[list[Mention], list[Actor]]:
    """Mentions of the bodies that the text itself introduces with their country, wherever it names them, and an actor
    for each. None of them overlaps with those `known` so far. For English.
    """
    if parse.language != "en":
        return [], []
    at = {m.end: m for m in known}
    taken = {i for m in known for i in range(m.start, m.end)}
    told: dict[str, _Told] = {}
    for name in _names(parse, taken):
        found = _told(parse, at, name)
        if found is not None and len(told) < MOST:
            told.setdefault(parse.text[name[0].start : name[-1].end], found)
    mentions = sorted(_everywhere(parse.text, told, taken), key=lambda m: m.start)
    return mentions, [Actor(_code(name), "body", name, (name,), t.state, t.sector) for name, t in told.items()]


def without(
    bodies: Sequence[Mention], people: Sequence[Mention], cast: Sequence[Actor]
) -> tuple[list[Mention], list[Actor]]:
    """The people and their actors without those that are bodies in truth: "the carrier Skyfast" is nobody's name."""
    if not bodies:
        return list(people), list(cast)
    taken = {i for m in bodies for i in range(m.start, m.end)}
    false = {m.actor for m in people if m.start in taken}
    kept = [m for m in people if m.start not in taken]
    false -= {m.actor for m in kept}
    return kept, [a for a in cast if a.code not in false]


def _code(name: str) -> str:
    return "body:" + (re.sub(r"[^\w]+", "-", name.lower()).strip("-") or "unknown")


def _names(parse: Parse, taken: set[int]) -> Iterator[list[Token]]:
    """Runs of words that name something unknown: a head with the names before it in its own phrase."""
    for head in parse.tokens:
        following = parse.tokens[head.i + 1] if head.i + 1 < len(parse.tokens) else head
        inner = head.dep == "compound" and head.head == following.i and following.tag in NAMED
        if head.tag not in NAMED or inner or head.start in taken or not head.text[:1].isalpha():
            continue
        run = [head]
        while run[0].i and _continues(parse.tokens[run[0].i - 1], run[0], taken):
            run.insert(0, parse.tokens[run[0].i - 1])
        if not any(t.entity in NO_NAMES for t in run) and _is_name(run):
            yield run


def _continues(before: Token, first: Token, taken: set[int]) -> bool:
    near = before.tag in NAMED and first.start - before.end <= 1 and before.sentence == first.sentence
    return near and before.start not in taken and before.text[:1].isupper() and before.dep in ("compound", "nmod")


def _is_name(run: list[Token]) -> bool:
    """True for words that are no role or description themselves: "Ministry", "Foreign Minister"."""
    last = run[-1]
    return agent_key(last.lemma, last.text) is None and last.text[:1].isupper()


def _told(parse: Parse, at: Mapping[int, Mention], name: list[Token]) -> _Told | None:
    head = name[-1]
    before = [t for t in _phrase(parse, head) if t.i < name[0].i]
    beside = [*before[-1:], *parse.children(head.i, "appos")]
    if head.dep == "appos":
        beside.append(parse.tokens[head.head])
    for noun in beside:
        if _is_kind(noun, head):
            state = _state(parse, at, before if noun in before else [*_phrase(parse, noun), *before])
            if state is not None:
                return _Told(state, _sector(noun))
    owner = parse.child(head.i, "poss")
    owns = owner is not None and owner.i < name[0].i and at.get(owner.end)
    if owns and owns.kind == "state" and owns.state and head.entity == "ORG":
        return _Told(owns.state, DEFAULT)
    based = _based(at, parse, before) if head.entity in ("ORG", "") else None
    return _Told(based, DEFAULT) if based else None


def _is_kind(noun: Token, name: Token) -> bool:
    """ "the Dutch trader Vitol" is a body, "the Dutch trader Jan" none."""
    kind = noun.lemma.lower()
    return kind in KINDS and (kind not in PERSONS or name.entity != "PERSON")


def _phrase(parse: Parse, head: Token) -> list[Token]:
    inside = parse.subtree(head.i, without=("relcl", "acl", "appos", "conj", "cc", "punct"))
    return [parse.tokens[i] for i in inside]


def _sector(noun: Token) -> str:
    key = agent_key(noun.lemma, noun.text)
    return agent_nouns()[key].sector if key and not agent_nouns()[key].official else DEFAULT


def _state(parse: Parse, at: Mapping[int, Mention], phrase: Sequence[Token]) -> str | None:
    """Whose it is by the adjective, owner or seat in its phrase."""
    for token in phrase:
        mention = at.get(token.end)
        if mention is not None and mention.kind == "state" and mention.state and token.dep != "conj":
            return mention.state
    return _based(at, parse, phrase)


def _based(at: Mapping[int, Mention], parse: Parse, phrase: Sequence[Token]) -> str | None:
    """ "Lagos-based": the state of its seat."""
    for token in phrase:
        if token.lemma in ("base", "based") or BASED.search(token.text):
            for seat in (*parse.children(token.i), token):
                mention = at.get(seat.end)
                if mention is not None and mention.state:
                    return mention.state
    return None


def _everywhere(text: str, told: Mapping[str, _Told], taken: set[int]) -> Iterator[Mention]:
    """Each place that has the name, or its first word where that is long enough to stand for it."""
    for name, what in told.items():
        first = name.split()[0]
        forms = {name, first} if len(first) >= FIRST_WORD else {name}
        for form in sorted(forms, key=len, reverse=True):
            for found in re.finditer(rf"\b{re.escape(form)}\b", text):
                span = set(range(found.start(), found.end()))
                if span.isdisjoint(taken):
                    taken |= span
                    yield Mention(
                        found.start(), found.end(), _code(name), "body", "introduction", what.state, what.sector
                    )
