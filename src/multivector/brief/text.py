"""The articles' text with a highlight for every piece of evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from multivector.brief.book import Book, Entry
from multivector.brief.dates import day_words
from multivector.brief.given import BriefInput
from multivector.brief.highlight import Highlight, Piece, pieces_of
from multivector.model import Document, Event, Evidence, Membership, Sentence, Statement, TradeMeasure

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
    excerpts: bool = False  # only the cited sentences are there


def articles_view(book: Book, given: BriefInput | None = None) -> Articles:
    """Every document with its highlights, in the order of reading; without texts, the cited sentences alone."""
    spans: dict[str, list[Highlight]] = {document.id: [] for document in book.documents}
    wanted: list[Highlight] = []
    for entry in book.entries.values():
        for document, highlight in _highlights(entry):
            wanted.append(highlight)
            spans.setdefault(document, []).append(highlight)
    bare = given is not None and not given.texts
    sentences = {one.document.id: one.sentences for one in given.readings} if given and bare else {}
    texts = tuple(_article(document, spans[document.id], sentences.get(document.id)) for document in book.documents)
    placed = {piece.id for text in texts for paragraph in text.paragraphs for piece in paragraph}
    return Articles(texts, tuple(h for h in wanted if h.id and h.id not in placed), bare)


def _article(document: Document, highlights: Sequence[Highlight], sentences: Sequence[Sentence] | None) -> ArticleText:
    own = [h for h in highlights if 0 <= h.start < h.end <= len(document.text)]
    published = day_words(document.published) if document.published else ""
    pieces = pieces_of(document.text, own) if sentences is None else _excerpts(document.text, own, sentences)
    return ArticleText(document, published, tuple(pieces), sum(bool(h.ref) for h in own))


def _excerpts(text: str, highlights: Sequence[Highlight], sentences: Sequence[Sentence]) -> list[tuple[Piece, ...]]:
    """The sentences that hold evidence, each a paragraph of its own; all else of the text is left out."""
    found: list[tuple[Piece, ...]] = []
    for start, end in _cited_spans(highlights, sentences):
        inside = [replace(h, start=h.start - start, end=h.end - start) for h in highlights if start <= h.start < end]
        found += pieces_of(text[start:end].replace("\n", " "), inside)
    return found


def _cited_spans(highlights: Sequence[Highlight], sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The spans of the cited sentences; sentences that one piece of evidence runs over are one span."""
    spans: list[tuple[int, int]] = []
    for h in sorted(highlights, key=lambda h: (h.start, h.end)):
        touched = [s for s in sentences if s.start < h.end and h.start < s.end]
        start, end = min((h.start, *(s.start for s in touched))), max((h.end, *(s.end for s in touched)))
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


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
