"""Negation over a word of tone: on the word itself, its determiner, or a governor within reach."""

from multivector.codebook.grammar import words
from multivector.extract.status import NEGATIONS
from multivector.text.base import Parse, Token

__all__ = ["NEGATION_REACH", "is_denial", "is_negated"]

DENYING = words("stance", "denying")

NEGATION_REACH = 3  # governors looked at above the word
CLAUSES = ("ccomp", "relcl", "advcl", "conj", "nsubj", "nsubjpass")  # a negation above these speaks of something else


def is_negated(parse: Parse, head: Token, own: tuple[int, ...]) -> bool:
    """A negation on the word, its determiner, or a governor within reach."""
    token = head
    for _ in range(NEGATION_REACH):
        near = parse.children(token.i, "neg", "det", "advmod", "preconj")
        if token.case == "without" or any(t.word in NEGATIONS and t.i not in own for t in near):
            return True
        if token.i not in own and _has_yet(parse, token):
            return True
        if token.dep == "ccomp" and parse.tokens[token.head].lemma in DENYING:
            return True
        if token.head == token.i or token.dep in CLAUSES:
            return False
        token = parse.tokens[token.head]
    return False


def _has_yet(parse: Parse, token: Token) -> bool:
    """ "has yet to keep its word"."""
    if token.lemma != "have" or token.pos != "VERB":
        return False
    return any(t.word == "yet" for t in parse.children(token.i, "advmod"))


def is_denial(parse: Parse, verb: Token) -> bool:
    """ "denied that it was spying": what is denied is said of oneself, and blames nobody."""
    return verb.lemma in DENYING and parse.child(verb.i, "ccomp") is not None
