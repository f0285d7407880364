"""The export's tables as Parquet."""

from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from multivector.model import KINDS, Actor, Document, Origin, Span
from multivector.store.export.lines import UNPRINTED, Row
from multivector.store.schema import arrow_type, fields_of

__all__ = ["as_arrow", "as_bytes", "schema_for"]

TEXT = pa.string()
CHANGED: dict[str, list[tuple[str, pa.DataType]]] = {
    "evidence": [("evidence", arrow_type(Span))],
    "origin": [("origin", arrow_type(Origin)), ("origins", arrow_type(tuple[Origin, ...]))],
    "stance": [("stance", pa.map_(TEXT, pa.float64())), ("stance_words", pa.map_(TEXT, pa.list_(TEXT)))],
    "from_": [("from", TEXT)],
}


def as_bytes(kind: str, rows: list[Row]) -> bytes:
    """The rows of one kind as a Parquet file; same rows, same bytes."""
    sink = pa.BufferOutputStream()
    pq.write_table(as_arrow(kind, rows), sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data


def as_arrow(kind: str, rows: list[Row]) -> pa.Table:
    """The rows of one kind as an Arrow table."""
    schema = schema_for(kind)
    maps = [field.name for field in schema if pa.types.is_map(field.type)]
    return pa.Table.from_pylist([_with_pairs(row, maps) for row in rows], schema=schema)


def schema_for(kind: str) -> pa.Schema:
    """The columns of a kind's table: those of the noun under the export's names."""
    head = [("kind", TEXT), ("id", TEXT), ("document", TEXT)]
    if kind == "document":
        body = [_pair(f) for f in fields_of(Document) if f.name not in ("id", "text", *UNPRINTED)]
        return pa.schema([*head, *body, ("length", pa.int64()), ("text", TEXT)])
    if kind == "actor":
        body = [_pair(f) for f in fields_of(Actor) if f.name not in ("code", "kind")]
        return pa.schema([*head, ("type", TEXT), *body])
    found = [f for f in fields_of(dict(KINDS)[kind]) if f.name != "id"]
    return pa.schema([*head, *(pair for f in found for pair in CHANGED.get(f.name, [_pair(f)]))])


def _pair(field: Any) -> tuple[str, Any]:
    return field.name, field.type


def _with_pairs(row: Row, maps: list[str]) -> Row:
    return {**row, **{name: list(row[name].items()) for name in maps}}
