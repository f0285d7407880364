"""One act, one item: near-copies, retellings, and events that say again what a statement or a measure says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from itertools import combinations

from multivector.judge.groups import components
from multivector.judge.item import Item, days_between, join, spans, words_of
from multivector.judge.kinds import QUADS, TONE_CUT, Act
from multivector.judge.noted import Noted
from multivector.model import Event, Link, Statement, TradeMeasure

__all__ = ["alike", "merge"]

SAME_WORDS = 0.5  # share of common words (Jaccard) from which two quotations tell the same utterance or act
CONTAINED = 0.8  # share of the shorter quotation's words that stand in the longer one ...
CONTAINED_WORDS = 5  # ... where the shorter one has at least so many words
SAME_DAYS = 3  # days within which two reports may tell the same act
MEASURE_DAYS = 30  # the same for trade measures, whose announcement and start lie apart


def merge(items: Sequence[Item], links: Iterable[Link]) -> list[Item]:
    """Items that tell the same act joined into one, in an order that does not depend on that of the input."""
    absorbed = _absorb(sorted(items, key=_order))
    same = [*_same_act(absorbed), *_linked(absorbed, links)]
    joined = (reduce(join, (absorbed[i] for i in group)) for group in components(len(absorbed), same))
    return sorted(joined, key=_order)


def _order(item: Item) -> tuple[float, tuple[str, str, str]]:
    """The surest reading of an act leads; among equals the words decide."""
    return (-item.head.confidence, item.order)


def _absorb(items: Sequence[Item]) -> list[Item]:
    """Within each document, every event that a statement or a measure tells too becomes part of it."""
    hosts = [item for item in items if not isinstance(item.head, Event)]
    events = [item for item in items if isinstance(item.head, Event)]
    places: dict[tuple[str, ...], list[int]] = {}
    for i, host in enumerate(hosts):
        places.setdefault(_place(host), []).append(i)
    kept: list[Item] = []
    for event in events:
        near = places.get(_place(event), ())
        fits = [(fit, -i) for i in near if (fit := _fit(hosts[i], event)) is not None]
        if fits:
            i = -max(fits)[1]
            hosts[i] = _take_in(hosts[i], event)
        else:
            kept.append(event)
    return sorted([*hosts, *kept], key=_order)


def _place(item: Item) -> tuple[str, ...]:
    """Where an item may be joined to another one of the same text: its role, side and document."""
    head = item.head
    return (item.role, item.side, "" if isinstance(head, Noted) else head.evidence.document)


def _fit(host: Item, guest: Item) -> tuple[bool, int] | None:
    """How well an event fits a statement or measure of its place: (tone agrees, overlap)."""
    event, head = guest.head, host.head
    if isinstance(head, Noted) or not isinstance(event, Event):
        return None
    shared = _overlap(head, event)
    if not shared:
        return None
    quad = QUADS.get(event.type, "")
    if isinstance(head, TradeMeasure):
        fits = "cooperation" in quad if head.measure == "lifted" else event.type in ("SANCTION", "COERCE")
        return (True, shared) if fits else None
    return (_tone_agrees(host, quad), shared) if quad.startswith("verbal") else None


def _overlap(first: Act, second: Act) -> int:
    """The longest overlap of a span of one record with a span of the other, in characters."""
    pairs = ((a, b) for a in spans(first) for b in spans(second))
    return max(0, *(min(a.end, b.end) - max(a.start, b.start) for a, b in pairs))


def _tone_agrees(host: Item, quad: str) -> bool:
    word = "positive" if quad.endswith("cooperation") else "negative"
    return any(f"_{word}" in kind for kind in host.kinds)


def _take_in(host: Item, event: Item) -> Item:
    """The event joined to its host; its row goes first where the statement's tone is neutral for want of any words."""
    joined = join(host, event)
    unread = isinstance(host.head, Statement) and not any(
        tone.words or abs(tone.value) >= TONE_CUT for tone in host.head.stance
    )  # fmt: skip
    return replace(joined, kinds=event.kinds + host.kinds) if unread and event.kinds else joined


def _same_act(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    buckets: dict[tuple[str, ...], list[int]] = {}
    for i, item in enumerate(items):
        buckets.setdefault(_bucket(item), []).append(i)
    words = [words_of(item.head) for item in items]
    for bucket in buckets.values():
        for i, j in _neighbours(items, bucket):
            if _same(items[i], items[j], (words[i], words[j])):
                yield i, j


def _neighbours(items: Sequence[Item], bucket: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of a bucket that may be one act: of one cluster, within the days of their kind, or without a day."""
    days = MEASURE_DAYS if isinstance(items[bucket[0]].head, TradeMeasure) else SAME_DAYS
    yield from _within(days, [(day, i) for i in bucket if (day := items[i].day)])
    clusters: dict[str, list[int]] = {}
    for i in bucket:
        for cluster in items[i].clusters:
            clusters.setdefault(cluster, []).append(i)
    for own in clusters.values():
        yield from combinations(own, 2)
    undated = [i for i in bucket if not items[i].day]
    yield from ((i, j) for i in undated for j in bucket if i != j)


def _within(days: int, items: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """The pairs of items whose ISO days lie at most so many days apart."""
    dated = sorted((date.fromisoformat(day).toordinal(), i) for day, i in items)
    for at, (first, i) in enumerate(dated):
        for later, j in dated[at + 1 :]:
            if later - first > days:
                break
            yield i, j


def _bucket(item: Item) -> tuple[str, ...]:
    head = item.head
    kind = head.measure if isinstance(head, TradeMeasure) else head.type if isinstance(head, Event) else item.who
    return (item.role, item.side, type(head).__name__, kind)


def _same(a: Item, b: Item, words: tuple[frozenset[str], frozenset[str]]) -> bool:
    copies = bool({*a.clusters} & {*b.clusters})
    if isinstance(a.head, TradeMeasure) and isinstance(b.head, TradeMeasure):
        return _same_goods(a.head, b.head) and (copies or _near(a, b, MEASURE_DAYS))
    if copies:
        return alike(*words)
    return _near(a, b, SAME_DAYS) and (alike(*words) or _same_dated_event(a, b))


def _same_dated_event(a: Item, b: Item) -> bool:
    """Whether the texts give two events of one kind the same day."""
    return isinstance(a.head, Event) and a.dated and b.dated and a.day == b.day


def _near(a: Item, b: Item, days: int) -> bool:
    return a.day is None or b.day is None or days_between(a.day, b.day) <= days


def alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sets of words tell the same utterance or act."""
    common, shorter = len(first & second), min(len(first), len(second))
    contained = shorter >= CONTAINED_WORDS and common >= CONTAINED * shorter
    return contained or common >= SAME_WORDS * max(1, len(first | second))


def _same_goods(first: TradeMeasure, second: TradeMeasure) -> bool:
    """Whether two measures may be one: they share a good or a heading, or one of them names no goods."""
    if not first.goods or not second.goods:
        return True
    names = [{good.text.casefold() for good in measure.goods} for measure in (first, second)]
    headings = [{code for good in measure.goods for code in good.hs} for measure in (first, second)]
    return bool(names[0] & names[1] or headings[0] & headings[1])


def _linked(items: Sequence[Item], links: Iterable[Link]) -> Iterator[tuple[int, int]]:
    """The pairs that a same_event link connects, within one role and side."""
    where = {record.id: i for i, item in enumerate(items) for record in item.records}
    for link in links:
        i, j = where.get(link.from_), where.get(link.to)
        if link.link != "same_event" or i is None or j is None:
            continue
        if (items[i].role, items[i].side) == (items[j].role, items[j].side):
            yield i, j
