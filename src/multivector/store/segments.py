"""Segments: immutable Parquet files, each with rows of one kind from one or more documents."""

from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from multivector.errors import InputError, StoreError, UnreadableInput
from multivector.model import Document
from multivector.model.codec import from_plain, to_plain
from multivector.store.atomic import write_atomic
from multivector.store.columns import as_columns
from multivector.store.kinds import OWNER, SCHEMA_VERSION, STORED, VERSION_KEY
from multivector.store.schema import schema_of

__all__ = [
    "MEND", "as_table", "count_rows", "read_columns", "read_rows", "read_run", "read_segment", "read_table",
    "segment_path", "write_segment",
]  # fmt: skip

MEND = "delete the case's .multivector folder and read the case again"
# Rows that are read together when one is wanted: fewer make a look-up faster and the file larger.
GROUP, GROUP_DOCUMENTS = 4096, 512
FEET = 64  # segments whose footers are kept, about 0.3 MB each: they say where every column of every group lies


def segment_path(folder: Path, kind: str, segment: str) -> Path:
    """Where the segment's rows of that kind lie under a case's .multivector folder."""
    return folder / "segments" / kind / f"{segment}.parquet"


def as_table(kind: str, document: Document, nouns: tuple[Any, ...]) -> pa.Table:
    """The nouns of one document as an Arrow table.

    Raises UnreadableInput where a text holds a character that no encoding can store, or a number is too large.
    """
    rows = [{OWNER: document.id, **to_plain(noun)} for noun in nouns]
    try:
        return as_columns(rows, schema_of(STORED[kind]))
    except UnicodeEncodeError as error:
        code = f"U+{ord(error.object[error.start]):04X}"
        message = f"holds half a character ({code}), which cannot be stored; decode the source with replacement"
        raise UnreadableInput(f"{document.name}: a {kind} {message}") from error
    except (pa.ArrowInvalid, OverflowError) as error:
        raise UnreadableInput(f"{document.name}: a {kind} cannot be stored: {error}") from error


def write_segment(folder: Path, kind: str, segment: str, tables: list[pa.Table], *, codec: str = "zstd") -> int:
    """Write the tables as one segment, aside and renamed; returns the number of rows. Same rows, same bytes.

    `codec` is one of Parquet's: zstd makes files small, snappy takes half the time to write.
    """
    table = pa.concat_tables(tables)
    sink = pa.BufferOutputStream()
    group = GROUP_DOCUMENTS if kind == "document" else GROUP
    told = [OWNER, "id"]  # of which the least and greatest are kept: of all columns that would take a fifth of the time
    pq.write_table(table, sink, compression=codec, use_dictionary=[OWNER], write_statistics=told, row_group_size=group)
    write_atomic(segment_path(folder, kind, segment), sink.getvalue())
    return int(table.num_rows)


def read_table(folder: Path, kind: str, segment: str) -> pa.Table:
    """The segment's rows as an Arrow table; raises StoreError where it is gone, broken or of another schema."""
    path = segment_path(folder, kind, segment)
    # One thread: the scanner's own threads can still run when a short command ends, and abort it then.
    with _reading(path):
        return _open(path, pa.BufferReader(path.read_bytes())).read(use_threads=False)


def read_segment(folder: Path, kind: str, segment: str) -> list[tuple[str, Any]]:
    """Each row as the id of its document and the noun; raises StoreError as read_table does."""
    return _nouns(segment_path(folder, kind, segment), kind, read_table(folder, kind, segment))


def read_columns(folder: Path, kind: str, segment: str, columns: Sequence[str]) -> pa.Table:
    """Some columns of the segment, in its order of rows; raises StoreError as read_table does."""
    path = segment_path(folder, kind, segment)
    with _reading(path), pa.memory_map(str(path)) as file:
        return _open(path, file).read(list(columns), use_threads=False)


def read_rows(folder: Path, kind: str, segment: str, rows: Iterable[int]) -> list[tuple[str, Any]]:
    """Some rows by their numbers, as `read_segment` gives them; only what is stored together with them is read."""
    path, groups = segment_path(folder, kind, segment), dict[int, pa.Table]()
    found = []
    with _reading(path), pa.memory_map(str(path)) as file:
        segments = _open(path, file, _foot(path))
        for row in rows:
            group, place = _group(segments, row)
            if group not in groups:
                groups = {group: segments.read_row_group(group, use_threads=False)}
            found.append(groups[group].slice(place, 1))
    return [noun for table in found for noun in _nouns(path, kind, table)]


def read_run(folder: Path, kind: str, segment: str, row: int) -> list[tuple[str, Any]]:
    """The row of that number and those behind it that are of the same document."""
    path, found, owner = segment_path(folder, kind, segment), [], None
    with _reading(path), pa.memory_map(str(path)) as file:
        segments = _open(path, file, _foot(path))
        group, place = _group(segments, row)
        for number in range(group, segments.num_row_groups):
            table = segments.read_row_group(number, use_threads=False).slice(place if number == group else 0)
            owners = table[OWNER].to_pylist()
            owner = owner or owners[0]
            same = next((n for n, one in enumerate(owners) if one != owner), len(owners))
            found.append(table.slice(0, same))
            if same < len(owners):
                break
    return [noun for table in found for noun in _nouns(path, kind, table)]


def _nouns(path: Path, kind: str, table: pa.Table) -> list[tuple[str, Any]]:
    cls = STORED[kind]
    try:
        return [(row.pop(OWNER), from_plain(cls, row)) for row in table.to_pylist()]
    except InputError as error:
        raise StoreError(f"{path}: {error}; {MEND}") from error


def _group(segments: pq.ParquetFile, row: int) -> tuple[int, int]:
    """In which group of rows that row is, and at which place."""
    for number in range(segments.num_row_groups):
        size = segments.metadata.row_group(number).num_rows
        if row < size:
            return number, row
        row -= size
    raise StoreError(f"a segment has no row {row} more; {MEND}")


def _foot(path: Path) -> pq.FileMetaData:
    """The segment's footer; who looks up several rows of a segment reads it once."""
    told = path.stat()
    return _kept_foot(path, (told.st_ino, told.st_size, told.st_mtime_ns))


@lru_cache(FEET)
def _kept_foot(path: Path, _: tuple[int, ...]) -> pq.FileMetaData:
    return pq.read_metadata(path)


def _open(path: Path, file: Any, foot: pq.FileMetaData | None = None) -> pq.ParquetFile:
    opened = pq.ParquetFile(file, metadata=foot)
    found = (opened.schema_arrow.metadata or {}).get(VERSION_KEY, b"none").decode()
    if found != str(SCHEMA_VERSION):
        raise StoreError(f"{path}: its schema is {found}, this version reads {SCHEMA_VERSION}; {MEND}")
    return opened


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """What goes wrong with that file meanwhile, as a StoreError."""
    try:
        yield
    except FileNotFoundError as error:
        raise StoreError(f"{path}: gone; the case was read again meanwhile, so run the command again") from error
    except (OSError, pa.ArrowException) as error:
        raise StoreError(f"{path}: cannot be read ({error}); {MEND}") from error


def count_rows(folder: Path, kind: str, segment: str, documents: Container[str] | None = None) -> int:
    """How many rows of the segment are of these documents, without them of all; no more is read than that takes."""
    path = segment_path(folder, kind, segment)
    if documents is None:
        with _reading(path), pa.memory_map(str(path)) as file:
            return int(_open(path, file).metadata.num_rows)
    return sum(owner in documents for owner in read_columns(folder, kind, segment, [OWNER])[OWNER].to_pylist())
