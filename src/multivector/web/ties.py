"""Who does what to whom, and who speaks of whom how: the acts of a case by directed pair."""

from bisect import insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from multivector.brief.moments import ordinal
from multivector.codebook.scores import plover_quad
from multivector.model import Document, Event, Reading, Record, Statement, TradeMeasure, When, kind_of

__all__ = ["Act", "Pair", "Ties", "known_between", "make_ties", "span_of", "ties_after"]

COOPERATIVE = (1, 2)  # quad classes
HARD = ("import_ban", "export_ban", "transit_ban", "tariff", "quota", "licence")


@dataclass(frozen=True, slots=True)
class Act:
    """One record between two actors. `first` and `last` are days as ordinals, None for an open side; `own` is False
    where the text gives no day and that of the report stands in. `known` are the days of `known_between`. `value` is
    -1..1: a statement's tone, else the side of the act (cooperative 1, conflictual -1), None where it is neither or was
    not done."""

    record: str
    kind: str
    source: str
    target: str
    first: int | None
    last: int | None
    own: bool
    known: tuple[int, int]
    value: float | None
    status: str

    @property
    def day(self) -> int:
        """The day by which it is sorted; 0 where none is known."""
        return self.known[0]


class Pair:
    """All acts of one actor toward another."""

    def __init__(self, source: str, target: str, acts: Sequence[Act]) -> None:
        self.source, self.target, self.acts = source, target, tuple(acts)

    @cached_property
    def tones(self) -> tuple[float, ...]:
        """The tones of what was said."""
        return tuple(a.value for a in self.acts if a.kind == "statement" and a.value is not None)

    @property
    def tone(self) -> float | None:
        """The mean tone of the statements; None without one."""
        return sum(sorted(self.tones)) / len(self.tones) if self.tones else None

    @cached_property
    def sides(self) -> tuple[int, int]:
        """How many acts were cooperative, and how many conflictual."""
        done = [a.value for a in self.acts if a.kind != "statement" and a.value is not None]
        return sum(v > 0 for v in done), sum(v < 0 for v in done)

    @property
    def balance(self) -> float | None:
        """Cooperative less conflictual acts as a share of both, -1..1; None without one."""
        friendly, hostile = self.sides
        return (friendly - hostile) / (friendly + hostile) if friendly + hostile else None


@dataclass(frozen=True, slots=True)
class Ties:
    """The acts of a case in order of time, and by directed pair, the pairs with most acts first."""

    acts: tuple[Act, ...]
    pairs: Mapping[tuple[str, str], Pair]


def make_ties(readings: Iterable[Reading]) -> Ties:
    """The ties of what was read."""
    acts = sorted((act for one in readings for act in _acts_of(one, one.records)), key=_order)
    groups: dict[tuple[str, str], list[Act]] = {}
    for act in acts:
        groups.setdefault((act.source, act.target), []).append(act)
    return _ties(acts, {pair: Pair(*pair, own) for pair, own in groups.items()})


def ties_after(ties: Ties, gone: Collection[str], fresh: Iterable[tuple[Reading, Record]]) -> Ties:
    """The ties without the records of these ids, and with those of these records; only their pairs are made anew."""
    added = [act for reading, record in fresh for act in _acts_of(reading, [record])]
    lost = [act for act in ties.acts if act.record in gone]
    acts = [act for act in ties.acts if act.record not in gone] if lost else list(ties.acts)
    for act in added:
        insort(acts, act, key=_order)
    moved = {(act.source, act.target) for act in (*added, *lost)}
    own: dict[tuple[str, str], list[Act]] = {pair: [] for pair in moved}
    for act in acts:
        if (act.source, act.target) in moved:
            own[act.source, act.target].append(act)
    kept = {pair: found for pair, found in ties.pairs.items() if pair not in moved}
    return _ties(acts, kept | {pair: Pair(*pair, found) for pair, found in own.items() if found})


def _ties(acts: Iterable[Act], pairs: Mapping[tuple[str, str], Pair]) -> Ties:
    order = sorted(pairs, key=lambda pair: (-len(pairs[pair].acts), pair))
    return Ties(tuple(acts), {pair: pairs[pair] for pair in order})


def _order(act: Act) -> tuple[int, str, str]:
    return (act.day, act.record, act.target)


def span_of(record: Record) -> When | None:
    """The time that a record's text gives; None where it gives none."""
    if isinstance(record, TradeMeasure):
        return When(record.start, record.end, "day") if record.start or record.end else None
    if isinstance(record, Statement):
        return record.said_on
    return record.date if isinstance(record, Event) else None


def _acts_of(reading: Reading, records: Iterable[Record]) -> Iterator[Act]:
    for record in records:
        for source, target, value in _sides(record):
            if source and target and source != target:
                yield _act(record, (source, target), value, reading.document)


def _act(record: Record, pair: tuple[str, str], value: float | None, document: Document) -> Act:
    when, reported = span_of(record), ordinal(document.published)
    first, last = (ordinal(when.start), ordinal(when.end)) if when else (None, None)
    own = first is not None or last is not None
    if not own:
        first = last = reported
    status = getattr(record, "status", "asserted")
    return Act(record.id, kind_of(record), *pair, first, last, own, known_between(first, last, reported), value, status)


def known_between(first: int | None, last: int | None, reported: int | None) -> tuple[int, int]:
    """The days between which something is known to have lasted: an open side reaches to the day of the report, no
    further; (0, 0) where nothing is known."""
    days = [day for day in (first, last) if day is not None]
    if len(days) < 2 and reported is not None:
        days.append(reported)
    return (min(days), max(days)) if days else (0, 0)


def _sides(record: Record) -> Iterator[tuple[str | None, str, float | None]]:
    """(source, target, value) of each pair that a record joins."""
    if isinstance(record, Statement):
        judged = {tone.actor: tone.value for tone in record.stance}
        for code in dict.fromkeys([*judged, *record.about]):
            yield record.speaker.state or record.speaker.actor, code, judged.get(code)
    elif isinstance(record, Event):
        side = _side(record)
        yield from ((source, target, side) for source in record.source for target in record.target)
    elif isinstance(record, TradeMeasure):
        hard = -1.0 if record.measure in HARD else 1.0
        for target in record.target:
            yield record.imposer, target, hard if record.status == "asserted" else None


def _side(event: Event) -> float | None:
    if event.status != "asserted":
        return None
    quad = plover_quad(event.type)
    return None if quad is None else (1.0 if quad in COOPERATIVE else -1.0)
