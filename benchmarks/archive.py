"""A coded archive made up by rule, as the tables that a case takes whole: documents of five sentences, a record each.

Every record's words stand in its document's text, as the store demands. Names, days and types are drawn; statements
and events in equal parts.
"""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from multivector.model import Document, Event, Sentence, Statement
from multivector.store.schema import schema_of

__all__ = ["ACTS", "CODES", "PER_DOCUMENT", "record_id", "tables"]

PER_DOCUMENT = 5  # records, one a sentence
NAMES = {
    "RUS": "Russia", "KAZ": "Kazakhstan", "IRN": "Iran", "TUR": "Türkiye", "DEU": "Germany", "JPN": "Japan",
    "BRA": "Brazil", "IND": "India", "FRA": "France", "POL": "Poland", "EGY": "Egypt", "VNM": "Vietnam",
    "CAN": "Canada", "KEN": "Kenya",
}  # fmt: skip
CODES = tuple(NAMES)
ACTS = {
    "SANCTION": "imposed a ban on imports of wheat from", "AGREE": "signed an agreement on transit with",
    "CONSULT": "sent its foreign minister to talks with", "ACCUSE": "accused of interference the government of",
    "COERCE": "expelled two diplomats of",
}  # fmt: skip
GOODS = ("tomatoes", "steel", "oil", "cotton", "fish", "timber", "cars", "sugar", "flowers", "fertiliser")
STATUS = ("asserted", "planned", "denied")
MIX = np.uint64(0x9E3779B97F4A7C15)  # a multiplier that spreads numbers over 64 bits


def record_id(number: int) -> str:
    """The id of the record of that number; even ones are events."""
    return str(_ids("eve" if number % 2 == 0 else "sta", np.array([number]))[0])


def tables(first: int, count: int) -> dict[str, pa.Table]:
    """The tables of so many documents from that number on."""
    draw = np.random.default_rng(first)
    numbers = np.arange(first * PER_DOCUMENT, (first + count) * PER_DOCUMENT)
    who, whom = draw.integers(0, len(CODES), len(numbers)), draw.integers(0, len(CODES), len(numbers))
    act = draw.integers(0, len(ACTS), len(numbers))
    words = [pa.array(tuple(NAMES.values())).take(pa.array(who)), pa.array(tuple(ACTS.values())).take(pa.array(act))]
    words += [pa.array(tuple(NAMES.values())).take(pa.array(whom)), _about(draw, numbers)]
    sentences = pc.binary_join_element_wise(*words, " ")
    lengths = np.asarray(pc.utf8_length(sentences)).astype(np.int64)
    within = np.cumsum(lengths + 1).reshape(count, PER_DOCUMENT) - (lengths + 1).reshape(count, PER_DOCUMENT)
    start = (within - within[:, :1]).ravel()
    ends = start + lengths
    days = pa.array([f"20{y:02}-{m:02}-15" for y in range(4, 25) for m in range(1, 13)])
    day = days.take(pa.array(np.repeat(draw.integers(0, len(days), count), PER_DOCUMENT)))
    documents = _ids("doc", np.arange(first, first + count))
    owners = documents.take(pa.array(np.repeat(np.arange(count), PER_DOCUMENT)))
    common = {
        "in_document": owners, "id": None, "confidence": pa.array(draw.random(len(numbers)).round(2)),
        "evidence": _struct(document=owners, start=pa.array(start), end=pa.array(ends), quote=sentences),
        "origin": _ones(_struct(**{k: _same(v, len(numbers)) for k, v in _ORIGIN.items()})),
    }  # fmt: skip
    events = common | {
        "source": _ones(_coded(who)), "target": _ones(_coded(whom)), "actors": _ones(_coded(who)),
        "type": pa.array(tuple(ACTS)).take(pa.array(act)),
        "status": pa.array(STATUS).take(pa.array(draw.integers(0, len(STATUS), len(numbers)))),
        "date": _struct(start=day, end=day, precision=_same("day", len(numbers))),
    }  # fmt: skip
    statements = common | {
        "speaker": _struct(name=words[0], actor=_coded(who), state=_coded(who), role=_none(len(numbers)),
                           start=pa.nulls(len(numbers), pa.int64()), end=pa.nulls(len(numbers), pa.int64()),
                           unresolved=_none(len(numbers))),
        "direct": _same(False, len(numbers)), "cue": _same("say", len(numbers)),
        "content": _struct(start=pa.array(start), end=pa.array(ends), quote=sentences),
        "about": _ones(_coded(whom)),
        "stance": _ones(_struct(actor=_coded(whom), value=pa.array((draw.random(len(numbers)) * 2 - 1).round(1)),
                                words=_lists(len(numbers), pa.string()))),
    }  # fmt: skip
    texts = pc.binary_join(pa.ListArray.from_arrays(np.arange(count + 1, dtype="int32") * PER_DOCUMENT, sentences), " ")
    return {
        "document": _documents(first, documents, texts, day.take(pa.array(np.arange(count) * PER_DOCUMENT))),
        "sentence": _filled(Sentence, {"in_document": owners, "start": pa.array(start), "end": pa.array(ends),
                                       "paragraph": pa.array(np.zeros(len(numbers), np.int64))}),
        "event": _half(Event, events, numbers, 0), "statement": _half(Statement, statements, numbers, 1),
    }  # fmt: skip


_ORIGIN = {"reader": "made", "rule": "by-rule", "version": "1"}


def _half(cls: type, columns: dict[str, Any], numbers: Any, rest: int) -> pa.Table:
    """The records whose number is even, or odd, as their noun's table."""
    mine = pa.array(np.flatnonzero(numbers % 2 == rest))
    found = {name: column.take(mine) for name, column in columns.items() if column is not None}
    found["id"] = _ids("eve" if rest == 0 else "sta", numbers[numbers % 2 == rest])
    return _filled(cls, found)


def _about(draw: Any, numbers: Any) -> pa.Array:
    """What it was about: a good and a number, so that no two sentences are the same."""
    goods = pa.array(GOODS).take(pa.array(draw.integers(0, len(GOODS), len(numbers))))
    return pc.binary_join_element_wise("over", goods, "under resolution", pa.array(numbers).cast(pa.string()), ".", " ")


def _documents(first: int, ids: pa.Array, texts: pa.Array, days: pa.Array) -> pa.Table:
    count = len(ids)
    names = pa.array([f"{n // 1000:06}/{n:09}.txt" for n in range(first, first + count)])
    digests = pc.binary_join_element_wise(ids, ids, "")
    outlets = pa.array([f"Outlet {n}" for n in range(40)]).take(pa.array(np.arange(count) % 40))
    made = {
        "in_document": ids, "id": ids, "name": names, "outlet": outlets, "title": pc.utf8_slice_codeunits(texts, 0, 60),
        "published": days, "language": _same("en", count), "text": texts, "content_hash": digests, "cluster": ids,
    }  # fmt: skip
    return _filled(Document, made)


def _filled(cls: type, made: dict[str, Any]) -> pa.Table:
    """The table of a noun, what was not made empty."""
    schema, count = schema_of(cls), len(made["in_document"])
    columns = [made[f.name].cast(f.type) if f.name in made else _empty(f, count) for f in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _empty(field: pa.Field, count: int) -> pa.Array:
    return (
        _lists(count, field.type.value_type) if pa.types.is_list(field.type) else pa.array([None] * count, field.type)
    )


def _ids(kind: str, numbers: Any) -> pa.Array:
    """Ids of the form that `make_id` gives, spread evenly, without its hashing."""
    with np.errstate(over="ignore"):
        mixed = numbers.astype(np.uint64) * MIX
    return pa.array(
        [f"{kind}-{one:016x}{number % 65536:04x}" for one, number in zip(mixed.tolist(), numbers.tolist(), strict=True)]
    )


def _coded(places: Any) -> pa.Array:
    return pa.array(CODES).take(pa.array(places))


def _struct(**columns: pa.Array) -> pa.Array:
    return pa.StructArray.from_arrays(list(columns.values()), names=list(columns))


def _ones(values: pa.Array) -> pa.Array:
    """Lists of one value each."""
    return pa.ListArray.from_arrays(np.arange(len(values) + 1, dtype="int32"), values)


def _lists(count: int, kind: pa.DataType) -> pa.Array:
    return pa.ListArray.from_arrays(np.zeros(count + 1, dtype="int32"), pa.array([], kind))


def _same(value: Any, count: int) -> pa.Array:
    return pa.repeat(pa.scalar(value), count)


def _none(count: int) -> pa.Array:
    return pa.nulls(count, pa.string())
