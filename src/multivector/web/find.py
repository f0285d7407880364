"""Search: where words stand in the case's articles. One function, so that an index can take the place of the scan."""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.model import Document

__all__ = ["Hit", "find"]

SNIPPETS, AROUND = 3, 90  # a document; characters on each side of a hit


@dataclass(frozen=True, slots=True)
class Hit:
    """A document with the spans in which words of the question stand, the first few as snippets."""

    document: str
    n: int
    spans: tuple[tuple[int, int], ...]


def find(documents: Sequence[Document], folded: Sequence[str], question: str) -> list[Hit]:
    """The documents that hold every word of the question, or its "words in quotation marks" as they stand.

    `folded` are the documents' texts in lower case, of the same lengths. Most hits first, then the order given.
    """
    words = _words(question)
    hits = []
    for document, text in zip(documents, folded, strict=True):
        title = (document.title or "").casefold()
        if words and all(word in text or word in title for word in words):
            spans = sorted(span for word in words for span in _spans(text, word))
            hits.append(Hit(document.id, len(spans), tuple(spans[:SNIPPETS])))
    return sorted(hits, key=lambda hit: -hit.n)


def _words(question: str) -> list[str]:
    parts = question.casefold().split('"')
    whole = [part.strip() for part in parts[1::2] if part.strip()]
    return [*whole, *(word for part in parts[::2] for word in part.split())][:12]


def _spans(text: str, word: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = text.find(word)
    while at >= 0 and len(found) < 50:
        found.append((at, at + len(word)))
        at = text.find(word, at + len(word))
    return found
