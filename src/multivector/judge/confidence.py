"""Confidence in a judgement: low, moderate or high, apart from the likelihood itself (ICD 203, section D.6.e(2)(b)).

It says how much evidence there is, how independent, how far it agrees and how direct it is. The cuts are conventions of
this package: the directive names the three levels and gives no numbers.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from multivector.judge.bearing import tells_apart
from multivector.judge.noted import Noted
from multivector.judge.weigh import Weighed
from multivector.model import Statement
from multivector.model.judgement import Bearing

__all__ = ["Ground", "confidence", "ground_of"]

LOW_OCCASIONS, LOW_OUTLETS, LOW_WIDTH = 5, 2, 0.5  # fewer or wider: low
LOW_AGREEMENT = 0.6  # evidence that all but cancels out: low
HIGH_OCCASIONS, HIGH_OUTLETS, HIGH_WIDTH = 8, 4, 0.25  # at least, and no wider: high ...
HIGH_AGREEMENT, HIGH_DIRECT = 0.75, 0.5  # ... with so much of the weight on one side and so many items at first hand
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a judgement stands on. `agreement` is the share of the weight that speaks for the leading hypothesis."""

    occasions: int
    outlets: int
    agreement: float
    direct: int
    items: int
    width: float


def ground_of(weighed: Sequence[Weighed], bearings: Sequence[Bearing], width: float, leader: int) -> Ground:
    """The ground of the items that can move the answer; `width` is that of the leader's interval.

    An item agrees as far as it makes the leader likelier than it makes the other hypotheses on (geometric) average.
    """
    telling = [one for one in weighed if tells_apart(one)]
    sizes = [_for_leader(bearing.used, leader) for bearing in bearings]
    whole = sum(abs(size) for size in sizes)
    return Ground(
        occasions=len({one.occasion for one in telling}),
        outlets=len({source for one in telling for source in one.item.sources}),
        agreement=sum(size for size in sizes if size > 0) / whole if whole else 0.0,
        direct=sum(_first_hand(one) for one in telling),
        items=len(telling),
        width=width,
    )


def _for_leader(used: Sequence[float], leader: int) -> float:
    others = [math.log(value) for h, value in enumerate(used) if h != leader]
    return math.log(used[leader]) - math.fsum(others) / len(others)


def _first_hand(one: Weighed) -> bool:
    """A statement in its own words, or a deed that the text tells as done."""
    head = one.item.head
    return head.direct if isinstance(head, Statement | Noted) else head.attributed_to is None


def confidence(ground: Ground) -> tuple[str, str]:
    """The level and the sentence that gives its reasons."""
    thin = ground.occasions < LOW_OCCASIONS or ground.outlets < LOW_OUTLETS or ground.width > LOW_WIDTH
    if thin or ground.agreement < LOW_AGREEMENT:
        level = "low"
    elif _high(ground):
        level = "high"
    else:
        level = "moderate"
    return level, f"Confidence is {level}: {_reasons(ground)}."


def _high(ground: Ground) -> bool:
    much = ground.occasions >= HIGH_OCCASIONS and ground.outlets >= HIGH_OUTLETS and ground.width <= HIGH_WIDTH
    return much and ground.agreement >= HIGH_AGREEMENT and ground.direct >= HIGH_DIRECT * ground.items


def _reasons(ground: Ground) -> str:
    outlets = "one outlet alone" if ground.outlets == 1 else f"{_number(ground.outlets)} outlets"
    agree = "they mostly point the same way" if ground.agreement >= HIGH_AGREEMENT else "they point both ways"
    noun = "occasion" if ground.occasions == 1 else "occasions"
    return (
        f"the evidence comes from {_number(ground.occasions)} independent {noun}, told by {outlets}; {agree}; "
        f"{_number(ground.direct) if ground.direct else 'none'} of {_number(ground.items)} items "
        f"{'is' if ground.direct < 2 else 'are'} at first "
        "hand (quoted, or told as done)"
    )


def _number(n: int) -> str:
    return NUMBERS[n] if n < len(NUMBERS) else str(n)
