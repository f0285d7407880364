"""Rows of a table of texts, one at a time: JSON lines, CSV or Parquet, whatever its size."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from multivector.errors import MissingInput, UnreadableInput

__all__ = ["KINDS", "Row", "read_rows"]

Row = dict[str, Any]
KINDS = (".jsonl", ".csv", ".parquet")
BATCH = 1000  # rows of a Parquet file that are held at once
LONGEST = 64 * 1024**2  # characters of one cell


def read_rows(path: Path) -> Iterator[tuple[int, Row | None]]:
    """Each row with its number (the line's in a JSON-lines file), None in the place of one without id and text.

    Raises MissingInput where there is no file and UnreadableInput where it is of no kind that is read, or broken.
    """
    if not path.is_file():
        raise MissingInput(f"{path}: no such file")
    readers = {".jsonl": _lines, ".csv": _cells, ".parquet": _columns}
    if path.suffix not in readers:
        raise UnreadableInput(f"{path}: rows are read from {', '.join(KINDS)} files")
    for number, row in readers[path.suffix](path):
        whole = isinstance(row, dict) and row.get("id") not in (None, "") and isinstance(row.get("text"), str)
        yield number, row if whole else None


def _lines(path: Path) -> Iterator[tuple[int, Any]]:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None


def _cells(path: Path) -> Iterator[tuple[int, Any]]:
    csv.field_size_limit(LONGEST)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        try:
            for number, row in enumerate(csv.DictReader(file), start=1):
                yield number, {key: value or None for key, value in row.items() if key}
        except csv.Error as error:
            raise UnreadableInput(f"{path}: not a CSV table: {error}") from error


def _columns(path: Path) -> Iterator[tuple[int, Any]]:
    import pyarrow as pa  # late: only Parquet needs it
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            wanted = [name for name in ("id", "text", "date", "source", "target") if name in file.schema_arrow.names]
            number = 0
            for batch in file.iter_batches(BATCH, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield number, {key: str(value) if key == "date" and value else value for key, value in row.items()}
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableInput(f"{path}: not a Parquet table: {error}") from error
