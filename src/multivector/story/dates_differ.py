"""Dates of two claims that date one thing and are not the same."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from multivector.codebook.story import story_words
from multivector.model import When
from multivector.story.claims import Claim, Dated, met_by
from multivector.story.common import Difference, Known, common, meet, names_in
from multivector.story.near import days_apart
from multivector.story.numbers_differ import counts_differ
from multivector.text.stemming import stemmer
from multivector.text.stems import WORD

__all__ = ["date_differences"]

SHARE, SHARE_IN_PHASE = 0.4, 0.3  # of the shorter clause's words
DATES_APART, YEARS_APART = 45, 800  # days: what lies farther apart is another occasion
STRICT_PHASES = ("decided", "announced", "in_force", "lifted")
RULED = ("decided", "announced", "in_force")
COMPARED_PRECISIONS = ("day", "month", "year")
SLIP = 4  # days that two reports of one thing are apart; farther apart are two things unless the words agree closely
FOR_ONCE = re.compile(r"\bfor the first time\b|\bв первый раз\b|\bfirst (?:deputy|vice|minister|lady|half|quarter)\b")
NOT_BEFORE = re.compile(
    r"(?:no earlier than|not before|at least(?: until)?|не (?:раньше|ранее)(?: чем)?)\s+(?:on\s+)?$", re.IGNORECASE
)
PAPERS = (
    "law", "agreement", "decree", "order", "document", "resolution", "decision", "sign", "approve", "decide",
    "president", "government", "указ", "постановление", "документ", "меморандум",
)  # fmt: skip
THINGS = 2  # words besides names that two dated clauses have in common


def date_differences(one: Claim, other: Claim, known: Known) -> Iterator[Difference]:
    """Days, months or years that date one thing and cannot both be so."""
    if _two_doers(one, other):
        return
    for first in one.dates:
        for second in other.dates:
            if not _rival_dates(first, second) or _two_occasions(known, (one, first), (other, second)):
                continue
            if _turned(first, second) or _two_times((one, first), (other, second)):
                continue
            if one.language != other.language and one.parties[:1] != other.parties[:1] and not _one_rule(first, second):
                continue
            if _not_before(one, first) or _not_before(other, second):
                continue
            about = _dated_in_common((one, first), (other, second))
            one_thing = _one_deed(first, second) and (
                _of_a_thing(about, one, other)
                or _one_step(first, second, about)
                or _one_visit((one, first), (other, second), about)
            )
            if _two_papers((one, first), (other, second), about):
                continue
            if about and one_thing and not (first.when.precision == "year" and counts_differ(one, other)):
                values = (first.day, second.day)
                yield Difference("date", _date_place(one, first), _date_place(other, second), about, values)


def _two_occasions(known: Known, one: tuple[Claim, Dated], other: tuple[Claim, Dated]) -> bool:
    """Whether a document names both days, or the one thing was over and the other lay ahead."""
    return _names_both(known, one, other) or _over(one, other) or _over(other, one)


def _two_doers(one: Claim, other: Claim) -> bool:
    """Whether two sentences in two languages name another party first: where few words can be compared, whoever does a
    thing must be the same, but for a rule of which the one names only whom it is about."""
    if one.language == other.language or not one.parties or not other.parties or one.parties[0] == other.parties[0]:
        return False
    fewer, more = sorted((one.parties, other.parties), key=len)
    return len(fewer) > 1 or fewer[0] not in more or not (one.doers or other.doers)


def _turned(first: Dated, second: Dated) -> bool:
    """Whether the one clause tells a step and the other the step back: supplies stopped, supplies resumed."""
    one, other = first.context, second.context
    return any(
        ((a in one and b in other) or (b in one and a in other)) and not {a, b} <= one and not {a, b} <= other
        for a, b in _turns()
    )


@cache
def _turns() -> tuple[tuple[str, str], ...]:
    return tuple((stemmer().of(one), stemmer().of(other)) for one, other in story_words().turns)


def _two_times(one: tuple[Claim, Dated], other: tuple[Claim, Dated]) -> bool:
    """Whether one of two sentences speaks of one time of several and the other does not name the same one; days near
    each other are of one time."""
    if _slip(one[1].day, other[1].day):
        return False
    times = [_times(claim.evidence.quote) for claim, _ in (one, other)]
    return any(times) and not times[0] & times[1]


def _not_before(claim: Claim, dated: Dated) -> bool:
    """Whether a date only says when a thing is to come at the earliest."""
    return NOT_BEFORE.search(claim.evidence.quote[: dated.mention.start - claim.evidence.start]) is not None


def _times(words: str) -> frozenset[str]:
    known = story_words().times
    return frozenset(known[word] for word in WORD.findall(FOR_ONCE.sub("", words.casefold())) if word in known)


def _slip(one: str, other: str) -> bool:
    """Whether two days are what one day told wrongly gives: near each other, or the same of two months or years."""
    if days_apart(one, other) <= SLIP:
        return True
    a, b = date.fromisoformat(one), date.fromisoformat(other)
    return a.day == b.day and (a.month == b.month or (a.year == b.year and abs(a.month - b.month) == 1))


def _dated_in_common(one: tuple[Claim, Dated], other: tuple[Claim, Dated]) -> tuple[str, ...]:
    """The words in common of two dated clauses, where they are enough to speak of one matter."""
    (claim, first), (rival, second) = one, other
    strict = first.phase in STRICT_PHASES
    vague = first.when.precision != "day" or first.phase != second.phase
    foreign = claim.language != rival.language
    words = [met_by(dated.context, side.names, dated.codes, foreign=foreign) for side, dated in (one, other)]
    if first.when.precision == "day" and not _slip(first.day, second.day):
        vague, names = True, {*claim.names, *rival.names, *first.codes, *second.codes}
        words = [context - names for context in words]
    return common(words[0], words[1], SHARE_IN_PHASE if strict else SHARE, vague=vague)


def _over(past: tuple[Claim, Dated], later: tuple[Claim, Dated]) -> bool:
    """Whether the one thing was over when it was told, and the other came after that report: a further meeting, another
    stop of supplies. What starts or ends by a rule is left out, since a rule has one day of which reports may be wrong:
    "took effect on the 21st", "takes effect on the 27th"; of a stop only where it lay ahead in its own article."""
    (claim, dated), (other, next_one) = past, later
    told, foretold = (claim.published or "")[:10], (other.published or "9999")[:10]
    if not told or dated.phase in RULED or not dated.day <= told < next_one.day:
        return False
    further = dated.phase == "lifted" and days_apart(told, next_one.day) > 1  # not the same night by another clock
    return further or next_one.day > foretold


def _rival_dates(first: Dated, second: Dated) -> bool:
    a, b = first.when, second.when
    if a.precision != b.precision or a.precision not in COMPARED_PRECISIONS or meet(_point(a), _point(b)):
        return False
    if first.deictic or second.deictic or _phases_part(first, second):
        return False
    apart = days_apart(first.day, second.day)
    if a.precision != "day":
        return apart <= YEARS_APART
    return apart <= DATES_APART or (apart <= YEARS_APART and first.day[4:10] == second.day[4:10])


def _phases_part(first: Dated, second: Dated) -> bool:
    """Whether one date is only that of words, or the two are of two steps of one thing: decided, then in force."""
    phases = {first.phase, second.phase} - {None}
    return "said" in phases or (len(phases) == 2 and bool(phases & set(STRICT_PHASES)))


def _one_deed(first: Dated, second: Dated) -> bool:
    """Whether each date's verbs, where it has any, are among the words of the other's clause, or one phase is meant."""
    if first.phase == second.phase and first.phase in STRICT_PHASES:
        return True
    return all(not a.verbs or a.verbs & b.context for a, b in ((first, second), (second, first)))


def _one_rule(first: Dated, second: Dated) -> bool:
    """Whether both are days near each other from which something is in force."""
    return first.phase == second.phase == "in_force" and _slip(first.day, second.day)


def _one_step(first: Dated, second: Dated, about: Sequence[str]) -> bool:
    """Whether one person or body takes one named step on two days near each other: then one word more is enough."""
    strict = first.phase == second.phase and first.phase in STRICT_PHASES and _slip(first.day, second.day)
    return strict and len(about) > 1 and any(not code.isupper() for code in first.codes & second.codes)


def _one_visit(one: tuple[Claim, Dated], other: tuple[Claim, Dated], about: Sequence[str]) -> bool:
    """Whether two texts in two languages date what one person does with the same others to days near each other."""
    (claim, first), (rival, second) = one, other
    if claim.language == rival.language or not _slip(first.day, second.day) or not claim.persons & rival.persons:
        return False
    return len(about) > THINGS and bool({*about} - names_in(claim, rival))


def _two_papers(one: tuple[Claim, Dated], other: tuple[Claim, Dated], about: Sequence[str]) -> bool:
    """Whether all that two dated clauses have in common is that a paper was signed, and each says what about."""
    (claim, first), (rival, second) = one, other
    names = names_in(claim, rival) | _papers()
    if claim.language != rival.language or {*about} - names or (claim.stems & rival.stems) - names:
        return False
    return bool(first.context - second.context - names) and bool(second.context - first.context - names)


@cache
def _papers() -> frozenset[str]:
    return frozenset(map(stemmer().of, PAPERS))


def _of_a_thing(about: Sequence[str], one: Claim, other: Claim) -> bool:
    """Names alone, or names and one word more, do not make two sentences speak of one thing."""
    names = names_in(one, other)
    return len(set(about) - names) >= THINGS or not {*about} & names


def _point(when: When) -> When:
    """An open stretch as its one known day: "from 20 November" says when it starts."""
    day = when.start or when.end
    return When(day, day, when.precision) if when.start is None or when.end is None else when


def _names_both(known: Known, one: tuple[Claim, Dated], other: tuple[Claim, Dated]) -> bool:
    """Whether one of the two documents names the other's day as well: then it speaks of two things."""
    return _dated_alike(known, other[0], one[1]) or _dated_alike(known, one[0], other[1])


def _dated_alike(known: Known, claim: Claim, dated: Dated) -> bool:
    return dated.day in known.days.get(claim.document, frozenset())


def _date_place(claim: Claim, dated: Dated) -> tuple[int, int, str]:
    start, end = dated.mention.start, dated.mention.end
    at = claim.evidence.start
    return (start, end, claim.evidence.quote[start - at : end - at])
