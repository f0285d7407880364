"""The records of a brief as tables of an outline: each row with its label, its words and its source."""

from collections.abc import Iterator

from multivector.brief.blocks import Block, Heading, Table, cited
from multivector.brief.book import Book
from multivector.brief.dates import when_words
from multivector.brief.given import BriefInput
from multivector.brief.links import links_view
from multivector.brief.measures import measures_view
from multivector.brief.memberships import memberships_view
from multivector.brief.outline_timeline import timeline_blocks
from multivector.brief.words import EVENTS, STATUSES, capital, tone_word
from multivector.model import Event, Statement

__all__ = ["record_blocks"]


def record_blocks(given: BriefInput, book: Book) -> Iterator[Block]:
    """Who said what, the timeline, measures and counter-measures, who did what to whom, memberships."""
    yield from _statements(book)
    yield from timeline_blocks(given, book)
    yield from _measures(given, book)
    yield from _events(book)
    yield from _memberships(given, book)


def _statements(book: Book) -> Iterator[Block]:
    rows = []
    for entry, record in book.all_of(Statement):
        tones = "; ".join(f"{tone_word(tone.value)} toward {book.name(tone.actor)}" for tone in record.stance)
        rows.append((book.doer(entry), cited(book.cite(record.id)), tones or "not judged", _day(record)))
    if rows:
        yield Heading(2, "Who said what")
        yield Table(("Speaker", "Words", "Tone", "Said on"), tuple(rows))


def _day(record: Statement | Event) -> str:
    when = record.said_on if isinstance(record, Statement) else record.date
    return when_words(when) if when else ""


def _measures(given: BriefInput, book: Book) -> Iterator[Block]:
    links = links_view(book)
    rows = [
        (
            f"{column.imposer} on {column.target}",
            capital(one.title),
            ", ".join(good.text for good in one.goods),
            one.dates,
            one.reason,
            "; ".join((cited(one.cite), *(cited(told.cite) for told in one.also))),
        )
        for pair in measures_view(book, given.judgement, links)
        for column in pair.columns
        for one in column.measures
    ]
    if rows:
        yield Heading(2, "Measures and counter-measures")
        yield Table(("Who on whom", "Measure", "Goods", "Dates", "Stated reason", "Words"), tuple(rows))
    if links:
        told = tuple((" ".join((one.by or "The text", one.kind)), cited(one.cite)) for one in links)
        yield Table(("Who says that one answers the other", "Words"), told)


def _events(book: Book) -> Iterator[Block]:
    rows = []
    for _, record in book.all_of(Event):
        what = EVENTS.get(record.type, record.type.lower())
        pair = (book.named(record.source), book.named(record.target) if record.target else "")
        said = STATUSES[record.status] + (f", says {record.attributed_to}" if record.attributed_to else "")
        rows.append((pair[0], what, pair[1], said, _day(record), cited(book.cite(record.id))))
    if rows:
        yield Heading(2, "Who did what to whom")
        yield Table(("Who", "Did what", "To whom", "Status", "Date", "Words"), tuple(rows))


def _memberships(given: BriefInput, book: Book) -> Iterator[Block]:
    rows = [
        (one.state, one.organisation, "; ".join(cited(said.cite) for said in one.said), one.verdict)
        for one in memberships_view(book, given.memberships_known)
    ]
    if rows:
        yield Heading(2, "Memberships")
        yield Table(("State", "Organisation", "What the texts say", "Beside the table"), tuple(rows))
