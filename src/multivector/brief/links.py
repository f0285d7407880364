"""What somebody links with what: always said with who says so."""

from dataclasses import dataclass

from multivector.brief.book import Book, Cite, Entry
from multivector.brief.words import capital
from multivector.model import Link, TradeMeasure

__all__ = ["LinkView", "links_view"]

VERBS = {
    "response_to": ("see {one} as an answer to {other}", "presents {one} as an answer to {other}"),
    "same_event": ("say that {one} and {other} are one event", "tells one event in {one} and {other}"),
    "contradicts": ("see {one} and {other} as contradicting each other", "shows {one} contradicting {other}"),
}
ABSENT = "something that this brief does not hold"


@dataclass(frozen=True, slots=True)
class End:
    """A linked record in words, and the way to its row."""

    words: str
    label: str
    home: str | None


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link as a sentence in parts: before, one, between, other, after."""

    token: str
    kind: str
    by: str | None
    parts: tuple[str, str, str]
    one: End
    other: End
    cite: Cite
    measures: tuple[str, str] | None  # record ids, where both ends are trade measures


def links_view(book: Book) -> tuple[LinkView, ...]:
    """Every link of the book, in the order of reading."""
    return tuple(_view(book, entry, link) for entry, link in book.all_of(Link))


def _view(book: Book, entry: Entry, link: Link) -> LinkView:
    one, other = (book.entries.get(key) for key in (link.from_, link.to))
    by = book.name(link.attributed_to) if link.attributed_to else None
    pattern = VERBS[link.link][0 if by else 1]
    before, rest = pattern.split("{one}")
    between, after = rest.split("{other}")
    start = capital(by) if by else "The text itself"
    both = one is not None and other is not None
    trade = both and isinstance(one.record, TradeMeasure) and isinstance(other.record, TradeMeasure)  # type: ignore[union-attr]
    return LinkView(
        token=entry.token,
        kind=link.link,
        by=by,
        parts=(f"{start} {before}", between, after),
        one=_end(book, one),
        other=_end(book, other),
        cite=book.cite(link.id),
        measures=(link.from_, link.to) if trade else None,
    )


def _end(book: Book, entry: Entry | None) -> End:
    return End(book.describe(entry), entry.label, entry.home) if entry else End(ABSENT, "", None)
