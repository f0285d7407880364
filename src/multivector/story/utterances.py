"""Who is quoted with what: one utterance in quotation marks that articles give to two people."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from multivector.codebook.story import story_words
from multivector.model import Reading, Statement
from multivector.story.near import day_number
from multivector.text.stems import WORD

__all__ = ["Said", "two_speakers"]

WORDS_OF_A_QUOTE = 4  # fewer common words are no utterance that could be misattributed
SAME_QUOTE, SAME_SHORT_QUOTE, LONG_QUOTE = 0.8, 0.9, 8
KEYS = 2  # an utterance is looked for by so many of its longest words
NEAREST = 24  # utterances before it under one word that it is compared with, so that the cost stays linear
MOST_SPEAKERS = 5  # what more people are said to have said is a formula, and nobody is misquoted


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A direct statement with what it is compared by; `day` is 0 where the article has none."""

    record: Statement
    words: frozenset[str]
    names: frozenset[str]
    reading: Reading
    day: int


@dataclass(slots=True, eq=False)
class _Utterance:
    """The same words wherever they are quoted, by who is said to have said them."""

    words: frozenset[str]
    by: dict[frozenset[str], list[Said]] = field(default_factory=dict)


def two_speakers(readings: Sequence[Reading], days: int) -> Iterator[tuple[Said, Said]]:
    """Pairs of quotations of one utterance with two speakers, from articles published within so many days.

    Every quotation that has a rival is in some pair; not every pair is given. Cost grows with the number of quotations.
    """
    utterances = _utterances(readings)
    filed: dict[str, list[_Utterance]] = {}
    for one in utterances:
        near = [other for key in _keys(one) for other in filed.get(key, ())[-NEAREST:]]
        for other in (one, *dict.fromkeys(near)):
            if other is one or _one_quote(one.words, other.words):
                yield from _rivals(one, other, days)
        for key in _keys(one):
            filed.setdefault(key, []).append(one)


def _utterances(readings: Sequence[Reading]) -> list[_Utterance]:
    found: dict[frozenset[str], _Utterance] = {}
    for reading in readings:
        for record in reading.records:
            if isinstance(record, Statement) and record.direct and _is_person(record):
                one = _said(record, reading)
                if len(one.words) >= WORDS_OF_A_QUOTE and one.names:
                    found.setdefault(one.words, _Utterance(one.words)).by.setdefault(one.names, []).append(one)
    return [one for one in found.values() if len(one.by) <= MOST_SPEAKERS]


def _said(record: Statement, reading: Reading) -> Said:
    words = frozenset(match[0] for match in WORD.finditer(record.content.quote.casefold()))
    names = frozenset(word.casefold() for word in WORD.findall(record.speaker.name) if word[0].isupper())
    return Said(record, words, names, reading, day_number(reading.document.published))


def _keys(one: _Utterance) -> list[str]:
    return sorted(one.words, key=lambda word: (-len(word), word))[:KEYS]


def _rivals(one: _Utterance, other: _Utterance, days: int) -> Iterator[tuple[Said, Said]]:
    """Each quotation of either with the one by somebody else that lies nearest to it in time."""
    for here in one.by.values():
        for there in other.by.values():
            if here is there or not _two_people(here[0], there[0]):
                continue
            yield from _nearest(here, there, days)
            if one is not other:
                yield from ((b, a) for a, b in _nearest(there, here, days))


def _nearest(here: Sequence[Said], there: Sequence[Said], days: int) -> Iterator[tuple[Said, Said]]:
    ordered = sorted(there, key=lambda said: (said.day, said.record.id))
    at = [said.day for said in ordered]
    for said in here:
        place = bisect_left(at, said.day)
        near = [o for o in ordered[max(0, place - 1) : place + 2] if o.reading is not said.reading]
        fitting = [o for o in near if not (o.day and said.day) or abs(o.day - said.day) <= days]
        if fitting:
            yield said, min(fitting, key=lambda o: (abs(o.day - said.day), o.record.id))


def _is_person(record: Statement) -> bool:
    """Whether a speaker is named, not told by an office or a ministry: the office's holder may be the other speaker."""
    speaker = record.speaker
    if (speaker.actor or "").startswith("person:"):
        return True
    last = speaker.name.split()[-2:]
    return len(last) > 1 and all(word[:1].isupper() and word.casefold() not in story_words().titles for word in last)


def _two_people(one: Said, other: Said) -> bool:
    """Whether the speakers are two persons by all that is known: neither code nor last name is shared."""
    actor = one.record.speaker.actor
    if actor and actor == other.record.speaker.actor:
        return False
    return not one.names & other.names


def _one_quote(one: frozenset[str], other: frozenset[str]) -> bool:
    small = min(len(one), len(other))
    alike = SAME_QUOTE if small >= LONG_QUOTE else SAME_SHORT_QUOTE  # "We will defend our farmers", "our interests"
    return small >= WORDS_OF_A_QUOTE and len(one & other) >= alike * small
