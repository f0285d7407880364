"""The articles' text with a highlight for every piece of evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multivector.brief.book import Book, Entry
from multivector.brief.highlight import Highlight, Piece, paragraphs_of, pieces_of
from multivector.model import Document, Event, Evidence, Membership, Statement, TradeMeasure

__all__ = ["ArticleText", "articles_view"]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One document's paragraphs in pieces."""

    document: Document
    paragraphs: tuple[tuple[Piece, ...], ...]
    n: int  # highlights


def articles_view(book: Book) -> tuple[ArticleText, ...]:
    """Every document with its highlights, in the order of reading."""
    spans: dict[str, list[Highlight]] = {document.id: [] for document in book.documents}
    for entry in book.entries.values():
        for document, highlight in _highlights(entry):
            if document in spans:
                spans[document].append(highlight)
    return tuple(_article(document, spans[document.id]) for document in book.documents)


def _article(document: Document, highlights: Sequence[Highlight]) -> ArticleText:
    size = len(document.text)
    own = [h for h in highlights if 0 <= h.start < h.end <= size]
    found = tuple(tuple(pieces_of(document.text, own, bounds)) for bounds in paragraphs_of(document.text))
    return ArticleText(document, found, sum(bool(h.ref) for h in own))


def _highlights(entry: Entry) -> Iterator[tuple[str, Highlight]]:
    """The record's evidence, each with an id and a way back; a statement's content within it is tinted."""
    record = entry.record
    also: tuple[Evidence, ...] = record.also if isinstance(record, Event | TradeMeasure | Membership) else ()
    for n, evidence in enumerate((record.evidence, *also)):
        mark = f"{entry.mark}:{n + 1}" if n else entry.mark
        kind = "frame" if isinstance(record, Statement) else entry.kind
        yield evidence.document, Highlight(evidence.start, evidence.end, kind, mark, entry.home, entry.label)
    if isinstance(record, Statement):
        content = record.content
        yield record.evidence.document, Highlight(content.start, content.end, "statement", "", "", "")
