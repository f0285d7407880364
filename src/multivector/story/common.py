"""When two claims speak of one matter: words in common, what each document says anywhere, stretches of time."""

from collections.abc import Mapping
from dataclasses import dataclass

from multivector.model import When
from multivector.model.story import ContradictionKind
from multivector.story.claims import Claim, met_by

__all__ = ["SHARE_OF_FEW", "Difference", "Known", "common", "meet", "names_in", "words_of"]

# What two claims must have in common besides what is counted or dated: so many words and such a share of the shorter
# one. Percentages, money and weights stand for anything, and a year is vague, so that these need more.
SHARED_WORDS = 2
VAGUE_WORDS, VAGUE_SHARE = 3, 0.5
SHARE_OF_FEW = 0.5  # where the shorter one has three words at most
FEW = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, in the words of either side, and where the words stand; `about` the words in common.

    `values` are the two numbers or days in either order of telling, the same in every language; `counted` what the
    numbers count.
    """

    kind: ContradictionKind
    one: tuple[int, int, str]
    other: tuple[int, int, str]
    about: tuple[str, ...]
    values: tuple[str, str] = ("", "")
    counted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What each document says anywhere: its numbers by unit, and its days."""

    numbers: Mapping[str, frozenset[tuple[str, float]]]
    days: Mapping[str, frozenset[str]]


def common(one: frozenset[str], other: frozenset[str], share: float, *, vague: bool) -> tuple[str, ...]:
    """The words in common where they are enough to speak of one matter, else none."""
    shared, fewer = one & other, min(len(one), len(other))
    if vague:
        enough = len(shared) >= VAGUE_WORDS and len(shared) >= VAGUE_SHARE * fewer
    elif fewer <= FEW:
        enough = bool(shared) and len(shared) >= SHARE_OF_FEW * fewer
    else:
        enough = len(shared) >= SHARED_WORDS and len(shared) >= share * fewer
    return tuple(sorted(shared)) if enough else ()


def words_of(claim: Claim, other: Claim) -> frozenset[str]:
    """A claim's words as the other's language can have them."""
    return met_by(claim.stems, claim.names, claim.codes, foreign=claim.language != other.language)


def names_in(one: Claim, other: Claim) -> set[str]:
    """What in the words of two claims only names somebody."""
    return {*one.names, *other.names, *one.codes, *other.codes}


def meet(one: When, other: When) -> bool:
    """Whether two stretches of time have a day in common."""
    return (one.start or "") <= (other.end or "9999") and (other.start or "") <= (one.end or "9999")
