"""One thing told in many articles: which events, statements, measures and memberships are one.

The rule, written down in docs/decisions/2026-11-one-story.md: the same parties and kind, told within a window, whose
dates do not exclude each other and whose details agree. Merging is a group over records: no record is changed by it,
and a person can take any telling out again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from multivector.model import (
    Event,
    Evidence,
    Link,
    Membership,
    Origin,
    Reading,
    Record,
    Statement,
    TradeMeasure,
    When,
    kind_of,
    make_id,
)  # fmt: skip
from multivector.model.story import Group
from multivector.story.common import meet
from multivector.story.near import day_number
from multivector.text.stemming import stemmer

__all__ = ["RULES", "groups", "link_id", "same_links"]

READER, VERSION = "story", "1"
CONFIDENCE = 0.8
WINDOW = 7  # days between two reports of one event or statement
MEASURE_WINDOW = 30  # the same for measures, whose announcement and start lie apart
WINDOWS = {"event": WINDOW, "statement": WINDOW, "trade_measure": MEASURE_WINDOW}
NEAR_DAYS = 2  # days between two reports of one event in two languages, whose words cannot be compared
WORDS_ALIKE = 0.6  # share of the shorter telling's words that stand in the other
QUOTE_ALIKE = 0.6  # the same for quoted words, which do not change
FEWEST = 3  # words in common at least, or all where a telling has fewer
PLACE_APART = 0.2  # of an article's length between the places of one statement in a text and its translation

Held = Callable[[str], bool]  # whether people keep the two ends of that link apart


@dataclass(frozen=True, slots=True)
class Telling:
    """A record with what it is compared by."""

    record: Record
    document: str
    cluster: str
    language: str
    published: str | None
    words: frozenset[str]
    place: float  # of its evidence in the article, 0..1
    day: int  # of publication, as a number; 0 for none


def groups(readings: Sequence[Reading], apart: Held | None = None) -> tuple[Group, ...]:
    """The groups of two and more tellings from different articles, in order of their heads.

    The head is the earliest telling, of several of a day that of the cluster's origin. The same for any order of the
    readings.
    """
    buckets: dict[tuple[object, ...], list[Telling]] = {}
    for telling in sorted((t for reading in readings for t in _tellings(reading)), key=_order):
        buckets.setdefault(_key(telling.record), []).append(telling)
    found = [pile for bucket in buckets.values() for pile in _piles(bucket, apart) if len(pile) > 1]
    return tuple(_group(pile) for pile in sorted(found, key=lambda pile: _order(pile[0])))


def same_links(found: Sequence[Group], readings: Sequence[Reading]) -> list[Link]:
    """A same_event link from every further telling to its group's head, with the telling's own words."""
    records = {record.id: record for reading in readings for record in reading.records}
    return [_same_link(group, record, records[record].evidence) for group in found for record in group.records[1:]]


def _same_link(group: Group, record: str, evidence: Evidence) -> Link:
    origin = (Origin(READER, f"same:{group.kind}", VERSION),)
    identity = link_id(record, group.head)
    return Link(identity, evidence, origin, CONFIDENCE, "same_event", record, group.head, None)


def link_id(record: str, head: str) -> str:
    """The id of the link between two tellings, the same in either direction: rejecting it keeps the two apart."""
    return make_id("link", "same_event", *sorted((record, head)))


def _tellings(reading: Reading) -> Iterator[Telling]:
    document = reading.document
    for record in reading.records:
        if isinstance(record, Link):
            continue
        said = record.content.quote if isinstance(record, Statement) else record.evidence.quote
        words = frozenset(stem for _, _, stem in stemmer().spans(said))
        place = record.evidence.start / max(1, len(document.text))
        day = day_number(document.published)
        yield Telling(record, document.id, document.cluster, document.language, document.published, words, place, day)


def _order(telling: Telling) -> tuple[str, bool, str, int, str]:
    origin = telling.document != telling.cluster
    return (telling.published or "9999", origin, telling.document, telling.record.evidence.start, telling.record.id)


def _key(record: Record) -> tuple[object, ...]:
    """What tellings of one thing have in common without fail."""
    if isinstance(record, Event):
        if record.type == "CONSULT":  # who meets whom is told either way
            return ("event", record.type, record.status, tuple(sorted({*record.source, *record.target})))
        return ("event", record.type, record.status, record.source, record.target)
    if isinstance(record, TradeMeasure):
        return ("measure", record.measure, record.imposer, record.target, record.status)
    if isinstance(record, Membership):
        return ("membership", record.state, record.organisation, record.status)
    if isinstance(record, Statement):
        return ("statement", record.speaker.actor or record.speaker.name.casefold())
    return ("link", record.id)


def _piles(bucket: Sequence[Telling], apart: Held | None) -> list[list[Telling]]:
    """The tellings of a bucket, in order of time, in piles; each joins the first pile whose head it fits and from which
    nobody took it."""
    piles: list[list[Telling]] = []
    first = 0  # piles before this one are too old for whatever comes
    for telling in bucket:
        while first < len(piles) and _outlived(piles[first][0], telling):
            first += 1
        fitting = (
            pile
            for pile in (piles[first:] if telling.day else piles)
            if RULES[kind_of(telling.record)](pile[0], telling)
            and telling.document not in [other.document for other in pile]
            and not (apart and any(apart(link_id(telling.record.id, other.record.id)) for other in pile))
        )
        pile = next(fitting, None)
        if pile is None:
            piles.append([telling])
        else:
            pile.append(telling)
    return piles


def _outlived(head: Telling, telling: Telling) -> bool:
    """Whether the head is so old that neither this telling nor a later one can be of it."""
    window = WINDOWS.get(kind_of(telling.record))
    return window is not None and bool(head.day and telling.day) and telling.day - head.day > window


def _same_event(one: Telling, other: Telling) -> bool:
    a, b = one.record, other.record
    if not isinstance(a, Event) or not isinstance(b, Event) or not _within(one, other, WINDOW):
        return False
    if not _agree(a.date, b.date):
        return False
    exact = bool(a.date and b.date and a.date.precision == b.date.precision == "day")
    if one.language != other.language and _within(one, other, NEAR_DAYS) and _share_details(a, b):
        return True
    return _copies(one, other) or _alike(one.words, other.words, WORDS_ALIKE) or (exact and _alike_at_all(one, other))


def _share_details(one: Event, other: Event) -> bool:
    """Goods by their headings, or a person on either side: what words of two languages have in common."""
    headings = [{code for good in event.goods for code in good.hs} for event in (one, other)]
    people = [{code for code in event.actors if code.startswith("person:")} for event in (one, other)]
    return bool(headings[0] & headings[1]) or bool(people[0] & people[1])


def _same_measure(one: Telling, other: Telling) -> bool:
    a, b = one.record, other.record
    if not isinstance(a, TradeMeasure) or not isinstance(b, TradeMeasure) or not _within(one, other, MEASURE_WINDOW):
        return False
    names = [{good.text.casefold() for good in measure.goods} for measure in (a, b)]
    headings = [{code for good in measure.goods for code in good.hs} for measure in (a, b)]
    return not all(names) or bool(names[0] & names[1] or headings[0] & headings[1])


def _same_statement(one: Telling, other: Telling) -> bool:
    a, b = one.record, other.record
    if not isinstance(a, Statement) or not isinstance(b, Statement) or not _within(one, other, WINDOW):
        return False
    if one.language != other.language:
        near = abs(one.place - other.place) <= PLACE_APART
        return one.cluster == other.cluster and a.direct == b.direct and near and _one_stance(a, b)
    return _alike(one.words, other.words, QUOTE_ALIKE if a.direct and b.direct else WORDS_ALIKE)


def _same_membership(one: Telling, other: Telling) -> bool:
    a, b = one.record, other.record
    return isinstance(a, Membership) and isinstance(b, Membership) and _agree(a.date, b.date)


RULES: dict[str, Callable[[Telling, Telling], bool]] = {
    "event": _same_event,
    "statement": _same_statement,
    "trade_measure": _same_measure,
    "membership": _same_membership,
}


def _one_stance(one: Statement, other: Statement) -> bool:
    """Whether two statements take no opposite stance toward anybody."""
    values = {tone.actor: tone.value for tone in one.stance}
    return all(values.get(tone.actor, tone.value) * tone.value >= 0 for tone in other.stance)


def _copies(one: Telling, other: Telling) -> bool:
    """Two texts of one family: in translations words cannot be compared."""
    return one.cluster == other.cluster and (one.language != other.language or _alike_at_all(one, other))


def _alike_at_all(one: Telling, other: Telling) -> bool:
    return len(one.words & other.words) >= min(FEWEST, len(one.words), len(other.words)) > 0


def _alike(one: frozenset[str], other: frozenset[str], share: float) -> bool:
    common = len(one & other)
    return common >= min(FEWEST, len(one), len(other)) and common >= share * max(1, min(len(one), len(other))) > 0


def _within(one: Telling, other: Telling, days: int) -> bool:
    return not one.day or not other.day or abs(one.day - other.day) <= days


def _agree(one: When | None, other: When | None) -> bool:
    return one is None or other is None or meet(one, other)


def _group(pile: Sequence[Telling]) -> Group:
    head = pile[0].record
    records = tuple(telling.record.id for telling in pile)
    kind = kind_of(head)
    why = f"{len(pile)} tellings of one {kind.replace('_', ' ')}: the same parties and kind, within days, details agree"
    return Group(make_id("group", kind, head.id), kind, head.id, records, why, tuple(_differences(pile)))


def _differences(pile: Sequence[Telling]) -> Iterator[str]:
    """What the tellings do not have the same, each once."""
    heads = [replace(telling.record, id="") for telling in pile]
    for name in ("date", "mode", "goods", "start", "end", "reason", "authority", "direct", "venue"):
        values = [getattr(record, name, None) for record in heads if hasattr(record, name)]
        told = sorted({_shown(value) for value in values if value not in (None, ())})
        if len(told) > 1:
            yield f"{name}: {' | '.join(told)}"
    if isinstance(pile[0].record, Statement):
        quotes = sorted({_plain(t.record.content.quote) for t in pile if isinstance(t.record, Statement)})
        if len(quotes) > 1:
            yield f"words: {' | '.join(quotes[:4])}"


def _plain(text: str) -> str:
    return " ".join(text.split()).strip('"“”«» ,.')


def _shown(value: object) -> str:
    if isinstance(value, When):
        return f"{value.start or ''}..{value.end or ''}" if value.start != value.end else str(value.start)
    if isinstance(value, tuple):
        return ", ".join(sorted(getattr(item, "text", str(item)) for item in value))
    return str(value)
