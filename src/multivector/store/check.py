"""The check at the store's door: no record without words that stand where it says."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from multivector.errors import EvidenceError, InputError
from multivector.model import Evidence, Mention, Reading, Record, Sentence, Span, Withheld, check_evidence, kind_of
from multivector.model.codec import from_plain, to_plain

__all__ = ["check_reading", "spans_in"]


def check_reading(reading: Reading) -> None:
    """Raise EvidenceError, naming the document and the record, unless the whole reading stands.

    Every Evidence and Span of every record must say what the document's text says at its place, be of that document,
    and every record must have an id of its own; a withheld claim's words must stand too.
    """
    seen: set[str] = set()
    for record in reading.records:
        _check_record(record, reading, seen)
        seen.add(record.id)
    for held in reading.withheld:
        _check_words(held, f"a withheld {held.kind}", reading)
    places: tuple[Sentence | Mention, ...] = (*reading.sentences, *reading.mentions)
    for place in places:
        if not 0 <= place.start < place.end <= len(reading.document.text):
            raise EvidenceError(f"{reading.document.name}: {place} lies outside the text")
    for noun in (reading.document, *reading.sentences, *reading.mentions, *reading.actors, *reading.withheld):
        _check_values(noun, type(noun).__name__.lower(), reading.document.name)


def spans_in(noun: Any) -> Iterator[Evidence | Span]:
    """Every Evidence and Span anywhere inside the noun, in the order of its fields."""
    if isinstance(noun, Evidence | Span):
        yield noun
    elif isinstance(noun, tuple):
        for item in noun:
            yield from spans_in(item)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from spans_in(getattr(noun, field.name))


def _check_record(record: Record, reading: Reading, seen: set[str]) -> None:
    what = f"{kind_of(record)} {record.id}"
    name = reading.document.name
    if record.id in seen:
        raise EvidenceError(f"{name}: two records have the id {record.id}; its identity fields must tell them apart")
    for span in spans_in(record):
        _check_words(span, what, reading)
    if not record.origin:
        raise EvidenceError(f"{name}: {what} names no rule that made it")
    if not 0 <= record.confidence <= 1:
        raise EvidenceError(f"{name}: {what} has the confidence {record.confidence}, which is not within 0..1")
    _check_values(record, what, name)


def _check_words(span: Evidence | Span | Withheld, what: str, reading: Reading) -> None:
    document = reading.document
    if isinstance(span, Evidence) and span.document != document.id:
        raise EvidenceError(f"{document.name}: {what} rests on another document, {span.document}")
    try:
        check_evidence(Span(span.start, span.end, span.quote), document.text)
    except EvidenceError as error:
        raise EvidenceError(f"{document.name}: {what}: {error}") from error


def _check_values(noun: Any, what: str, name: str) -> None:
    """What is stored must come back as it was: values that do not fit their hints are refused here, not when read."""
    try:
        same = from_plain(type(noun), to_plain(noun)) == noun
    except InputError as error:
        raise EvidenceError(f"{name}: {what}: {error}") from error
    if not same:
        raise EvidenceError(f"{name}: {what} would not come back as it is stored")
