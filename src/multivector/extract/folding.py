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
        if _is_aim(parse, event):
            kept[above], kept[n] = _aimed(outer, event), None
        elif outer is not None and _shares(parse, event, outer):
            kept[n] = replace(event, target=outer.target)
    return [event for event in kept if event is not None]


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
