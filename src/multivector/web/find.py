"""Search: the store's index asked for sentences and records, gathered by article."""

import re
from dataclasses import dataclass
from pathlib import Path

from multivector.store import Store
from multivector.store.search_index import Asking

__all__ = ["Hit", "find", "marked"]

ASKED = 300  # sentences and records that the index is asked for
STEM = 4  # letters that a word must share with one that was asked for, to be marked in a snippet


@dataclass(frozen=True, slots=True)
class Hit:
    """An article: the sentences that answer, the best first, and the ids of the records that do."""

    document: str
    sentences: tuple[str, ...]
    records: tuple[str, ...]


def find(case: Path, question: str) -> list[Hit]:
    """The articles that answer best; the index is brought up to date first."""
    sentences: dict[str, list[str]] = {}
    records: dict[str, list[str]] = {}
    for found in Store.open(case).search(Asking(question, limit=ASKED)):
        box, part = (records, found.id) if found.id else (sentences, found.quote)
        sentences.setdefault(found.document, [])
        box.setdefault(found.document, []).append(part)
    return [Hit(key, tuple(told), tuple(records.get(key, ()))) for key, told in sentences.items()]


def marked(sentence: str, question: str) -> tuple[tuple[str, bool], ...]:
    """The sentence in pieces, those that begin like a word of the question marked."""
    words = [word[:-1] if len(word) > STEM + 1 else word for word in re.findall(r"\w+", question.casefold())]
    if not words:
        return ((sentence, False),)
    pattern = re.compile(rf"(\b(?:{'|'.join(map(re.escape, words))})\w*)", re.IGNORECASE)
    return tuple((part, i % 2 == 1) for i, part in enumerate(pattern.split(sentence)) if part)
