"""The timeline of a case: every dated thing, with its precision, its phase and every sentence that dates it so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from multivector.model import Evidence, Reading, TradeMeasure, When, make_id
from multivector.model.story import Moment, Phase
from multivector.story.claims import NOTHING, Claim, Claims, Dated, claims_in, met_by
from multivector.story.phases import looks_ahead

__all__ = ["timeline"]

NAMED = ("decided", "announced", "in_force", "lifted", "said")
WORDS_ALIKE = 0.5  # share of the shorter clause's words from which two sentences date one thing
FEWEST = 2
UNTIL = re.compile(r"\b(?:until|till|до)\s+(?:at least\s+)?(?:the\s+)?$", re.IGNORECASE)


def timeline(readings: Sequence[Reading], known: Claims = NOTHING) -> tuple[Moment, ...]:
    """Every dated thing in order of time; what several sentences date alike is one moment with all of them.

    Days on which something was only said are moments too, with the phase "said". The order does not depend on that of
    the readings: first day, then last day, then the first sentence's article and place. `known` are claims that were
    drawn from the readings before.
    """
    ordered = sorted(readings, key=lambda one: (one.document.published or "9999", one.document.name))
    found = [moment for reading, claim in claims_in(ordered, known) for moment in _moments(reading, claim)]
    piles: dict[tuple[object, ...], list[list[tuple[Moment, _Words]]]] = {}
    for moment, words in found:
        key = (moment.when.start, moment.when.end, moment.when.precision, moment.phase)
        _pile(piles.setdefault(key, []), moment, words)
    joined = (_joined([moment for moment, _ in pile]) for group in piles.values() for pile in group)
    places = {reading.document.id: i for i, reading in enumerate(ordered)}
    return tuple(sorted(joined, key=lambda moment: _order(moment, places)))


@dataclass(frozen=True, slots=True)
class _Words:
    """The stems of a date's clause, those among them that only name somebody, and the codes of who is named there."""

    all: frozenset[str]
    names: frozenset[str]
    codes: frozenset[str]
    language: str

    def beside(self, other: "_Words") -> frozenset[str]:
        """The words as the other's language can have them."""
        return met_by(self.all, self.names, self.codes, foreign=self.language != other.language)


def _pile(piles: list[list[tuple[Moment, _Words]]], moment: Moment, words: _Words) -> None:
    """Put a moment to the others that date the same thing."""
    for pile in piles:
        if any(_alike(words, other) for _, other in pile[:3]):
            pile.append((moment, words))
            return
    piles.append([(moment, words)])


def _alike(one: _Words, other: _Words) -> bool:
    """Whether two clauses date one thing: words in common, of which one at least is more than somebody's name. A clause
    of one word is of another's thing only where that says nothing more either."""
    first, second = one.beside(other), other.beside(one)
    common, fewer = first & second, min(len(first), len(second))
    if fewer < FEWEST:
        return first == second
    own = common - one.names - other.names - one.codes
    return len(common) >= FEWEST and len(common) >= WORDS_ALIKE * fewer and bool(own)


def _moments(reading: Reading, claim: Claim) -> Iterator[tuple[Moment, _Words]]:
    for dated in claim.dates:
        if (dated.when.start is None and dated.when.end is None) or not dated.names_a_time:
            continue
        phase, ahead = _phase(reading, claim, dated)
        mention = dated.mention
        said = _clause_words(reading.document.text, claim.evidence, mention.start, mention.end)
        identity = make_id("moment", claim.document, mention.start, mention.end, phase)
        actors = tuple(sorted({m.state or m.actor for m in reading.mentions if _inside(m.start, claim.evidence)}))
        yield (
            Moment(
                identity,
                _stretch(reading.document.text, dated),
                phase,
                said,
                (claim.evidence,),
                tuple(r.id for r in claim.records),
                actors,
                ahead,
            ),
            _Words(dated.context, frozenset(claim.names), dated.codes, claim.language),
        )


def _stretch(text: str, dated: Dated) -> When:
    """The time of a date; what holds until a day has that day as its end, as what holds from one has its start."""
    when = dated.when
    ends = dated.mention.bound == "until" and UNTIL.search(text, max(0, dated.mention.start - 20), dated.mention.start)
    return replace(when, start=None) if ends and when.start == when.end else when


def _phase(reading: Reading, claim: Claim, dated: Dated) -> tuple[Phase, bool]:
    """The phase that the words name, else that of a measure with this day, else done or planned by the day of report.

    A thing is ahead where its day lies after the report's, or its clause looks ahead from no later day.
    """
    published, when = reading.document.published, dated.when
    first = when.start or when.end or ""
    later = bool(published and first > published)
    span = (claim.evidence.start, claim.evidence.end)
    ahead = later or (first == published and looks_ahead(reading.document.text, span, dated.mention))
    return _named_phase(claim, dated, later=later), ahead


def _named_phase(claim: Claim, dated: Dated, *, later: bool) -> Phase:
    if dated.phase in NAMED and not (dated.phase == "said" and later):
        return cast("Phase", dated.phase)
    return _measured(claim, dated) or ("planned" if later else "done")


def _measured(claim: Claim, dated: Dated) -> Phase | None:
    """The phase that a trade measure of the sentence gives its first day; None where none has this day."""
    day = dated.when.start or dated.when.end
    for record in claim.records:
        if isinstance(record, TradeMeasure) and day in (record.start, record.end):
            return "lifted" if record.measure == "lifted" else "in_force"
    return None


def _clause_words(text: str, evidence: Evidence, start: int, end: int) -> str:
    """The sentence around the date, cut to a line."""
    words = " ".join(text[evidence.start : evidence.end].split())
    if len(words) <= 160:
        return words
    first, last = max(evidence.start, start - 110), min(evidence.end, end + 50)
    cut = " ".join(text[first:last].split())
    head = "" if first == evidence.start else "… " + cut.partition(" ")[2]
    return f"{head or cut}{'' if last == evidence.end else ' …'}"


def _inside(place: int, evidence: Evidence) -> bool:
    return evidence.start <= place < evidence.end


def _joined(pile: Sequence[Moment]) -> Moment:
    first = pile[0]
    return Moment(
        first.id, first.when, first.phase, first.said,
        tuple(dict.fromkeys(e for moment in pile for e in moment.evidence)),
        tuple(dict.fromkeys(r for moment in pile for r in moment.records)),
        tuple(sorted({code for moment in pile for code in moment.actors})),
        all(moment.planned for moment in pile),
    )  # fmt: skip


def _order(moment: Moment, places: dict[str, int]) -> tuple[str, str, int, int, str]:
    when, evidence = moment.when, moment.evidence[0]
    return (when.start or when.end or "", when.end or "9999", places[evidence.document], evidence.start, moment.id)
