"""The readings of a document's languages as one."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.model import Actor, Document, Reading, Sentence, Withheld

__all__ = ["as_one", "unread"]

SHOWN = 80  # characters of a passage that is not read


def unread(text: str, language: str, spans: Sequence[tuple[int, int]]) -> list[Withheld]:
    """What is kept of passages that no reader knows: where they are, and why they are not read."""
    reason = f"there is no reader for its language ({language})"
    return [Withheld("paragraph", reason, start, end, text[start : min(end, start + SHOWN)]) for start, end in spans]


def as_one(
    document: Document, spans: Sequence[tuple[int, int]], parts: Sequence[Reading], held: Sequence[Withheld]
) -> Reading:
    """The readings of parts of a document together; sentences get the numbers of the document's own paragraphs."""
    sentences = sorted((_numbered(s, spans) for part in parts for s in part.sentences), key=lambda s: s.start)
    mentions = sorted({m for part in parts for m in part.mentions}, key=lambda m: (m.start, m.end, m.actor))
    cast: dict[str, Actor] = {}
    for part in parts:
        for actor in part.actors:
            cast.setdefault(actor.code, actor)
    records = sorted(
        (r for part in parts for r in part.records), key=lambda r: (r.evidence.start, r.evidence.end, r.id)
    )
    withheld = sorted([*(w for part in parts for w in part.withheld), *held], key=lambda w: (w.start, w.end))
    actors = tuple(cast[code] for code in sorted(cast))
    return Reading(document, tuple(sentences), tuple(mentions), actors, tuple(records), tuple(withheld))


def _numbered(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Sentence:
    number = next((n for n, (start, end) in enumerate(spans) if start <= sentence.start < end), sentence.paragraph)
    return replace(sentence, paragraph=number)
