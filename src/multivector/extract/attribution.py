"""Who says what, by grammar: cue verbs with their clause, objects "called X a Y", "according to X", nouns of speech."""

from collections.abc import Iterator
from dataclasses import dataclass

from multivector.codebook.cues import cues
from multivector.extract.arguments import is_passive, subject
from multivector.extract.article import Article
from multivector.text.base import Parse, Token

__all__ = ["Attribution", "find_attributions"]

CLAUSES = ("ccomp",)
NAME_REACH = 12  # tokens between a name and its verb of speech
MIN_WORDS = 2  # of reported content; "said so" reports nothing


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue, the head of its speaker phrase (None: not said) and the span of what is said."""

    cue: int
    speaker: int | None
    start: int
    end: int
    rule: str


def find_attributions(article: Article) -> list[Attribution]:
    """All attributions that the grammar shows, in order of their cues; quotations are joined to them later."""
    found: list[Attribution] = []
    for token in article.parse.tokens:
        if token.pos in ("VERB", "AUX"):
            found.extend(_verb(article.parse, token))
        elif token.case in cues().according:
            found.extend(_according(article.parse, token))
        elif token.pos == "NOUN" and token.lemma in cues().noun:
            found.extend(_noun(article.parse, token))
    return found


def _verb(parse: Parse, token: Token) -> Iterator[Attribution]:
    words = _phrasal(parse, token)
    table = cues()
    speaker = _speaker(parse, token)
    if token.dep == "aside" and words & (table.speech | table.thought):
        yield _host(parse, token, speaker)
    elif words & (table.speech | table.thought) and (clause := _clause(parse, token)):
        yield _span(parse, token, speaker, clause.i, "said that")
    elif words & table.regard and (content := _regarded(parse, token)):
        yield Attribution(token.i, speaker, *parse.span([token.i, *content]), "regard")
    elif words & table.act and speaker is not None and (content := _predicate(parse, token)):
        yield Attribution(token.i, speaker, *parse.span([token.i, *content]), "act")


def _phrasal(parse: Parse, token: Token) -> set[str]:
    """The verb's lemma alone and with each of its particles and prepositions."""
    beside = [t.text.lower() for t in parse.children(token.i, "prt")]
    beside += [t.case.split()[-1] for t in parse.children(token.i, "obl", "pcl") if t.case]
    return {token.lemma, *(f"{token.lemma} {word}" for word in beside)}


def _speaker(parse: Parse, token: Token) -> int | None:
    """The subject; the agent of a passive; of an inverted cue the noun behind it."""
    if is_passive(parse, token):
        agent = parse.child(token.i, "agent")
        return agent.i if agent else None
    own = subject(parse, token.i)
    if own is None and token.dep == "aside":
        behind = parse.child(token.i, "obj", "attr", "npadvmod", "oprd")
        own = behind.i if behind else None
    return own if own is not None else _named_before(parse, token)


def _named_before(parse: Parse, token: Token) -> int | None:
    """ "Asked about it, X, Putin's spokesman, said": a person between commas whom the parser hung elsewhere."""
    if token.tag not in ("VBD", "VBZ") or parse.child(token.i, "nsubj"):
        return None
    before = [t for t in parse.tokens[max(0, token.i - NAME_REACH) : token.i] if t.sentence == token.sentence]
    if not before or before[-1].text != ",":
        return None
    found = [t for t in before if t.dep == "appos" and t.pos == "PROPN"]
    return found[0].i if found else None


def _clause(parse: Parse, token: Token) -> Token | None:
    """The reported clause: a complement, or the clause that a cue at its end hangs on."""
    for child in parse.children(token.i, *CLAUSES):
        if child.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV"):
            return child
    if token.lemma in (
        "vow",
        "pledge",
        "promise",
        "threaten",
        "swear",
        "offer",
        "agree",
        "demand",
        "claim",
        "urge",
        "want",
        "hope",
        "intend",
        "plan",
    ):
        return next(parse.children(token.i, "xcomp"), None)
    return None


def _span(parse: Parse, token: Token, speaker: int | None, head: int, rule: str) -> Attribution:
    inside = [j for j in parse.subtree(head, without=("aside",)) if not _is_edge(parse.tokens[j], parse.tokens[head])]
    inside = [j for j in inside if not _holds_cue(token, speaker, j)]
    run = _contiguous(parse, inside, token.i, head)
    return Attribution(token.i, speaker, *parse.span(run), rule)


def _holds_cue(token: Token, speaker: int | None, j: int) -> bool:
    return j in (token.i, speaker)


def _is_edge(token: Token, head: Token) -> bool:
    """The "that" that opens the clause, and punctuation, are no part of what is said."""
    return (token.dep == "mark" and token.head == head.i and token.text.lower() == "that") or token.dep == "punct"


def _contiguous(parse: Parse, inside: list[int], cue: int, head: int) -> list[int]:
    """The part of the clause on the head's side of the cue, where the parser let it straddle the cue."""
    same = [j for j in inside if (j < cue) == (head < cue)]
    return same or [head]


def _host(parse: Parse, token: Token, speaker: int | None) -> Attribution:
    """The sentence around an inserted attribution."""
    first, last = parse.bounds[token.sentence]
    inside = [t.i for t in parse.tokens[first:last] if t.dep != "punct"]
    return Attribution(token.i, speaker, *parse.span(inside), "aside")


def _regarded(parse: Parse, token: Token) -> list[int]:
    """The object and what it is said to be; [] where either is missing."""
    thing = parse.child(token.i, "obj", "nsubjpass")
    what = next(
        (t for t in parse.children(token.i, "obl", "oprd", "attr", "xcomp", "ccomp", "acomp", "pcl") if _says_what(t)),
        None,
    )
    if thing is None:
        thing = parse.child(what.i, "nsubj") if what is not None else None
    if what is None and thing is not None:
        what = next((t for t in parse.children(thing.i, "nmod") if t.case == "as"), None)
    if thing is None or what is None:
        return []
    return sorted({*parse.subtree(thing.i, without=("aside",)), *parse.subtree(what.i, without=("aside",))})


def _says_what(token: Token) -> bool:
    return token.case in ("as", "to be") or token.dep in ("oprd", "attr", "xcomp", "ccomp", "acomp")


def _predicate(parse: Parse, token: Token) -> list[int]:
    """What follows the verb inside its phrase: object, complements and their prepositions."""
    parts = [t for t in parse.children(token.i, "obj", "iobj", "obl", "pcl", "xcomp", "ccomp") if t.i > token.i]
    inside = sorted({j for t in parts for j in parse.subtree(t.i, without=("aside",))})
    return inside if len(inside) >= MIN_WORDS else []


def _according(parse: Parse, token: Token) -> Iterator[Attribution]:
    """The sentence less "according to X"."""
    first, last = parse.bounds[token.sentence]
    phrase = set(parse.subtree(token.i))
    low, high = min(phrase), max(phrase)
    opener = token.case.split()[0]
    before = [t.i for t in parse.tokens[first:low] if t.dep != "punct" and t.text.lower() != opener]
    after = [t.i for t in parse.tokens[high + 1 : last] if t.dep != "punct"]
    content = max(before, after, key=len)
    if len(content) >= MIN_WORDS:
        yield Attribution(token.i, token.i, *parse.span(content), "according to")


def _noun(parse: Parse, token: Token) -> Iterator[Attribution]:
    """ "its communication that ...", "the claim by X that ..."."""
    clause = next((t for t in parse.children(token.i, "acl", "ccomp") if _is_reported(parse, t)), None)
    owner = parse.child(token.i, "poss") or next(
        (t for t in parse.children(token.i, "nmod", "agent") if t.case == "by"), None
    )
    if clause is not None and owner is not None:
        yield _span(parse, token, owner.i, clause.i, "noun of speech")


def _is_reported(parse: Parse, token: Token) -> bool:
    """A finite clause behind "that", not a participle."""
    finite = token.tag != "VBN" or parse.child(token.i, "auxpass") is not None
    return finite and parse.child(token.i, "mark") is not None
