"""Numbers of two claims that count the same thing and are not the same."""

import re
from collections.abc import Iterator, Sequence
from math import isclose

from multivector.model import When
from multivector.story.claims import Claim, Dated
from multivector.story.common import Difference, Known, common, meet, names_in, words_of
from multivector.story.occasions import two_counts
from multivector.story.quantities import NUMBER_WORDS, Quantity
from multivector.text.stems import stem

__all__ = ["counts_differ", "number_differences"]

SHARE = 0.25  # of the shorter claim's words
# What measures anything says nothing of what is measured: two amounts of them need more words in common.
VAGUE_UNITS = frozenset({"%", "duration", "dollar", "euro", "pound", "yen", "roubl"})
MEASURES = frozenset(map(stem, ("tonne", "ton", "barrel", "litre", "metre", "kilometre", "mile", "cubic", "hectare")))
SCALE_WORDS = frozenset(
    map(stem, ("hundred", "thousand", "trillion", "bln", "mln", "тыс", "млн", "млрд", "трлн", "million", *NUMBER_WORDS))
)
SCALES = (1e3, 1e6)  # a number with the wrong word behind it is so many times another
SAME_RATIO = 1.02  # numbers nearer than two per cent are one number, rounded
# "The death toll has risen to eight": five was right before.
RISEN = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb\w+|grown|increased) to\b|\bup from\b|\b(?:возросл|выросл|увеличил)\w+ до\b", re.I
)
TOLL = frozenset(map(stem, ("kill", "wound", "injure")))  # "at least 36" is the count that is known, no bound
ABOUT_RATIO = 1.1  # the same of "about 900" and "868"
BOUND_RATIO = 1.5  # "more than 30" may be 36, but hardly 300


def number_differences(one: Claim, other: Claim, known: Known) -> Iterator[Difference]:
    """Numbers that count one thing, told of one time, and differ by more than rounding."""
    if not _one_time(one.dates, other.dates):
        return
    for first in one.quantities:
        for second in other.quantities:
            units = (first.units & second.units) - SCALE_WORDS
            if not units or _agree((one, first), (other, second)) or two_counts((one, first), (other, second)):
                continue
            if _told(known, other, first) or _told(known, one, second):
                continue
            about = _about(one, other, first, second)
            if about and (first.units == second.units or {*about} - names_in(one, other)):
                values = (f"{first.value:g}", f"{second.value:g}")
                yield Difference("number", _place(first), _place(second), about, values, units)


def _about(one: Claim, other: Claim, first: Quantity, second: Quantity) -> tuple[str, ...]:
    """The words in common, where they say that both numbers count one thing."""
    units = first.units & second.units
    words = words_of(one, other) - units - SCALE_WORDS, words_of(other, one) - units - SCALE_WORDS
    if slip := _misscaled(first, second, words):
        return slip
    vague = units <= VAGUE_UNITS
    if _unlike_amounts(first, second) or (vague and one.language != other.language):
        names = names_in(one, other)
        return common(words[0] - names, words[1] - names, SHARE, vague=True)
    return common(*words, SHARE, vague=vague)


def _unlike_amounts(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are measured in one unit, but of what is not said, or of two things."""
    things = [quantity.units - MEASURES - SCALE_WORDS for quantity in (one, other)]
    return bool(one.units & other.units & MEASURES) and not things[0] & things[1]


def _misscaled(one: Quantity, other: Quantity, words: tuple[frozenset[str], frozenset[str]]) -> tuple[str, ...]:
    """The words in common of "$4.8 billion" and "$4.8 million": the same digits, a thousand times more. One is enough,
    since of two counts of different things hardly any would agree so; () for other numbers, and for a single digit."""
    low, high = sorted((one.value, other.value))
    digits = re.sub(r"\D", "", f"{low:.6e}".split("e")[0]).rstrip("0")
    slipped = low > 0 and len(digits) > 1 and any(isclose(high, low * scale) for scale in SCALES)
    return tuple(sorted(words[0] & words[1])) if slipped else ()


def counts_differ(one: Claim, other: Claim) -> bool:
    """Whether the two claims count one sort of thing differently: then their years tell two counts apart."""
    return any(a.units & b.units and not _same(a.value, b.value) for a in one.quantities for b in other.quantities)


def _told(known: Known, claim: Claim, quantity: Quantity) -> bool:
    """Whether the document has the other one's number as well: then it speaks of two things."""
    said = known.numbers.get(claim.document, frozenset())
    return any((unit, quantity.value) in said for unit in quantity.units)


def _same(one: float, other: float) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return high <= low * SAME_RATIO


def _one_time(one: Sequence[Dated], other: Sequence[Dated]) -> bool:
    """False where both claims name times and none of these meet: figures of two years differ rightly."""
    spans = [[d.when for d in dates if _is_stretch(d.when)] for dates in (one, other)]
    return not all(spans) or any(meet(a, b) for a in spans[0] for b in spans[1])


def _agree(one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> bool:
    """Whether two numbers can both be so: the same but for rounding, one within the other's bound, risen since."""
    if _same(one[1].value, other[1].value):
        return True
    (early, low), (late, high) = sorted((one, other), key=lambda told: told[1].value)
    if RISEN.search(late.evidence.quote) and (late.published or "") >= (early.published or ""):
        return True
    if "about" in (low.bound, high.bound):
        return high.value <= low.value * ABOUT_RATIO
    if low.bound == "least" and early.stems & late.stems & TOLL:
        return False
    return (low.bound == "least" or high.bound == "most") and high.value <= low.value * BOUND_RATIO


def _is_stretch(when: When) -> bool:
    """Whether a time is longer than a day: what is counted in it is its own."""
    return when.precision in ("month", "season", "year") or (
        when.start != when.end and None not in (when.start, when.end)
    )


def _place(quantity: Quantity) -> tuple[int, int, str]:
    return (quantity.start, quantity.end, quantity.text)
