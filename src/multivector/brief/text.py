"""The articles' text with a highlight for every piece of evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multivector.brief.book import Book, Entry
from multivector.brief.dates import day_words
from multivector.brief.highlight import Highlight, Piece, pieces_of
from multivector.model import Document, Event, Evidence, Membership, Statement, TradeMeasure

__all__ = ["ArticleText", "Articles", "articles_view"]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One document's paragraphs in pieces."""

    document: Document
    published: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    n: int  # highlights


@dataclass(frozen=True, slots=True)
class Articles:
    """The documents, and the highlights for which they hold no words, so that no link leads nowhere."""

    texts: tuple[ArticleText, ...]
    missing: tuple[Highlight, ...]


def articles_view(book: Book) -> Articles:
    """Every document with its highlights, in the order of reading."""
    spans: dict[str, list[Highlight]] = {document.id: [] for document in book.documents}
    wanted: list[Highlight] = []
    for entry in book.entries.values():
        for document, highlight in _highlights(entry):
            wanted.append(highlight)
            spans.setdefault(document, []).append(highlight)
    texts = tuple(_article(document, spans[document.id]) for document in book.documents)
    placed = {piece.id for text in texts for paragraph in text.paragraphs for piece in paragraph}
    return Articles(texts, tuple(h for h in wanted if h.id and h.id not in placed))


def _article(document: Document, highlights: Sequence[Highlight]) -> ArticleText:
    own = [h for h in highlights if 0 <= h.start < h.end <= len(document.text)]
    published = day_words(document.published) if document.published else ""
    return ArticleText(document, published, tuple(pieces_of(document.text, own)), sum(bool(h.ref) for h in own))


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
