"""The record of a marked pair's event."""

from collections.abc import Sequence

from multivector.extract.composed import Composed, cameo_of, modes_of, root_code
from multivector.extract.events import event_date
from multivector.extract.marked import Marked
from multivector.extract.origin import origin
from multivector.extract.pair import choose
from multivector.extract.pair_base import Pair, binding
from multivector.extract.status import status_of
from multivector.model import Event, Evidence, Status, make_id
from multivector.text.dates import DateMention
from multivector.world.successions import successor

__all__ = ["build_pair_event"]

# Confidence by how many of the two phrases the act binds; our own estimate, to be calibrated.
CONFIDENCE = {2: 0.85, 1: 0.7, 0: 0.5}


def build_pair_event(pair: Pair, dates: Sequence[DateMention]) -> Event:
    """The chosen act between the two phrases as an event; its origin names the frame, or else the words that spoke
    for it. Its evidence runs from the first to the last of the phrases and the act's own words."""
    root, act, reasons = choose(pair)
    kind = act.type if act else ("CONCEDE" if root == "YIELD" else root)
    start, end = _span(pair, act)
    source, target = _codes(pair, pair.source), _codes(pair, pair.target)
    status = _status(pair, act)
    document = pair.article.document
    rules = [act.rule] if act else []
    return Event(
        id=make_id("event", document.id, kind, start, end, ",".join(source), ",".join(target), status),
        evidence=Evidence(document.id, start, end, pair.article.parse.text[start:end]),
        origin=origin("event:" + "; ".join([*rules, *(f"clue {r}" for r in reasons)])),
        confidence=CONFIDENCE[len(binding(pair, act).replace("-", "")) if act else 0],
        source=source,
        target=target,
        type=kind,
        mode=modes_of(act) if act else None,
        contexts=act.match.act.contexts if act else (),
        cameo=cameo_of(act) if act else root_code(kind),
        status=status,
        attributed_to=None,
        date=event_date(pair.article, start, end, act.match.token, dates) if act else None,
        actors=tuple(sorted({p.actor for m in (pair.source, pair.target) for p in m.known})),
    )


def _span(pair: Pair, act: Composed | None) -> tuple[int, int]:
    spots = [*pair.source.tokens, *pair.target.tokens]
    if act is not None:
        spots += [*act.match.words, *(w for m in act.chain for w in m.words)]
    return pair.article.parse.span(spots)


def _codes(pair: Pair, phrase: Marked) -> tuple[str, ...]:
    """The known actors in the phrase; a phrase that the tables do not know stands for itself."""
    known = tuple(dict.fromkeys(successor(p.code) for p in phrase.known))
    return known or (phrase.words,)


def _status(pair: Pair, act: Composed | None) -> Status:
    if act is not None:
        return act.status
    parse = pair.article.parse
    heads = [m.head for m in (pair.source, pair.target) if m.head is not None]
    verbs = [t.i for head in heads for t in parse.ancestors(head) if t.pos in ("VERB", "AUX")]
    return status_of(parse, verbs[0] if verbs else heads[0])
