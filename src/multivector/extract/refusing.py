"""What somebody refuses to do: "refused to join the sanctions on X", "declined to back a statement condemning X"."""

from typing import NamedTuple

from multivector.codebook.cues import cues
from multivector.codebook.grammar import words
from multivector.text.base import Parse

__all__ = ["Refusal", "refusal_above"]

REFUSING = words("stance", "refusing")
JOINING = words("stance", "joining")
REACH = 4  # governors looked at above the word
CLAUSES = ("ccomp", "advcl", "conj", "nsubj", "nsubjpass")  # a refusal above these is of something else
OF_NOUN = ("relcl", "acl")


class Refusal(NamedTuple):
    """The verb that refuses, and whether the word is refused: in "refused to condemn the raid" the raid is not."""

    verb: int
    meant: bool


def refusal_above(parse: Parse, i: int) -> Refusal | None:
    """The refusal of the deed in which the word at `i` stands; None where nobody refuses it.

    What a paper says that is not signed is refused with it.
    """
    token = parse.tokens[i]
    meant = True
    for _ in range(REACH):
        head = parse.tokens[token.head]
        if head.i == token.i or token.dep in CLAUSES:
            return None
        if token.dep in OF_NOUN and head.lemma.lower() not in cues().document:
            return None
        if token.dep == "xcomp" and head.lemma.lower() in REFUSING:
            return Refusal(head.i, meant)
        meant = meant and not (token.pos == "NOUN" and head.pos == "VERB" and head.lemma.lower() not in JOINING)
        token = head
    return None
