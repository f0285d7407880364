"""Why a measure was taken, as the text states it: in its own clause or in the sentences behind it."""

from dataclasses import replace

from multivector.codebook.grammar import words
from multivector.extract.composed import Composed
from multivector.extract.subjects import is_infinitive
from multivector.model import Evidence, TradeMeasure
from multivector.text.base import TIMES, Parse, Token

__all__ = ["reason_in_clause", "with_later_reason"]

CAUSES = ("over", "because of", "due to", "owing to", "amid", "on grounds of", "citing", "after", "for")
ACTS = words("links", "acts")
REACH = 2  # sentences behind a measure in which "the decision was taken because of ..." gives its reason
STEPS = ("move", "step", "decision", "gesture")
BEHIND = ("because", "since")


def reason_in_clause(parse: Parse, event: Composed) -> str | None:
    """The reason in the act's own clause: a purpose, what stands behind "over", "because of", "citing"; or None."""
    own = {event.match.token, *(m.token for m in event.chain)}
    inside = {j for i in own for j in parse.subtree(i)}
    sentence = parse.tokens[event.match.token].sentence
    for token in parse.tokens[slice(*parse.bounds[sentence])]:
        if _is_reason(parse, token) and token.i in inside:
            return _words(parse, token)
    return None


def with_later_reason(parse: Parse, measure: TradeMeasure) -> TradeMeasure:
    """The measure with the reason that the next sentences give: "The step was needed to protect farmers"."""
    if measure.reason is not None:
        return measure
    here = parse.sentences_between(measure.evidence.start, measure.evidence.end)
    for number in range(here.stop, min(here.stop + REACH, len(parse.sentences))):
        reason = _told(parse, number)
        if reason is not None:
            sentence = parse.sentences[number]
            words = parse.text[sentence.start : sentence.end]
            told = Evidence(measure.evidence.document, sentence.start, sentence.end, words)
            return replace(measure, reason=reason, also=(*measure.also, told))
    return measure


def _told(parse: Parse, number: int) -> str | None:
    for token in parse.tokens[slice(*parse.bounds[number])]:
        if token.lemma.lower() in ACTS and token.dep in ("nsubj", "nsubjpass") and _is_definite(parse, token):
            below = (parse.tokens[j] for j in parse.subtree(token.head) if j > token.i)
            found = next((t for t in below if _is_reason(parse, t, passive=token.dep == "nsubjpass")), None)
            if found is not None:
                return _words(parse, found)
    return None


def _is_definite(parse: Parse, token: Token) -> bool:
    return any(t.word in ("the", "this", "that", "these", "such") for t in parse.children(token.i, "det"))


def _is_reason(parse: Parse, token: Token, *, passive: bool = False) -> bool:
    if token.dep in ("obl", "nmod", "pcl"):
        return _is_cause(token)
    if token.dep == "xcomp":
        return passive and is_infinitive(parse, token)  # "was needed to protect"
    return token.dep == "advcl" and (is_infinitive(parse, token) or _gives_ground(parse, token))


def _is_cause(token: Token) -> bool:
    """ "over the dispute", "because of pests"; a thing behind "for" and "after" is as often no cause."""
    caused = token.case in CAUSES and token.entity not in TIMES
    return caused and (token.case not in ("for", "after") or token.dep == "pcl")


def _gives_ground(parse: Parse, token: Token) -> bool:
    return token.lemma == "cite" or any(t.word in BEHIND for t in parse.children(token.i, "mark"))


def _words(parse: Parse, token: Token) -> str:
    inside = parse.subtree(token.i)
    steps = [j for j in inside if parse.tokens[j].case == "in" and parse.tokens[j].lemma in STEPS]
    aside = {k for j in steps if j != token.i for k in parse.subtree(j)}  # "citing pests, in a move that Oslo deplored"
    start, end = parse.span([j for j in inside if parse.tokens[j].dep != "punct" and j not in aside])
    return parse.text[start:end]
