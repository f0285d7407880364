"""The timeline: what the texts date, and what is known only by the day of the report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from multivector.brief.book import Book
from multivector.brief.dates import day_words
from multivector.brief.moments import LANES, Moment, moments_of
from multivector.brief.strip import Strip, strip_of
from multivector.brief.words import count, listed

__all__ = ["Day", "Timeline", "timeline_view"]

LATEST_SHOWN = 30
DAYS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Day:
    """What the documents of one day report without a date of its own."""

    day: str
    iso: str
    counts: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """`earlier` is folded away where the list is long."""

    strip: Strip | None
    earlier: tuple[Moment, ...]
    latest: tuple[Moment, ...]
    before: tuple[Day, ...]  # earlier days of report, folded away
    reported: tuple[Day, ...]
    n: int


def timeline_view(book: Book) -> Timeline:
    """The timeline of a book's events, measures and statements."""
    moments = moments_of(book)
    own = [moment for moment in moments if moment.own]
    cut = max(0, len(own) - LATEST_SHOWN)
    days: dict[str, list[Moment]] = {}
    for moment in moments:
        if not moment.own:
            days.setdefault(moment.iso, []).append(moment)
    reported = tuple(Day(day_words(iso), iso, _counts(group), tuple(group)) for iso, group in days.items())
    fold = max(0, len(reported) - DAYS_SHOWN)
    return Timeline(
        strip_of(moments), tuple(own[:cut]), tuple(own[cut:]), reported[:fold], reported[fold:], len(moments)
    )  # fmt: skip


def _counts(group: Sequence[Moment]) -> str:
    found = Counter[str]()
    for moment in group:
        found[moment.kind] += moment.n
    return listed([count(found[kind], kind) for kind, _ in LANES if found[kind]])
