"""The sources: each document with what is known of it, and the versions that made the brief."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from multivector.brief.book import Book
from multivector.brief.dates import day_words, days_words
from multivector.brief.words import count
from multivector.model import Document, Event, Record, Statement, TradeMeasure

__all__ = ["Source", "date_range", "outlets_of", "sources_view"]

HASH_SHOWN = 12
NOTHING: Mapping[str, str] = MappingProxyType({})
# The Admiralty code's words for a source (NATO AJP-2.1)
RELIABILITY = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
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
    descriptor: str  # what bears on how far it can be believed, in a sentence (after ICD 206)


def sources_view(book: Book, ratings: Mapping[str, str] = NOTHING) -> tuple[Source, ...]:
    """The documents in the order of reading, each with a descriptor."""
    sizes = Counter(document.cluster for document in book.documents)
    records = Counter(entry.document.id for entry in book.entries.values())
    own: dict[str, list[Record]] = {}
    for entry in book.entries.values():
        own.setdefault(entry.document.id, []).append(entry.record)
    numbers = {document.id: n for n, document in enumerate(book.documents, 1)}
    found = []
    for document in book.documents:
        cluster = _cluster(document, sizes[document.cluster], numbers)
        descriptor = _descriptor(document, cluster, own.get(document.id, []), _rating(document, ratings))
        found.append(_source(document, numbers[document.id], cluster, (records[document.id], descriptor)))
    return tuple(found)


def _source(document: Document, number: int, cluster: str, told: tuple[int, str]) -> Source:
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
        records=told[0],
        descriptor=told[1],
    )


def _rating(document: Document, ratings: Mapping[str, str]) -> str:
    keys = [key for key in (document.id, document.name, document.outlet) if key is not None]
    code = next((ratings[key] for key in keys if key in ratings), None)
    if code is None:
        return "nobody has rated it, so it counts as C, fairly reliable"
    return f"rated {code} ({RELIABILITY.get(code[:1].upper(), 'by its report')})"


def _descriptor(document: Document, cluster: str, records: Sequence[Record], rating: str) -> str:
    """Who published what, when and where; how reliable; how much of it is at first hand; whether it stands alone."""
    by = f", by {document.author}" if document.author else ""
    place = f", from {document.place}" if document.place else ""
    day = f"published {day_words(document.published)}" if document.published else "not dated"
    kept = f", retrieved {day_words(document.retrieved)}" if document.retrieved else ""
    language = LANGUAGES.get(document.language, document.language)
    direct = sum(_first_hand(record) for record in records)
    hand = f"{direct} of {count(len(records), 'record')} at first hand" if records else "no record rests on it"
    outlet = document.outlet or "an outlet that is not known"
    return f"Article of {outlet}{by}{place}, {day}{kept}, in {language}; {rating}; {hand}; {cluster}"


def _first_hand(record: Record) -> bool:
    """Quoted, or told by the outlet itself as done."""
    if isinstance(record, Statement):
        return record.direct
    return isinstance(record, Event | TradeMeasure) and record.attributed_to is None and record.status == "asserted"


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
