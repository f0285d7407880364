"""Where two claims cannot both be so: numbers, dates, what is denied, opposites."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isclose

from multivector.codebook.story import story_words
from multivector.model import Event, Record, TradeMeasure, When
from multivector.model.story import ContradictionKind
from multivector.story.claims import Claim, Dated
from multivector.story.near import days_apart
from multivector.story.quantities import Quantity
from multivector.text.stemming import stemmer

__all__ = ["Difference", "Known", "differences", "meet"]

# What two claims must have in common besides what is counted or dated: so many words and such a share of the shorter
# one. Percentages and money stand for anything, and a year is vague, so that these need more.
SHARED_WORDS, SHARE_OF_NUMBERS, SHARE_OF_DATES, SHARE_IN_PHASE = 2, 0.25, 0.4, 0.3
VAGUE_WORDS, VAGUE_SHARE = 3, 0.5
SHARE_OF_FEW = 0.5  # where the shorter one has three words at most
FEW = 3
VAGUE_UNITS = frozenset({"%", "dollar", "euro", "pound", "yen", "roubl"})
DATES_APART = 45  # days: what lies farther apart is another occasion
DENIAL_DAYS = 14
DENIED_SHARE, DENIED_WORDS = 0.75, 3  # of a denial's words that the other claim must have
PLAIN_SHARE, PLAIN_WORDS = 0.8, 4  # the same for an ordinary "not"
OPPOSITE_WORDS, OPPOSITE_DAYS = 3, 7
STRICT_PHASES = ("decided", "announced", "in_force", "lifted")
COMPARED_PRECISIONS = ("day", "month", "year")
THINGS = 2  # words besides names that two dated clauses have in common
SCALES = (1e3, 1e6)  # a number with the wrong word behind it is so many times another
SAME_RATIO = 1.02  # numbers nearer than two per cent are one number, rounded


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


def differences(one: Claim, other: Claim, known: Known) -> Iterator[Difference]:
    """Every contradiction between two claims of different documents."""
    if not _opposed_parties(one, other) and not _turned(one.parties, other.parties):
        yield from _numbers(one, other, known)
        if not one.persons or not other.persons or one.persons & other.persons:
            yield from _dates(one, other, known)
    if not _opposed_parties(one, other):
        yield from _opposites(one, other)
    yield from _denials(one, other)


def _numbers(one: Claim, other: Claim, known: Known) -> Iterator[Difference]:
    if not _one_time(one.dates, other.dates):
        return
    for first in one.quantities:
        for second in other.quantities:
            units = first.units & second.units
            if not units or _same_number(first.value, second.value):
                continue
            if _told(known, other, first) or _told(known, one, second):
                continue
            vague = units <= VAGUE_UNITS
            words = (one.stems - first.units, other.stems - second.units)
            about = _common(*words, SHARE_OF_NUMBERS, vague=vague) or _misscaled(first, second, words)
            if about:
                values = (f"{first.value:g}", f"{second.value:g}")
                yield Difference("number", _place(first), _place(second), about, values, units)


def _misscaled(one: Quantity, other: Quantity, words: tuple[frozenset[str], frozenset[str]]) -> tuple[str, ...]:
    """The words in common of "$4.8 billion" and "$4.8 million": the same digits, a thousand times more. One is enough,
    since of two counts of different things hardly any would agree so; () for other numbers, and for a single digit."""
    low, high = sorted((one.value, other.value))
    digits = re.sub(r"\D", "", f"{low:.6e}".split("e")[0]).rstrip("0")
    slipped = low > 0 and len(digits) > 1 and any(isclose(high, low * scale) for scale in SCALES)
    return tuple(sorted(words[0] & words[1])) if slipped else ()


def _counts_differ(one: Claim, other: Claim) -> bool:
    """Whether the two claims count one sort of thing differently: then their years tell two counts apart."""
    return any(
        a.units & b.units and not _same_number(a.value, b.value) for a in one.quantities for b in other.quantities
    )


def _told(known: Known, claim: Claim, quantity: Quantity) -> bool:
    """Whether the document has the other one's number as well: then it speaks of two things."""
    said = known.numbers.get(claim.document, frozenset())
    return any((unit, quantity.value) in said for unit in quantity.units)


def _same_number(one: float, other: float) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return high <= low * SAME_RATIO


def _one_time(one: Sequence[Dated], other: Sequence[Dated]) -> bool:
    """False where both claims name times and none of these meet: figures of two years differ rightly."""
    spans = [[d.when for d in dates if _is_stretch(d.when)] for dates in (one, other)]
    return not all(spans) or any(meet(a, b) for a in spans[0] for b in spans[1])


def _is_stretch(when: When) -> bool:
    """Whether a time is longer than a day: what is counted in it is its own."""
    return when.precision in ("month", "season", "year") or (
        when.start != when.end and None not in (when.start, when.end)
    )


def _dates(one: Claim, other: Claim, known: Known) -> Iterator[Difference]:
    for first in one.dates:
        for second in other.dates:
            if not _rival_dates(first, second) or _two_occasions(known, (one, first), (other, second)):
                continue
            about = _dated_in_common(first, second)
            one_thing = _one_deed(first, second) and _of_a_thing(about, one, other)
            if about and one_thing and not (first.when.precision == "year" and _counts_differ(one, other)):
                values = (_day(first), _day(second))
                yield Difference("date", _date_place(one, first), _date_place(other, second), about, values)


def _two_occasions(known: Known, one: tuple[Claim, Dated], other: tuple[Claim, Dated]) -> bool:
    """Whether a document names both days, or the one thing was over and the other lay ahead."""
    return _names_both(known, one, other) or _over(one, other) or _over(other, one)


def _dated_in_common(first: Dated, second: Dated) -> tuple[str, ...]:
    """The words in common of two dated clauses, where they are enough to speak of one matter."""
    vague = first.when.precision != "day" or first.phase != second.phase
    share = SHARE_IN_PHASE if first.phase in STRICT_PHASES else SHARE_OF_DATES
    return _common(first.context, second.context, share, vague=vague)


def _over(past: tuple[Claim, Dated], coming: tuple[Claim, Dated]) -> bool:
    """Whether the one thing was over when it was told, and the other lay ahead then and in its own article: a further
    meeting. What starts or ends by a rule is left out: "took effect on the 21st", "takes effect on the 27th"."""
    (claim, dated), (other, later) = past, coming
    told, foretold = (claim.published or "")[:10], (other.published or "9999")[:10]
    return bool(told) and dated.phase not in STRICT_PHASES and _day(dated) <= told < _day(later) > foretold


def _rival_dates(first: Dated, second: Dated) -> bool:
    a, b = first.when, second.when
    if a.precision != b.precision or a.precision not in COMPARED_PRECISIONS or meet(_point(a), _point(b)):
        return False
    if first.deictic or second.deictic or _phases_part(first, second):
        return False
    edges = [(a.start or a.end), (b.start or b.end)]
    return days_apart(*edges) <= (DATES_APART if a.precision == "day" else 800)


def _phases_part(first: Dated, second: Dated) -> bool:
    """Whether one date is only that of words, or the two are of two steps of one thing: decided, then in force."""
    phases = {first.phase, second.phase} - {None}
    return "said" in phases or (len(phases) == 2 and bool(phases & set(STRICT_PHASES)))


def _one_deed(first: Dated, second: Dated) -> bool:
    """Whether each date's verbs, where it has any, are among the words of the other's clause, or one phase is meant."""
    if first.phase == second.phase and first.phase in STRICT_PHASES:
        return True
    return all(not a.verbs or a.verbs & b.context for a, b in ((first, second), (second, first)))


def _of_a_thing(about: Sequence[str], one: Claim, other: Claim) -> bool:
    """Names alone, or names and one word more, do not make two sentences speak of one thing."""
    return len(set(about) - {*one.names, *other.names}) >= THINGS or not {*about} & {*one.names, *other.names}


def _turned(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the same two parties stand the other way round: Armenia's ban on Russia, Russia's on Armenia."""
    shared = [name for name in one if name in other][:2]
    return len(shared) > 1 and other.index(shared[0]) > other.index(shared[1])


def _point(when: When) -> When:
    """An open stretch as its one known day: "from 20 November" says when it starts."""
    day = when.start or when.end
    return When(day, day, when.precision) if when.start is None or when.end is None else when


def _names_both(known: Known, one: tuple[Claim, Dated], other: tuple[Claim, Dated]) -> bool:
    """Whether one of the two documents names the other's day as well: then it speaks of two things."""
    return _dated_alike(known, other[0], one[1]) or _dated_alike(known, one[0], other[1])


def _dated_alike(known: Known, claim: Claim, dated: Dated) -> bool:
    return _day(dated) in known.days.get(claim.document, frozenset())


def _day(dated: Dated) -> str:
    return dated.when.start or dated.when.end or ""


def meet(one: When, other: When) -> bool:
    """Whether two stretches of time have a day in common."""
    return (one.start or "") <= (other.end or "9999") and (other.start or "") <= (one.end or "9999")


def _denials(one: Claim, other: Claim) -> Iterator[Difference]:
    """The claim comes first and its denial second, whichever was told first."""
    if days_apart(one.published, other.published) > DENIAL_DAYS:
        return
    for denial, claim in ((one, other), (other, one)):
        if not denial.denied or claim.denied:
            continue
        share, words = (DENIED_SHARE, DENIED_WORDS) if denial.firmly else (PLAIN_SHARE, PLAIN_WORDS)
        common = denial.denied & claim.stems
        if not denial.predicates or not denial.predicates <= claim.stems:
            continue
        if len(common) >= words and len(common) >= share * len(denial.denied):
            yield Difference("denial", _whole(claim), _whole(denial), tuple(sorted(common)))


def _opposites(one: Claim, other: Claim) -> Iterator[Difference]:
    if days_apart(one.published, other.published) > OPPOSITE_DAYS or one.denied or other.denied:
        return
    for pair in story_words().opposites:
        a, b = (stemmer().of(word) for word in pair)
        for here, there in ((a, b), (b, a)):
            if not _tells(one, here, there) or not _tells(other, there, here):
                continue
            common = (one.stems & other.stems) - {a, b}
            fewer = min(len(one.stems), len(other.stems))
            if len(common) >= OPPOSITE_WORDS and len(common) >= SHARE_OF_FEW * fewer:
                yield Difference("opposite", _whole(one), _whole(other), tuple(sorted(common)))


def _tells(claim: Claim, word: str, opposite: str) -> bool:
    return word in claim.stems and opposite not in claim.stems


def _opposed_parties(one: Claim, other: Claim) -> bool:
    """Whether both claims tell deeds, or measures by whose they are, of nobody in common: then they tell two things."""
    doers = [{code for record in c.records for code in _doers(record)} | c.owners for c in (one, other)]
    return bool(doers[0] and doers[1] and not doers[0] & doers[1])


def _doers(record: Record) -> tuple[str, ...]:
    if isinstance(record, Event):
        return record.source if record.type in ("SANCTION", "COERCE", "ASSAULT", "CONCEDE", "RETREAT") else ()
    return (record.imposer,) if isinstance(record, TradeMeasure) else ()


def _common(one: frozenset[str], other: frozenset[str], share: float, *, vague: bool) -> tuple[str, ...]:
    """The words in common where they are enough to speak of one matter, else none."""
    shared, fewer = one & other, min(len(one), len(other))
    if vague:
        enough = len(shared) >= VAGUE_WORDS and len(shared) >= VAGUE_SHARE * fewer
    elif fewer <= FEW:
        enough = bool(shared) and len(shared) >= SHARE_OF_FEW * fewer
    else:
        enough = len(shared) >= SHARED_WORDS and len(shared) >= share * fewer
    return tuple(sorted(shared)) if enough else ()


def _place(quantity: Quantity) -> tuple[int, int, str]:
    return (quantity.start, quantity.end, quantity.text)


def _date_place(claim: Claim, dated: Dated) -> tuple[int, int, str]:
    start, end = dated.mention.start, dated.mention.end
    at = claim.evidence.start
    return (start, end, claim.evidence.quote[start - at : end - at])


def _whole(claim: Claim) -> tuple[int, int, str]:
    return (claim.evidence.start, claim.evidence.end, claim.evidence.quote)
