"""Russian sentences with the events that they tell (evals/data/russian_sentences.jsonl), and how many are found."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from multivector.model import Document, Event, content_hash, document_id
from multivector.pipeline import read_article

__all__ = ["FOLDER", "sentences"]

FOLDER = Path(__file__).parent / "data" / "russian_sentences.jsonl"
ANY = "*"
Wanted = list[str]  # source, type, target


def sentences() -> dict[str, float]:
    """The share of events found: in the sentence itself, with type, source and target ("*" is anything)."""
    rows = [json.loads(line) for line in FOLDER.read_text("utf-8").splitlines()]
    hits = [hit for row in rows for hit in _hits(row)]
    return {"events": len(hits), "event_recall": round(sum(hits) / len(hits), 3)}


def _hits(row: dict[str, Any]) -> Iterator[bool]:
    parts: list[tuple[int, int, list[list[Wanted]]]] = []
    text = ""
    for sentence in row["sentences"]:
        text += ("\n\n" if sentence["text"].startswith("—") else " ") if text else ""
        parts.append((len(text), len(text) + len(sentence["text"]), sentence["events"]))
        text += sentence["text"]
    found = [r for r in read_article(_document(text, row["published"])).records if isinstance(r, Event)]
    for start, end, wanted in parts:
        here = [e for e in found if start <= e.evidence.start < end]
        for ways in wanted:
            yield any(_fits(event, way) for event in here for way in ways)


def _document(text: str, day: str) -> Document:
    digest = content_hash(text.encode())
    identity = document_id("sentences", digest)
    return Document(identity, "s", None, None, None, None, day, None, "ru", text, digest, ((0, 0),), identity)


def _fits(event: Event, way: Sequence[str]) -> bool:
    source, kind, target = way[:3]
    together = len(event.source) > 1 and source in event.source  # a mutual act has all sides as its sources
    targets = (*event.target, *(event.source if together else ()))
    return kind in (ANY, event.type) and _names(source, event.source) and _names(target.rstrip("?"), targets)


def _names(wanted: str, codes: Sequence[str]) -> bool:
    return wanted == ANY or wanted in codes
