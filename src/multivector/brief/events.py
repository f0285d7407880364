"""Events: who did what to whom, by pair of actors, with status and the number of pieces of evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from multivector.brief.book import Book, Cite, Entry, Told
from multivector.brief.dates import when_words
from multivector.brief.fold import fold
from multivector.brief.plain import one_line
from multivector.brief.words import EVENTS, STATUSES, capital
from multivector.model import Event, Judgement

__all__ = ["Dyad", "EventRow", "Events", "events_view"]

ROWS_SHOWN = 8  # events of one dyad
DYADS_SHOWN = 15


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event; `evidence` counts the pieces of it, those of the records in `also` among them."""

    token: str
    cite: Cite
    what: str
    type: str
    status: str
    status_words: str
    date: str
    attributed_to: str
    actors: str
    goods: str
    evidence: int
    also: tuple[Told, ...]  # other records that tell the same in the same words


@dataclass(frozen=True, slots=True)
class Dyad:
    """What one side did to another."""

    source: str
    target: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Events:
    """The dyads with the rows that are shown at once, and with those that are folded away."""

    shown: tuple[Dyad, ...]
    more: tuple[Dyad, ...]
    hidden: int


def events_view(book: Book, judgement: Judgement) -> Events:
    """The dyads: observer to subject and back first, then those that touch either, then those with most events."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Entry, Event]]] = {}
    for entry, event in book.all_of(Event):
        groups.setdefault((event.source, event.target), []).append((entry, event))
    asked = (judgement.question.observer or "", judgement.question.subject or "")
    first = [((asked[0],), (asked[1],)), ((asked[1],), (asked[0],))]

    def rank(key: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[int, bool, int]:
        touches = {*asked} & {*key[0], *key[1]}
        return first.index(key) if key in first else len(first), not touches, -len(groups[key])

    return _folded([_dyad(book, key, groups[key]) for key in sorted(groups, key=rank)])


def _folded(dyads: Sequence[Dyad]) -> Events:
    outer = fold(dyads, DYADS_SHOWN)
    cut = [(dyad, fold(dyad.rows, ROWS_SHOWN)) for dyad in outer.shown]
    shown = tuple(replace(dyad, rows=rows.shown) for dyad, rows in cut)
    more = (*(replace(dyad, rows=rows.more) for dyad, rows in cut if rows.more), *outer.more)
    return Events(shown, more, sum(1 + len(row.also) for dyad in more for row in dyad.rows))


def _dyad(book: Book, key: tuple[tuple[str, ...], tuple[str, ...]], found: Sequence[tuple[Entry, Event]]) -> Dyad:
    source, target = (book.named(codes) if codes else "" for codes in key)
    same: dict[tuple[str, ...], list[tuple[Entry, Event]]] = {}
    for entry, event in found:
        told = (event.type, event.mode or "", event.status, when_words(event.date), one_line(event.evidence.quote))
        same.setdefault(told, []).append((entry, event))
    rows = tuple(_row(book, group) for group in same.values())
    return Dyad(capital(source or "an unnamed actor"), target, rows)


def _row(book: Book, group: Sequence[tuple[Entry, Event]]) -> EventRow:
    entry, event = group[0]
    mode = f" · {event.mode}" if event.mode else ""
    named = [book.name(code) for code in event.actors if code not in event.source + event.target and book.knows(code)]
    return EventRow(
        token=entry.token,
        cite=book.cite(event.id),
        what=EVENTS.get(event.type, event.type.lower()),
        type=f"{event.type}{mode}",
        status=event.status,
        status_words=STATUSES[event.status],
        date=when_words(event.date) if event.date else "",
        attributed_to=book.name(event.attributed_to) if event.attributed_to else "",
        actors=", ".join(named),
        goods=", ".join(good.text for good in event.goods),
        evidence=sum(1 + len(other.also) for _, other in group),
        also=book.told(other for other, _ in group[1:]),
    )
