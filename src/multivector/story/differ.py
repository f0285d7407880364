"""Where two claims cannot both be so: numbers, dates, what is denied, opposites."""

from collections.abc import Iterator, Sequence
from functools import cache

from multivector.codebook.story import story_words
from multivector.story.claims import Claim
from multivector.story.common import SHARE_OF_FEW, Difference, Known
from multivector.story.dates_differ import date_differences
from multivector.story.near import days_apart
from multivector.story.numbers_differ import number_differences
from multivector.text.stemming import stemmer

__all__ = ["differences"]

DENIAL_DAYS = 14
DENIED_SHARE, DENIED_WORDS = 0.75, 3  # of a denial's words that the other claim must have
PLAIN_SHARE, PLAIN_WORDS = 0.8, 4  # the same for an ordinary "not"
OPPOSITE_WORDS, OPPOSITE_DAYS = 3, 7


def differences(one: Claim, other: Claim, known: Known) -> Iterator[Difference]:
    """Every contradiction between two claims of different documents."""
    if not _opposed_parties(one, other):
        counted, dated = one.quantities and other.quantities, one.dates and other.dates
        if (counted or dated) and not _turned(one.parties, other.parties):
            yield from number_differences(one, other, known) if counted else ()
            if dated and (not one.persons or not other.persons or one.persons & other.persons):
                yield from date_differences(one, other, known)
        yield from _opposites(one, other)
    yield from _denials(one, other)


def _turned(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the same two parties stand the other way round: Armenia's ban on Russia, Russia's on Armenia."""
    shared = [name for name in one if name in other][:2]
    return len(shared) > 1 and other.index(shared[0]) > other.index(shared[1])


def _denials(one: Claim, other: Claim) -> Iterator[Difference]:
    """The claim comes first and its denial second, whichever was told first."""
    if not (one.denied or other.denied) or days_apart(one.published, other.published) > DENIAL_DAYS:
        return
    for denial, claim in ((one, other), (other, one)):
        if not denial.denied or claim.denied:
            continue
        denied = denial.denied if denial.language == claim.language else denial.denied - {*denial.names}
        share, words = (DENIED_SHARE, DENIED_WORDS) if denial.firmly else (PLAIN_SHARE, PLAIN_WORDS)
        common = denied & claim.stems
        if not denial.predicates or not denial.predicates <= claim.stems:
            continue
        if len(common) >= words and all(_has_most(part, common, share) for part in (denied, denied - {*denial.names})):
            yield Difference("denial", _whole(claim), _whole(denial), tuple(sorted(common)))


def _has_most(denied: frozenset[str], common: frozenset[str], share: float) -> bool:
    """Whether the words in common are enough of what is denied."""
    return len(denied & common) >= share * len(denied)


def _opposites(one: Claim, other: Claim) -> Iterator[Difference]:
    if one.denied or other.denied or not one.stems & _sided() or not other.stems & _sided():
        return
    if days_apart(one.published, other.published) > OPPOSITE_DAYS:
        return
    for a, b in _opposite_stems():
        for here, there in ((a, b), (b, a)):
            if not _tells(one, here, there) or not _tells(other, there, here):
                continue
            common = (one.stems & other.stems) - {a, b}
            fewer = min(len(one.stems), len(other.stems))
            if len(common) >= OPPOSITE_WORDS and len(common) >= SHARE_OF_FEW * fewer:
                yield Difference("opposite", _whole(one), _whole(other), tuple(sorted(common)))


@cache
def _opposite_stems() -> tuple[tuple[str, str], ...]:
    return tuple((stemmer().of(one), stemmer().of(other)) for one, other in story_words().opposites)


@cache
def _sided() -> frozenset[str]:
    """The words that have an opposite."""
    return frozenset(word for pair in _opposite_stems() for word in pair)


def _tells(claim: Claim, word: str, opposite: str) -> bool:
    return word in claim.stems and opposite not in claim.stems


def _opposed_parties(one: Claim, other: Claim) -> bool:
    """Whether both claims tell deeds, or measures by whose they are, of nobody in common: then they tell two things."""
    return bool(one.doers and other.doers and not one.doers & other.doers)


def _whole(claim: Claim) -> tuple[int, int, str]:
    return (claim.evidence.start, claim.evidence.end, claim.evidence.quote)
