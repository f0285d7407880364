"""What stands on the timeline: events, measures and statements with the dates that the texts give them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from multivector.brief.book import Book, Cite, Entry
from multivector.brief.dates import measure_words, when_words
from multivector.brief.words import STATUSES, act_words, capital
from multivector.model import Event, Statement, TradeMeasure, When

__all__ = ["LANES", "Moment", "moments_of", "ordinal"]

MEASURE_TYPES = ("SANCTION", "COERCE", "RETREAT", "CONCEDE")  # event types that a trade measure may be coded as
MOSTLY = 0.8  # of a statement's words
ALSO_SHOWN = 4  # further records that tell the same
LANES = (("event", "Events"), ("trade_measure", "Trade measures"), ("statement", "Statements"))


@dataclass(frozen=True, slots=True)
class Moment:
    """One record in time. `first` and `last` are days (proleptic ordinals), None for an open side.

    `own` is False where the text gives no date and the day of the report stands in.
    """

    kind: str
    first: int | None
    last: int | None
    own: bool
    when: str
    iso: str
    reported: int | None  # the day of the report
    who: str
    what: str
    whom: str
    status: str
    cite: Cite
    also: tuple[Cite, ...] = ()  # further records that tell the same

    @property
    def n(self) -> int:
        """How many records tell it."""
        return 1 + len(self.also)

    @property
    def shown(self) -> tuple[Cite, ...]:
        """Those of the further records that are shown."""
        return self.also[:ALSO_SHOWN]

    @property
    def more(self) -> int:
        """How many further records are not shown."""
        return max(0, len(self.also) - ALSO_SHOWN)

    @property
    def order(self) -> int:
        """The day by which it is sorted."""
        return self.first or self.last or 0


def ordinal(iso: str | None) -> int | None:
    """An ISO day as a number of days; None for none or for what is no day."""
    try:
        return date.fromisoformat(iso).toordinal() if iso else None
    except ValueError:
        return None


def moments_of(book: Book) -> list[Moment]:
    """Every event, measure and statement that has a date of its own or stands in a dated document, in order of time.

    Records that say in the same terms what was done at the same time are one moment, whoever reports them, and so is
    what retells another article's record, in its own words or in another language, with the same date.
    """
    found = dict(_moments(book))
    same: dict[tuple[object, ...], Moment] = {}
    for record, moment in found.items():
        head = found.get(book.heads.get(record, ""))
        retold = head is not None and head.kind == moment.kind and _time(head) == _time(moment)
        key = _key(head if head is not None and retold else moment)
        same[key] = _joined(same[key], moment) if key in same else moment
    return sorted(same.values(), key=lambda moment: moment.order)


def _time(moment: Moment) -> tuple[object, ...]:
    return (moment.own, moment.when or moment.iso)


def _key(moment: Moment) -> tuple[object, ...]:
    said = moment.cite.quote if moment.kind == "statement" else ""
    return (moment.kind, *_time(moment), moment.who, moment.what, moment.whom, moment.status, said)


def _joined(one: Moment, other: Moment) -> Moment:
    reported = max(one.reported or 0, other.reported or 0) or None
    return replace(one, reported=reported, also=(*one.also, other.cite))


def _moments(book: Book) -> Iterator[tuple[str, Moment]]:
    measures = [measure for _, measure in book.all_of(TradeMeasure)]
    events = _by_document(book)
    for entry in book.entries.values():
        record = entry.record
        if isinstance(record, Event) and any(_retells(record, measure) for measure in measures):
            continue
        if isinstance(record, TradeMeasure):
            words = measure_words(record.start, record.end)
            yield from _placed(book, entry, When(record.start, record.end, "day"), words)
        elif isinstance(record, Event):
            yield from _placed(book, entry, record.date, when_words(record.date))
        elif isinstance(record, Statement) and not any(
            _tells(event, record) for event in events[record.evidence.document]
        ):
            yield from _placed(book, entry, record.said_on, when_words(record.said_on))


def _by_document(book: Book) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for _, event in book.all_of(Event):
        found[event.evidence.document].append(event)
    return found


def _tells(event: Event, said: Statement) -> bool:
    """Whether an event is the saying itself ("an official warned Budapest"): it stands for both on the timeline.

    Same speaker, same day, no words in quotation marks, and most of what was said stands among the event's words.
    """
    if said.direct or event.date != said.said_on or (said.speaker.state or said.speaker.actor) not in event.source:
        return False
    one, other = event.evidence, said.content
    return min(one.end, other.end) - max(one.start, other.start) >= MOSTLY * (other.end - other.start)


def _retells(event: Event, measure: TradeMeasure) -> bool:
    """Whether an event is but the coding of a measure that the same words tell; the measure stands for both."""
    one, other = event.evidence, measure.evidence
    shared = one.document == other.document and min(one.end, other.end) > max(one.start, other.start)
    return shared and event.type in MEASURE_TYPES and measure.imposer in event.source


def _placed(book: Book, entry: Entry, when: When | None, words: str) -> Iterator[tuple[str, Moment]]:
    first, last = (ordinal(when.start), ordinal(when.end)) if when else (None, None)
    own = first is not None or last is not None
    if not own:
        first = last = ordinal(entry.document.published)
        when, words = None, ""
    if first is None and last is None:
        return
    iso = (when.start or when.end or "") if when else entry.document.published or ""
    who, what, whom, status = _told(book, entry)
    reported, cite = ordinal(entry.document.published), book.cite(entry.record.id)
    moment = Moment(entry.kind, first, last, own, words, iso, reported, who, what, whom, status, cite)
    yield entry.record.id, moment


def _told(book: Book, entry: Entry) -> tuple[str, str, str, str]:
    record = entry.record
    if isinstance(record, Event):
        status = "" if record.status == "asserted" else STATUSES[record.status]
        whom = book.named(record.target) if record.target else ""
        return capital(book.doer(entry)), act_words(record.type, whom), whom, status
    if isinstance(record, TradeMeasure):
        status = "" if record.status == "asserted" else STATUSES[record.status]
        return "", book.describe(entry), book.named(record.target) if record.target else "", status
    return capital(book.doer(entry)), "", "", ""
