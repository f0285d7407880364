"""Events: who did what to whom, by pair of actors, with status and the number of pieces of evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.brief.book import Book, Cite, Entry
from multivector.brief.dates import when_words
from multivector.brief.fold import Fold, fold
from multivector.brief.words import EVENTS, STATUSES
from multivector.model import Event, Judgement

__all__ = ["Dyad", "EventRow", "events_view"]

SHOWN = 8


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event with its number of pieces of evidence."""

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


@dataclass(frozen=True, slots=True)
class Dyad:
    """What one side did to another."""

    source: str
    target: str
    rows: Fold[EventRow]


def events_view(book: Book, judgement: Judgement) -> tuple[Dyad, ...]:
    """The dyads: observer to subject and back first, then those with most events."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Entry, Event]]] = {}
    for entry, event in book.all_of(Event):
        groups.setdefault((event.source, event.target), []).append((entry, event))
    observer, subject = judgement.question.observer, judgement.question.subject
    first = [((observer,), (subject,)), ((subject,), (observer,))]

    def rank(key: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[int, bool, int]:
        touches = {observer, subject} & {*key[0], *key[1]}
        return first.index(key) if key in first else len(first), not touches, -len(groups[key])

    return tuple(_dyad(book, key, groups[key]) for key in sorted(groups, key=rank))


def _dyad(book: Book, key: tuple[tuple[str, ...], tuple[str, ...]], found: Sequence[tuple[Entry, Event]]) -> Dyad:
    source, target = (book.named(codes) if codes else "" for codes in key)
    return Dyad(source or "an unnamed actor", target, fold([_row(book, entry, event) for entry, event in found], SHOWN))


def _row(book: Book, entry: Entry, event: Event) -> EventRow:
    mode = f" · {event.mode}" if event.mode else ""
    parties = {*event.source, *event.target}
    return EventRow(
        token=entry.token,
        cite=book.cite(event.id),
        what=EVENTS.get(event.type, event.type.lower()),
        type=f"{event.type}{mode}",
        status=event.status,
        status_words=STATUSES[event.status],
        date=when_words(event.date) if event.date else "",
        attributed_to=book.name(event.attributed_to) if event.attributed_to else "",
        actors=", ".join(book.name(code) for code in event.actors if code not in parties),
        goods=", ".join(good.text for good in event.goods),
        evidence=1 + len(event.also),
    )
