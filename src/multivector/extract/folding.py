"""Events that are part of another one in their sentence: what it is for, and what it shares its target with."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from multivector.extract.composed import Composed
from multivector.extract.subjects import is_infinitive
from multivector.text.base import Parse

__all__ = ["folded"]

MOST_ABOVE = 40  # governors looked at; hostile sentences nest deeper
HARM = ("ASSAULT", "COERCE")


def folded(parse: Parse, events: Sequence[Composed]) -> list[Composed]:
    """The events without those that are only the aim of another one ("sent guns to help defend Togo"), whose target
    goes to the other where that has none, and with targets that a clause shares with the one that holds it."""
    by_token = {event.match.token: n for n, event in enumerate(events)}
    kept: list[Composed | None] = list(events)
    for n, event in enumerate(events):
        above = _above(parse, event, by_token)
        if above is None:
            continue
        outer = kept[above]
        if outer is not None and _is_said_twice(event, outer):
            kept[n] = None
        elif _is_aim(parse, event):
            kept[above], kept[n] = _aimed(outer, event), None
        elif outer is not None and _shares(parse, event, outer):
            kept[n] = replace(event, target=outer.target)
    left = [event for event in kept if event is not None]
    return [e for e in left if not _is_told_better(parse, e, left) and not _is_undone(parse, e, left)]


def _is_undone(parse: Parse, event: Composed, events: Sequence[Composed]) -> bool:
    """ "freed two men held since May": nobody says who held them, and what is told is that they are free."""
    token = parse.tokens[event.match.token]
    if event.type != "COERCE" or event.source or token.dep != "acl":
        return False
    freeing = [e.match.arguments.get("obj", ()) for e in events if e.type in ("RETREAT", "CONCEDE")]
    return any(token.head in held for held in freeing)


def _is_told_better(parse: Parse, event: Composed, events: Sequence[Composed]) -> bool:
    """ "Eight people died when Turkish jets bombed a village", "shells hit a house, killing two": one attack, told
    by the clause that says who did it, or what else it did."""
    if event.match.act.id == "threaten.retaliate":  # "hit back by blocking exports"
        means = {t.i for t in parse.children(event.match.token, "pcl") if t.case == "by"}
        return any(e.match.token in means for e in events)
    if event.type != "ASSAULT":
        return False
    token = parse.tokens[event.match.token]
    same = [e for e in events if e is not event and _is_same_blow(parse, e, event)]
    if not event.source:
        return any(e.source for e in same)
    result = token.dep == "advcl" and token.tag == "VBG"
    return result and any(e.match.token == token.head and _codes(e) == _codes(event) for e in same)


def _is_same_blow(parse: Parse, one: Composed, other: Composed) -> bool:
    sentences = {parse.tokens[e.match.token].sentence for e in (one, other)}
    alike = (one.type, one.status) == (other.type, other.status) and len(sentences) == 1
    return alike and {p.code for p in one.target} == {p.code for p in other.target}


def _above(parse: Parse, event: Composed, by_token: dict[int, int]) -> int | None:
    """The nearest event whose word governs this one's, not through a relative clause."""
    own = {event.match.token, *(m.token for m in event.chain)}
    token = parse.tokens[event.match.token]
    for governor in islice(parse.ancestors(event.match.token), MOST_ABOVE):
        if token.dep == "relcl":
            return None
        if governor.i in by_token and governor.i not in own:
            return by_token[governor.i]
        token = governor
    return None


def _is_said_twice(event: Composed, outer: Composed) -> bool:
    """ "vowed to retaliate against Israel": one threat in two words."""
    same = event.type == outer.type == "THREATEN" and _codes(event) == _codes(outer)
    return same and {p.code for p in event.target} <= {p.code for p in outer.target}


def _is_aim(parse: Parse, event: Composed) -> bool:
    """True for what nobody says that it happens: an infinitive below another act."""
    token = parse.tokens[event.match.token]
    bare = token.tag == "VB" and parse.child(token.i, "aux") is None  # "help defend"
    return event.status == "hypothetical" and (bare or is_infinitive(parse, token))


def _aimed(outer: Composed | None, aim: Composed) -> Composed | None:
    """The outer event with the target of its aim, where it has none of its own and both are of the same doers."""
    if outer is None or not _lacks_target(outer) or not _codes(aim) <= _codes(outer):
        return outer
    return replace(outer, target=aim.target)


def _lacks_target(event: Composed) -> bool:
    return not event.target and not (event.match.act.reciprocal and len(_codes(event)) > 1)


def _shares(parse: Parse, event: Composed, outer: Composed) -> bool:
    """ "dispersed the marchers, arresting twelve": whoever suffers the one suffers the other."""
    token = parse.tokens[event.match.token]
    below = not event.target and token.dep in ("advcl", "conj") and token.tag == "VBG"
    return below and event.type in HARM and outer.type in HARM and _codes(event) == _codes(outer)


def _codes(event: Composed) -> set[str]:
    return {party.code for party in event.source}
