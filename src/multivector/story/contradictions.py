"""Disagreements of a case: what articles say that cannot both be so, each told once with all its evidence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from multivector.model import Membership, Reading, Record, Statement, make_id
from multivector.model.story import Contradiction, ContradictionKind, Side
from multivector.story.claims import NOTHING, Claim, Claims, claims_in
from multivector.story.common import Difference, Known, meet
from multivector.story.differ import differences
from multivector.story.near import days_apart, keys_of, near_pairs
from multivector.story.utterances import two_speakers
from multivector.text.stemming import stemmer

__all__ = ["contradictions"]

DAYS = 60  # between two articles that may contradict each other
MEMBER_DAYS = 30
# Standings that exclude each other; an applicant who becomes a member does not.
EXCLUSIVE = frozenset({"member", "partner", "observer", "declined", "withdrawn", "expelled", "associate"})
SAME_MATTER = 2  # words in common from which two pairs of the same two values are one disagreement
MOST_WORDS = 8  # of those in common that are shown


def contradictions(readings: Sequence[Reading], known: Claims = NOTHING) -> tuple[Contradiction, ...]:
    """All contradictions between the articles, in an order that does not depend on that of the readings.

    One disagreement that several copies carry is one, with every sentence that says either side. `known` are claims
    that were drawn from the readings before.
    """
    ordered = sorted(readings, key=lambda one: (one.document.published or "9999", one.document.name))
    claims = [claim for _, claim in claims_in(ordered, known)]
    found: dict[tuple[str, ...], list[list[Rival]]] = {}
    for rival in (*_of_claims(claims), *_quotes(ordered), *_memberships(ordered)):
        piles = found.setdefault(rival.place, [])
        fitting = next((pile for pile in piles if _one_matter(pile[0], rival)), None)
        if fitting is None:
            piles.append([rival])
        else:
            fitting.append(rival)
    groups = [pile for piles in found.values() for pile in piles]
    return tuple(_joined(group) for group in sorted(groups, key=lambda group: group[0].order))


@dataclass(frozen=True, slots=True)
class Rival:
    """Two claims that differ. Rivals of one `place` are one contradiction; `sides` says which word stands for which."""

    kind: ContradictionKind
    place: tuple[str, ...]
    one: tuple[str, Claim]
    other: tuple[str, Claim]
    about: tuple[str, ...]
    counted: frozenset[str] = frozenset()

    @property
    def foreign(self) -> bool:
        """Whether the two sides are in two languages: what they have in common is codes and the bridge's words."""
        return self.one[1].language != self.other[1].language

    @property
    def order(self) -> tuple[str, int, str, str]:
        """By the day and place of the first side."""
        said, claim = self.one
        return (claim.published or "9999", claim.evidence.start, said, self.other[0])


def _of_claims(claims: Sequence[Claim]) -> Iterator[Rival]:
    known = Known(_numbers_by_document(claims), _days_by_document(claims))
    for i, j in near_pairs(claims, keys_of(claims), DAYS, known.days):
        for found in differences(claims[i], claims[j], known):
            yield _rival(claims[i], claims[j], found)


def _rival(one: Claim, other: Claim, found: Difference) -> Rival:
    first, second = found.one, found.other
    if found.kind in ("number", "date"):
        told = sorted(((found.values[0], first[2], one), (found.values[1], second[2], other)), key=lambda row: row[0])
        place = (found.kind, *(value for value, _, _ in told))
        sides = [(said, claim) for _, said, claim in told]
    else:
        asserted, denied = (one, other) if first[2] == one.evidence.quote else (other, one)
        place = (found.kind, denied.evidence.quote)
        sides = [(first[2], asserted), (second[2], denied)]
    return Rival(found.kind, place, sides[0], sides[1], found.about, found.counted)


def _one_matter(one: Rival, other: Rival) -> bool:
    """Whether two rivals of one place, which differ in the same two values, are about one thing, in any language."""
    if one.kind not in ("number", "date"):
        return True
    if one.kind == "number" and not one.counted & other.counted:
        return False
    if one.foreign or other.foreign:
        return True
    fewer = min(len(one.about), len(other.about))
    return len({*one.about} & {*other.about}) >= min(SAME_MATTER, fewer)


def _numbers_by_document(claims: Iterable[Claim]) -> dict[str, frozenset[tuple[str, float]]]:
    found: dict[str, set[tuple[str, float]]] = {}
    for claim in claims:
        said = {(unit, quantity.value) for quantity in claim.quantities for unit in quantity.units}
        found.setdefault(claim.document, set()).update(said)
    return {document: frozenset(said) for document, said in found.items()}


def _days_by_document(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for claim in claims:
        told = [d.when for d in claim.dates if d.phase not in ("said", "announced") and d.names_a_time]
        days = {day for when in told for day in (when.start, when.end) if day}
        found.setdefault(claim.document, set()).update(days)
    return {document: frozenset(days) for document, days in found.items()}


def _quotes(readings: Sequence[Reading]) -> Iterator[Rival]:
    for one, other in two_speakers(readings, DAYS):
        about = one.words & other.words
        yield _pair("speaker", about, _told(one.record, one.reading), _told(other.record, other.reading))


def _pair(kind: ContradictionKind, about: frozenset[str], one: tuple[str, Claim], other: tuple[str, Claim]) -> Rival:
    sides = sorted((one, other), key=lambda pair: _plain(pair[0]))
    words = tuple(sorted(about))
    return Rival(kind, (kind, *(_plain(said) for said, _ in sides), *words[:3]), sides[0], sides[1], words)


def _told(record: Statement | Membership, reading: Reading) -> tuple[str, Claim]:
    said = record.speaker.name if isinstance(record, Statement) else record.status
    document = reading.document
    claim = Claim(
        document.id, document.cluster, document.published, record.evidence, frozenset(), (), (), frozenset(),
        frozenset(), False, frozenset(), frozenset(), (record,), language=document.language,
    )  # fmt: skip
    return said, claim


def _within(one: Reading, other: Reading, days: int) -> bool:
    return days_apart(one.document.published, other.document.published) <= days


def _memberships(readings: Sequence[Reading]) -> Iterator[Rival]:
    """Two standings of one state in one organisation at one time, of which only one can be so."""
    filed: dict[tuple[str, str], list[tuple[Membership, Reading]]] = {}
    for reading in readings:
        for record in reading.records:
            if isinstance(record, Membership) and record.status in EXCLUSIVE:
                filed.setdefault((record.state, record.organisation), []).append((record, reading))
    for (state, organisation), told in sorted(filed.items()):
        others = {status: [t for t in told if t[0].status != status] for status in {t[0].status for t in told}}
        for one, reading in told:
            for other, second in _rival_standings(one, reading, others[one.status]):
                about = frozenset((state, organisation))
                yield _pair("membership", about, _told(one, reading), _told(other, second))


Standing = tuple[Membership, Reading]


def _rival_standings(one: Membership, reading: Reading, told: Sequence[Standing]) -> Iterator[Standing]:
    """The first of each other standing that excludes this one, told within MEMBER_DAYS of it."""
    seen = {one.status}
    for other, second in told:
        if other.status in seen or reading is second or not _within(reading, second, MEMBER_DAYS):
            continue
        if not _dated_apart(one, other):
            seen.add(other.status)
            yield other, second
        if len(seen) == len(EXCLUSIVE):
            return


def _dated_apart(one: Membership, other: Membership) -> bool:
    """Whether the texts date the two standings to different times."""
    a, b = one.date, other.date
    return a is not None and b is not None and not meet(a, b)


def _plain(said: str) -> str:
    return " ".join(said.casefold().split())


def _joined(group: Sequence[Rival]) -> Contradiction:
    first = group[0]
    about = _in_words(first.one[1], {word for rival in group for word in rival.about})
    one = _side(first.one[0], [rival.one[1] for rival in group])
    other = _side(first.other[0], [rival.other[1] for rival in group])
    identity = make_id("contradiction", first.kind, _key(one), _key(other))
    return Contradiction(identity, first.kind, ", ".join(about[:MOST_WORDS]), one, other)


def _in_words(claim: Claim, stems: set[str]) -> list[str]:
    """The words of a claim behind the stems, in its order; what has no word there (codes of states) as it is."""
    found = {stem: claim.evidence.quote[a:b] for a, b, stem in reversed(stemmer().spans(claim.evidence.quote))}
    named = [word for stem, word in reversed(found.items()) if stem in stems]
    return named or sorted(stems)


def _side(said: str, claims: Sequence[Claim]) -> Side:
    evidence = tuple(dict.fromkeys(claim.evidence for claim in claims))
    records = tuple(dict.fromkeys(record.id for claim in claims for record in _ranked(claim.records)))
    return Side(" ".join(said.split()), evidence, records)


def _ranked(records: Iterable[Record]) -> list[Record]:
    """A deed before the words about it: that is what the other side contradicts."""
    return sorted(records, key=lambda r: (isinstance(r, Statement), r.evidence.start, r.id))


def _key(side: Side) -> str:
    first = side.evidence[0]
    return f"{first.document}:{first.start}:{side.said}"
