"""Phrases that the small English parser hangs on the wrong word, hung where they belong."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.text.base import FINITE, TIMES, Token
from multivector.text.mends_objects import role_of
from multivector.text.mends_tree import Below, Mend, hanging

__all__ = ["attached"]

NAMES = ("NNP", "NNPS")
SUBJECTS = ("nsubj", "csubj", "nsubjpass")


def attached(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with these faults undone; their number, order and spans stay.

    - "rejected as groundless a claim by Chad": an object behind its description taken for a part of that
    - "freed two men after mediation by Oman": the doer of the noun taken for that of an active verb
    - "the head of Gazprom, Alexei Miller,": a name beside a role hung on what it is the head of
    - "fined Google 4 million roubles": whom it is done to taken for a part of the sum
    - "states, among them Peru, signed": those who are named taken for who does it, or for parts of "them"
    - "banned wheat until the end of the year to protect farmers": the purpose taken for what the day is for
    """
    found = list(tokens)
    below = hanging(found)
    for i in range(len(found)):
        for mend in MENDS:
            mend(found, below, found[i])
    return found


def _free_object(found: list[Token], below: Below, noun: Token) -> None:
    if noun.case != "as" or noun.dep != "obl":
        return
    word = next((found[j] for j in below[noun.i] if found[j].dep == "case" and found[j].word == "as"), None)
    described = next((found[j] for j in below[noun.i] if found[j].dep == "amod"), None)
    if word is None or described is None or any(found[j].dep != "punct" for j in range(word.i + 1, described.i)):
        return
    claim = any(found[j].dep == "acl" and found[j].tag in FINITE for j in below[noun.i])  # "as absurd reports that ..."
    if found[described.i + 1].dep not in ("det", "poss", "nummod") and not claim:
        return
    if any(found[j].dep == "obj" for j in below[noun.head]):
        return
    found[noun.i] = replace(noun, dep="obj", case="")
    found[described.i] = replace(described, dep="obl", case="as", head=noun.head)
    found[word.i] = replace(word, head=described.i)


def _lower_doer(found: list[Token], below: Below, name: Token) -> None:
    verb = found[name.head]
    if name.case != "by" or name.dep not in ("obl", "agent") or verb.pos != "VERB" or not name.text[:1].isupper():
        return
    held = {found[j].dep for j in below[verb.i]}
    if "obj" not in held or held.isdisjoint(SUBJECTS) or "auxpass" in held or "nsubjpass" in held:
        return
    by = next((j for j in below[name.i] if found[j].word == "by"), name.i)
    noun = found[by - 1]
    if verb.i < noun.i and noun.tag in ("NN", "NNS") and not noun.entity:
        found[name.i] = replace(name, dep="nmod", head=noun.i)


def _raise_name(found: list[Token], below: Below, name: Token) -> None:
    role = role_of(found, below, name) if name.dep == "appos" else None
    if role is not None:
        found[name.i] = replace(name, head=role.i)


def _free_recipient(found: list[Token], below: Below, name: Token) -> None:
    if name.dep != "compound" or name.tag not in NAMES or name.i + 1 >= len(found) or not name.i:
        return
    sum_of, verb, number = found[name.head], found[name.i - 1], found[name.i + 1]
    if number.tag == "CD" and sum_of.dep == "obj" and sum_of.head == verb.i and sum_of.i > number.i:
        found[name.i] = replace(name, dep="iobj", head=verb.i)


def _raise_purpose(found: list[Token], below: Below, verb: Token) -> None:
    above = found[verb.head]
    if verb.dep != "acl" or verb.tag != "VB" or above.entity not in TIMES:
        return
    while above.entity in TIMES and above.head != above.i:
        above = found[above.head]
    if above.pos == "VERB":
        found[verb.i] = replace(verb, dep="advcl", head=above.i)


def _name_members(found: list[Token], below: Below, them: Token) -> None:
    if them.case != "among" or them.text != "them" or not 2 < them.i < len(found) - 1:
        return
    noun, first = found[them.i - 3], found[them.i + 1]
    while first.dep == "compound" and first.head > first.i:
        first = found[first.head]
    if found[them.i - 2].text != "," or noun.tag not in ("NNS", "CD", "NN") or first.tag not in NAMES:
        return
    found[first.i] = replace(first, dep="appos", head=noun.i, case="")
    found[them.i] = replace(them, dep="nmod", head=first.i)


MENDS: tuple[Mend, ...] = (_free_object, _lower_doer, _raise_name, _free_recipient, _raise_purpose, _name_members)
