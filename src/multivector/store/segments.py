"""Segments: immutable Parquet files, each with rows of one kind from one or more documents."""

from collections.abc import Container
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from multivector.errors import InputError, StoreError, UnreadableInput
from multivector.model import Document
from multivector.model.codec import from_plain, to_plain
from multivector.store.atomic import write_atomic
from multivector.store.kinds import OWNER, SCHEMA_VERSION, STORED, VERSION_KEY
from multivector.store.schema import schema_of

__all__ = ["as_table", "count_rows", "read_segment", "read_table", "segment_path", "write_segment"]

MEND = "delete the case's .multivector folder and read the case again"


def segment_path(folder: Path, kind: str, segment: str) -> Path:
    """Where the segment's rows of that kind lie under a case's .multivector folder."""
    return folder / "segments" / kind / f"{segment}.parquet"


def as_table(kind: str, document: Document, nouns: tuple[Any, ...]) -> pa.Table:
    """The nouns of one document as an Arrow table.

    Raises UnreadableInput where a text holds a character that no encoding can store, or a number is too large.
    """
    rows = [{OWNER: document.id, **to_plain(noun)} for noun in nouns]
    try:
        return pa.Table.from_pylist(rows, schema=schema_of(STORED[kind]))
    except UnicodeEncodeError as error:
        code = f"U+{ord(error.object[error.start]):04X}"
        message = f"holds half a character ({code}), which cannot be stored; decode the source with replacement"
        raise UnreadableInput(f"{document.name}: a {kind} {message}") from error
    except (pa.ArrowInvalid, OverflowError) as error:
        raise UnreadableInput(f"{document.name}: a {kind} cannot be stored: {error}") from error


def write_segment(folder: Path, kind: str, segment: str, tables: list[pa.Table]) -> int:
    """Write the tables as one segment, aside and renamed; returns the number of rows. Same rows, same bytes."""
    table = pa.concat_tables(tables)
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", use_dictionary=[OWNER])
    write_atomic(segment_path(folder, kind, segment), sink.getvalue())
    return int(table.num_rows)


def read_table(folder: Path, kind: str, segment: str) -> pa.Table:
    """The segment's rows as an Arrow table; raises StoreError where it is gone, broken or of another schema."""
    path = segment_path(folder, kind, segment)
    try:
        # One thread: the scanner's own threads can still run when a short command ends, and abort it then.
        table = pq.ParquetFile(pa.BufferReader(path.read_bytes())).read(use_threads=False)
    except FileNotFoundError as error:
        raise StoreError(f"{path}: gone; the case was read again meanwhile, so run the command again") from error
    except (OSError, pa.ArrowException) as error:
        raise StoreError(f"{path}: cannot be read ({error}); {MEND}") from error
    found = (table.schema.metadata or {}).get(VERSION_KEY, b"none").decode()
    if found != str(SCHEMA_VERSION):
        raise StoreError(f"{path}: its schema is {found}, this version reads {SCHEMA_VERSION}; {MEND}")
    return table


def read_segment(folder: Path, kind: str, segment: str) -> list[tuple[str, Any]]:
    """Each row as the id of its document and the noun; raises StoreError as read_table does."""
    rows = read_table(folder, kind, segment).to_pylist()
    cls = STORED[kind]
    try:
        return [(row.pop(OWNER), from_plain(cls, row)) for row in rows]
    except InputError as error:
        raise StoreError(f"{segment_path(folder, kind, segment)}: {error}; {MEND}") from error


def count_rows(folder: Path, kind: str, segment: str, documents: Container[str]) -> int:
    """How many rows of the segment are of these documents; only the column that says so is read."""
    path = segment_path(folder, kind, segment)
    try:
        owners = pq.ParquetFile(pa.BufferReader(path.read_bytes())).read([OWNER], use_threads=False)
    except (OSError, pa.ArrowException) as error:
        raise StoreError(f"{path}: cannot be read ({error}); {MEND}") from error
    return sum(owner in documents for owner in owners[OWNER].to_pylist())
