"""One table a kind, as CSV for spreadsheets and as Parquet for databases."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from multivector.model import KINDS, Actor, Document, Origin, Span, Speaker, When
from multivector.store.atomic import write_atomic
from multivector.store.export.lines import UNPRINTED, Row, actor_row, document_row, record_row
from multivector.store.view import View

__all__ = ["export_csv", "export_parquet", "guard", "tables"]

# A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV Injection"; the last four are full-width).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

NESTED: dict[str, type] = {
    "evidence": Span,
    "origin": Origin,
    "speaker": Speaker,
    "content": Span,
    "said_on": When,
    "date": When,
}


def tables(view: View) -> Iterator[tuple[str, list[Row]]]:
    """Each kind's name and its rows, as the export has them; a record's `origins` are always there."""
    documents = view.documents()
    names = {document.id: document.name for document in documents}
    yield "document", [document_row(document) for document in documents]
    yield "actor", [actor_row(actor) for actor in view.actors()]
    for kind, _ in KINDS:
        yield kind, [_with_origins(record_row(record, names)) for record in view.records(kind)]


def export_csv(view: View, folder: Path) -> tuple[Path, ...]:
    """Write KIND.csv for each kind into the folder; returns the paths.

    A nested part becomes columns (`speaker.name`), codes are joined by "; ", deeper lists are JSON. A text that a
    spreadsheet would run as a formula gets a ' before it.
    """
    written = []
    for kind, rows in tables(view):
        out = io.StringIO(newline="")
        writer = csv.writer(out)  # with CRLF, as RFC 4180 has it: Python < 3.13 quotes a CR only then
        writer.writerow(_columns(kind))
        writer.writerows([_cell(_value(row, column)) for column in _columns(kind)] for row in rows)
        written.append(folder / f"{kind}.csv")
        write_atomic(written[-1], out.getvalue().encode("utf-8"))
    return tuple(written)


def export_parquet(view: View, folder: Path) -> tuple[Path, ...]:
    """Write KIND.parquet for each kind into the folder, typed as its noun is; returns the paths."""
    from multivector.store.export.parquet import as_bytes  # Arrow takes 0.2 s to import

    written = []
    for kind, rows in tables(view):
        written.append(folder / f"{kind}.parquet")
        write_atomic(written[-1], as_bytes(kind, rows))
    return tuple(written)


def guard(text: str) -> str:
    """The text so that no spreadsheet runs it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _with_origins(row: Row) -> Row:
    return {"origins": [row["origin"]], **row}


def _columns(kind: str) -> list[str]:
    """The columns of a kind's table, from its noun's fields alone: an empty table has them too."""
    columns: list[str] = []
    for key in _keys(kind):
        parts = [field.name for field in fields(NESTED[key])] if key in NESTED else []
        columns += [f"{key}.{part}" for part in parts] or [key]
    return columns


def _keys(kind: str) -> list[str]:
    if kind == "document":
        names = [f.name for f in fields(Document) if f.name not in ("id", "text", *UNPRINTED)]
        return ["kind", "id", "document", *names, "length", "text"]
    if kind == "actor":
        return ["kind", "id", "document", "type", *(f.name for f in fields(Actor) if f.name not in ("code", "kind"))]
    head = ["kind", "id", "document", "evidence", "origin", "origins", "confidence"]
    names = [f.name.rstrip("_") for f in fields(dict(KINDS)[kind]) if f.name not in head]
    return [*head, *(key for name in names for key in ([name, "stance_words"] if name == "stance" else [name]))]


def _value(row: Row, column: str) -> Any:
    key, _, part = column.partition(".")
    value = row[key]
    return value.get(part) if part and value is not None else value


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "; ".join(value)
    return guard(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
