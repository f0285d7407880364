"""The sources: each document with what is known of it, and the versions that made the brief."""

import re
from collections import Counter
from dataclasses import dataclass

from multivector.brief.book import Book
from multivector.brief.dates import day_words, days_words
from multivector.model import Document

__all__ = ["Source", "date_range", "outlets_of", "sources_view"]

HASH_SHOWN = 12
URL = re.compile(r"https?://[A-Za-z0-9][^\s\"'<>\\^`{|}]*")
LANGUAGES = {"en": "English", "ru": "Russian", "kk": "Kazakh", "de": "German", "fr": "French", "zh": "Chinese"}


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `url` is set only where its name is a plain web address."""

    number: int
    name: str
    url: str
    outlet: str
    title: str
    author: str
    place: str
    published: str
    retrieved: str
    language: str
    hash: str
    cluster: str
    records: int


def sources_view(book: Book) -> tuple[Source, ...]:
    """The documents in the order of reading."""
    sizes = Counter(document.cluster for document in book.documents)
    records = Counter(entry.document.id for entry in book.entries.values())
    numbers = {document.id: n for n, document in enumerate(book.documents, 1)}
    found = []
    for document in book.documents:
        cluster = _cluster(document, sizes[document.cluster], numbers)
        found.append(_source(document, numbers[document.id], cluster, records[document.id]))
    return tuple(found)


def _source(document: Document, number: int, cluster: str, records: int) -> Source:
    return Source(
        number=number,
        name=document.name,
        url=document.name if URL.fullmatch(document.name) else "",
        outlet=document.outlet or "",
        title=document.title or "",
        author=document.author or "",
        place=document.place or "",
        published=day_words(document.published) if document.published else "",
        retrieved=day_words(document.retrieved) if document.retrieved else "",
        language=LANGUAGES.get(document.language, document.language),
        hash=document.content_hash[:HASH_SHOWN],
        cluster=cluster,
        records=records,
    )


def _cluster(document: Document, size: int, numbers: dict[str, int]) -> str:
    if size < 2:
        return "stands alone"
    first = numbers.get(document.cluster)
    if document.cluster == document.id or first is None:
        return f"one of {size} near-copies, counted once"
    return f"near-copy of {first}, counted once with it"


def date_range(book: Book) -> str:
    """The first and last day of publication in words; empty where none is known."""
    days = sorted(document.published for document in book.documents if document.published)
    return days_words(days[0], days[-1]) if days else ""


def outlets_of(book: Book) -> tuple[str, ...]:
    """The outlets by name, those with most documents first."""
    found = Counter(document.outlet for document in book.documents if document.outlet)
    return tuple(name for name, _ in sorted(found.items(), key=lambda item: (-item[1], item[0])))
