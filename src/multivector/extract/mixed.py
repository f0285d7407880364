"""The readings of a document's languages as one."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.extract.memberships import once_each
from multivector.model import Actor, Document, Membership, Reading, Record, Sentence, Withheld

__all__ = ["as_one", "unread", "unread_document"]

SHOWN = 80  # characters of a passage that is not read


def unread(text: str, language: str, spans: Sequence[tuple[int, int]]) -> list[Withheld]:
    """What is kept of passages that no reader knows: where they begin, their first words, and why they are not read."""
    return [_withheld("paragraph", text, language, span) for span in spans]


def unread_document(document: Document) -> Reading:
    """The reading of a document whose language no reader knows: nothing, and why; of an empty one just nothing."""
    span = (0, len(document.text))
    held = (_withheld("document", document.text, document.language, span),) if document.text else ()
    return Reading(document, (), (), (), (), held)


def _withheld(kind: str, text: str, language: str, span: tuple[int, int]) -> Withheld:
    start, end = span[0], min(span[1], span[0] + SHOWN)
    return Withheld(kind, f"there is no reader for its language ({language})", start, end, text[start:end])


def as_one(
    document: Document, spans: Sequence[tuple[int, int]], parts: Sequence[Reading], held: Sequence[Withheld]
) -> Reading:
    """The readings of parts of a document together; sentences get the numbers of the document's own paragraphs.

    A standing that is told in two languages is one record, with the words of both.
    """
    sentences = sorted((_numbered(s, spans) for part in parts for s in part.sentences), key=lambda s: s.start)
    mentions = sorted({m for part in parts for m in part.mentions}, key=lambda m: (m.start, m.end, m.actor))
    cast: dict[str, Actor] = {}
    for part in parts:
        for actor in part.actors:
            cast.setdefault(actor.code, actor)
    records = sorted((r for part in parts for r in part.records), key=_place)
    standings = once_each(r for r in records if isinstance(r, Membership))
    told = sorted([*(r for r in records if not isinstance(r, Membership)), *standings], key=_place)
    withheld = sorted([*(w for part in parts for w in part.withheld), *held], key=lambda w: (w.start, w.end))
    actors = tuple(cast[code] for code in sorted(cast))
    return Reading(document, tuple(sentences), tuple(mentions), actors, tuple(told), tuple(withheld))


def _place(record: Record) -> tuple[int, int, str]:
    return (record.evidence.start, record.evidence.end, record.id)


def _numbered(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Sentence:
    number = next((n for n, (start, end) in enumerate(spans) if start <= sentence.start < end), sentence.paragraph)
    return replace(sentence, paragraph=number)
