"""Where two claims cannot both be so: numbers, dates, what is denied, opposites."""

import re
from collections.abc import Iterator
from functools import cache

from multivector.codebook.story import story_words
from multivector.story.claims import Claim, met_by
from multivector.story.common import SHARE_OF_FEW, Difference, Known, words_of
from multivector.story.dates_differ import date_differences
from multivector.story.near import days_apart
from multivector.story.numbers_differ import number_differences
from multivector.story.occasions import two_goods
from multivector.text.stemming import stemmer
from multivector.world.actors import is_state

__all__ = ["differences"]

DENIAL_DAYS = 14
DENIED_SHARE, DENIED_WORDS = 0.75, 3  # of a denial's words that the other claim must have
PLAIN_SHARE, PLAIN_WORDS = 0.75, 4  # the same for an ordinary "not", with what stands before it ...
SUBJECT_SHARE = 0.5  # ... of which so much must be there too
SUBJECT_WORDS = 3  # in common besides names, where what is denied names much
# What could be so is not denied by what is not.
HEDGED = re.compile(r"\b(?:could|may|might|if|unless|может|могут|мог|могла|могли|если|бы|возможно)\b", re.IGNORECASE)
FOREIGN_WORDS = 3  # where names are met by codes
OPPOSITE_WORDS, OPPOSITE_DAYS = 3, 7


def differences(one: Claim, other: Claim, known: Known) -> Iterator[Difference]:
    """Every contradiction between two claims of different documents."""
    if not _opposed_parties(one, other):
        counted, dated = one.quantities and other.quantities, one.dates and other.dates
        if (counted or dated) and not _turned(one, other):
            yield from number_differences(one, other, known) if counted else ()
            if dated and (not one.persons or not other.persons or one.persons & other.persons):
                yield from date_differences(one, other, known)
        yield from _opposites(one, other)
    yield from _denials(one, other)


def _turned(a: Claim, b: Claim) -> bool:
    """Whether the same two states stand the other way round: Armenia's ban on Russia, Russia's on Armenia."""
    if a.doers & b.doers or a.mutual or b.mutual:
        return False
    one, other = a.parties, b.parties
    shared = [name for name in one if name in other and is_state(name)][:2]
    return len(shared) > 1 and other.index(shared[0]) > other.index(shared[1])


def _denials(one: Claim, other: Claim) -> Iterator[Difference]:
    """The claim comes first and its denial second, whichever was told first."""
    if not (one.denied or other.denied) or days_apart(one.published, other.published) > DENIAL_DAYS:
        return
    for denial, claim in ((one, other), (other, one)):
        if HEDGED.search(claim.evidence.quote) and not HEDGED.search(denial.evidence.quote):
            continue
        verbs = denial.predicates - {*denial.names}  # whoever is named first does it in another's words too
        if denial.denied and not claim.denied and denial.predicates and verbs <= claim.stems:
            common = _denied_in(denial, claim)
            if common:
                yield Difference("denial", _whole(claim), _whole(denial), tuple(sorted(common)))


def _denied_in(denial: Claim, claim: Claim) -> frozenset[str]:
    """The words that a claim and its denial have in common, where they are enough; else none.

    Of a firm denial what follows it counts ("denied that ..."); of an ordinary "not" that is not enough: who or what is
    not so, which stands before it, must be in the claim too.
    """
    foreign = denial.language != claim.language
    told = words_of(claim, denial)
    denied, before = (
        met_by(part, denial.names, denial.codes & claim.codes, foreign=foreign)
        for part in (denial.denied, denial.before)
    )
    common, names = denied & told, {*denial.names, *denial.codes}
    if foreign and not _one_cast(denial, claim, (common | (before & told)) - names):
        return frozenset()
    if denial.firmly:
        words, share = FOREIGN_WORDS if foreign else DENIED_WORDS, DENIED_SHARE
        enough = len(common) >= words and _has_most(denied - names, common, share)
    else:
        share, shared = PLAIN_SHARE, common | (before & told)
        alike = len(shared - names) >= SUBJECT_WORDS or _has_most(denied - names, common, share)
        enough = alike and len(shared) >= PLAIN_WORDS and _has_most(before, told, SUBJECT_SHARE)
    return common if enough and _has_most(denied, common, share) else frozenset()


def _one_cast(denial: Claim, claim: Claim, words: frozenset[str]) -> bool:
    """Whether all who are named in a denial are named in a claim in another language, with words that are no names."""
    one, other = {*denial.parties}, {*claim.parties}
    return len(words) > 1 and (one <= other or other <= one)


def _has_most(denied: frozenset[str], common: frozenset[str], share: float) -> bool:
    """Whether the words in common are enough of what is denied."""
    return len(denied & common) >= share * len(denied)


def _opposites(one: Claim, other: Claim) -> Iterator[Difference]:
    if (
        _turned_round(one)
        or _turned_round(other)
        or two_goods(one, other)
        or not one.stems & _sided()
        or not other.stems & _sided()
    ):
        return
    if days_apart(one.published, other.published) > OPPOSITE_DAYS:
        return
    for a, b in _opposite_stems():
        for here, there in ((a, b), (b, a)):
            if not _tells(one, here, there) or not _tells(other, there, here):
                continue
            words = words_of(one, other), words_of(other, one)
            common = (words[0] & words[1]) - {a, b}
            fewer = min(map(len, words))
            if len(common) >= OPPOSITE_WORDS and len(common) >= SHARE_OF_FEW * fewer:
                yield Difference("opposite", _whole(one), _whole(other), tuple(sorted(common)))


def _turned_round(claim: Claim) -> bool:
    """Whether a claim denies, with other words than those of opposites ("rejected")."""
    return bool(claim.denied) and not (claim.firmly and stemmer().of("reject") in claim.stems)


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
