"""Discounts: how far an item's weight is cut, each with its reason in words.

A weight w raises the likelihood ratio to the power w, so 1 leaves it and 0 makes it 1:1 (a power of the likelihood,
as in Bissiri, Holmes and Walker, "A general framework for updating belief distributions", JRSS B 78:5, 2016). The
cuts are conventions of this package, meant to be moderate and to be read; they are not estimated from data.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.judge.item import Item
from multivector.judge.kinds import QUADS, Act
from multivector.judge.noted import Noted
from multivector.judge.reliability import Rating
from multivector.judge.scene import Scene
from multivector.model import Event, Statement, TradeMeasure

__all__ = ["Discount", "harmonic", "on_hearsay", "on_outlets", "on_rival", "on_voice"]

RIVAL_CAUSE = 0.5  # a rival cause explains the item as well: half the weight is left
SINGLE_OUTLET = 0.8  # nobody else tells it
HEARSAY = 0.7  # the outlet has the act itself only from somebody else, who is not the one that did it
UNVOICED = 0.5  # nobody is named who said it: the outlet sums up a government's attitude in words of its own
CONFIRMED = "1"  # the Admiralty credibility "confirmed by other sources", given by a person


@dataclass(frozen=True, slots=True)
class Discount:
    """A factor 0..1 and why."""

    factor: float
    reason: str

    def __str__(self) -> str:
        return f"×{self.factor:.2g}: {self.reason}"


def on_outlets(item: Item, rating: Rating) -> Discount | None:
    """The cut for an item that one outlet alone tells, unless a person rated it as confirmed."""
    if item.role == "absence" or len(item.sources) > 1 or (rating.given and rating.code.endswith(CONFIRMED)):
        return None
    return Discount(SINGLE_OUTLET, "one outlet alone reports it")


def on_hearsay(item: Item, scene: Scene) -> Discount | None:
    """The cut for a deed that the text has only from a third party."""
    head = item.head
    if isinstance(head, Statement):
        return None
    by = head.attributed_to
    party = scene.question.observer if item.side == "observer" else scene.question.subject
    firm = any(isinstance(record, Event | TradeMeasure) and not record.attributed_to for record in item.records)
    if by is None or firm or scene.state_of(by) == party:
        return None
    return Discount(HEARSAY, f"the text has it from {scene.name(by)} only")


def on_voice(item: Item, scene: Scene) -> Discount | None:
    """The cut for words, or a verbal event, that a state as such is said to have uttered, without quotation."""
    if any(_voiced(record, scene) for record in item.records):
        return None
    return Discount(UNVOICED, "nobody is named who said it, so it is the outlet's own summary")


def _voiced(record: Act, scene: Scene) -> bool:
    if isinstance(record, Statement):
        return record.direct or record.speaker.actor not in (scene.question.observer, scene.question.subject)
    if isinstance(record, TradeMeasure | Noted) or not QUADS.get(record.type, "").startswith("verbal"):
        return True
    named = [code for code in record.actors if code.startswith(("person:", "body:"))]
    return any(scene.state_of(code) in record.source for code in named)


def on_rival(reason: str | None) -> Discount | None:
    """The cut for an item with a rival cause."""
    return Discount(RIVAL_CAUSE, f"rival cause: {reason}") if reason else None


def harmonic(strengths: Sequence[tuple[str, float, tuple[str, str, str]]]) -> list[int]:
    """The place of each item within its occasion, 1 for the strongest: the k-th item of an occasion weighs 1/k.

    Takes (occasion, strength, sort key) for each item. n like items of one occasion so weigh 1 + 1/2 + ... + 1/n, about
    ln n: much said at once adds little, and what does not discriminate takes nothing from the rest.
    """
    order = sorted(range(len(strengths)), key=lambda i: (-strengths[i][1], strengths[i][2]))
    seen: dict[str, int] = {}
    places = [0] * len(strengths)
    for i in order:
        occasion = strengths[i][0]
        places[i] = seen[occasion] = seen.get(occasion, 0) + 1
    return places
