"""Who says all that stands before: "Talks ended in Kazan, a source in one delegation told TASS", mended in place."""

from dataclasses import replace

from multivector.text.base import Token
from multivector.text.mends_clauses import SAYINGS, SUBJECTS
from multivector.text.mends_tree import Below

__all__ = ["close_with_speaker", "free_speaker"]

FAR = 60  # tokens at most between a word and the head of its phrase


def close_with_speaker(found: list[Token], below: Below, verb: Token) -> None:
    """The verb of saying taken for a second clause, though only a comma stands before it, and no "and"."""
    told = found[verb.head]
    who = _closing_speaker(found, below, verb)
    if who is None or told.i > who.i or any(found[j].dep in ("ccomp", "cc", "mark") for j in below[verb.i]):
        return
    if any(found[j].dep == "cc" and told.i < j < verb.i for j in below[told.i]):
        return
    found[verb.i] = replace(verb, dep=told.dep, head=verb.i if told.head == told.i else told.head)
    found[told.i] = replace(told, dep="ccomp", head=verb.i)
    found[who.i] = replace(who, dep="nsubj", head=verb.i)


def free_speaker(found: list[Token], below: Below, verb: Token) -> None:
    """The same where the verb has what is told, but no subject."""
    who = _closing_speaker(found, below, verb)
    held = {found[j].dep for j in below[verb.i] if j < verb.i}
    if who is not None and "ccomp" in held and held.isdisjoint(SUBJECTS):
        found[who.i] = replace(who, dep="nsubj", head=verb.i)


def _closing_speaker(found: list[Token], below: Below, verb: Token) -> Token | None:
    """The head of all between a comma and the verb of saying: its subject, or taken for a name's apposition."""
    comma = _comma_before(found, verb)
    if verb.lemma not in SAYINGS or comma < 0:
        return None
    own = [found[j] for j in below[verb.i] if found[j].dep == "nsubj" and comma < j < verb.i]
    beside = [t for t in found[comma + 1 : verb.i] if t.dep == "appos" and t.head < comma]
    who = next(iter(own or beside), None)
    return who if who is not None and all(_is_under(found, j, who.i) for j in range(comma + 1, verb.i)) else None


def _comma_before(found: list[Token], token: Token) -> int:
    """The place of the last comma before it in its sentence; -1 where there is none."""
    for j in range(token.i - 1, -1, -1):
        if found[j].text == "," or found[j].sentence != token.sentence:
            return j if found[j].text == "," else -1
    return -1


def _is_under(found: list[Token], i: int, top: int) -> bool:
    """Whether a token is the one at `top` or hangs on it, directly or not."""
    for _ in range(FAR):
        if i == top or found[i].head == i:
            break
        i = found[i].head
    return i == top
