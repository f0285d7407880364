"""The rows of a shard as an Arrow table: JSON lines, CSV or Parquet."""

import csv
import json
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from multivector.errors import UnreadableInput
from multivector.model import Shard
from multivector.sources.decode import without_halves
from multivector.sources.places import opened
from multivector.sources.shards import LONGEST, decoded

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["read_shard", "rows_schema"]

FIELDS = ("id", "text", "date", "source", "target")
BATCH = 1000  # rows of a Parquet file that are held at once

Row = dict[str, Any]


def rows_schema() -> "pa.Schema":
    """number: the row's, as people count it (the line's in a JSON-lines file); the others are text, in which half of
    a surrogate pair is U+FFFD. A row without id or text has neither."""
    import pyarrow as pa  # late: `--help` needs none of it

    return pa.schema([("number", pa.int64()), *((name, pa.string()) for name in FIELDS)])


def read_shard(shard: Shard) -> "pa.Table":
    """All rows of the shard, the bad ones too, as `rows_schema`; raises UnreadableInput where it is broken."""
    import pyarrow as pa  # late, as above

    readers = {"jsonl": _lines, "csv": _cells, "parquet": _columns}
    rows = [_fields(number, row) for number, row in readers[shard.name.rsplit(".", 1)[-1]](shard)]
    return pa.Table.from_pylist(rows, schema=rows_schema())


def _fields(number: int, row: Any) -> Row:
    if not isinstance(row, dict) or row.get("id") in (None, "") or not isinstance(row.get("text"), str):
        return {"number": number}
    found = {name: without_halves(str(row[name])) for name in FIELDS if _is_cell(row.get(name))}
    return {**found, "number": number}


def _is_cell(value: Any) -> bool:
    """True for what fills one cell; lists and objects under our names are somebody else's fields."""
    return value is not None and not isinstance(value, list | dict)


def _lines(shard: Shard) -> Iterator[tuple[int, Any]]:
    with opened(shard.path) as file:
        file.seek(shard.start)
        data = file.read(shard.stop - shard.start)
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=shard.first):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            yield number, None


def _cells(shard: Shard) -> Iterator[tuple[int, Any]]:
    csv.field_size_limit(LONGEST)
    with opened(shard.path) as file:
        header = next(csv.reader(line for line, _ in decoded(file)), [])
        file.seek(shard.start)
        found = csv.DictReader(_within(shard, decoded(file)), header)
        for number, row in enumerate(found, start=shard.first):
            yield number, {key: value or None for key, value in row.items() if key}


def _within(shard: Shard, lines: Iterator[tuple[str, int]]) -> Iterator[str]:
    left = shard.stop - shard.start
    while left > 0:
        line, length = next(lines)
        left -= length
        yield line


def _columns(shard: Shard) -> Iterator[tuple[int, Any]]:
    import pyarrow as pa  # late, as above
    import pyarrow.parquet as pq

    try:
        with opened(shard.path) as stream, pq.ParquetFile(stream) as file:
            start, groups = _groups_of(file.metadata, shard)
            wanted = [name for name in FIELDS if name in file.schema_arrow.names]
            batches = file.iter_batches(BATCH, row_groups=groups, columns=wanted)
            rows = chain.from_iterable(_cut(batches, shard.start - start, shard.stop - start))
            yield from enumerate(rows, start=shard.first)
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableInput(f"{shard.path}: not a Parquet table: {error}") from error


def _groups_of(foot: Any, shard: Shard) -> tuple[int, list[int]]:
    """The row groups that hold the shard, and the first row of the first of them."""
    row, start = 0, 0
    groups: list[int] = []
    for number in range(foot.num_row_groups):
        stop = row + foot.row_group(number).num_rows
        if row < shard.stop and stop > shard.start:
            start = start if groups else row
            groups.append(number)
        row = stop
    return start, groups


def _cut(batches: Iterator[Any], start: int, stop: int) -> Iterator[list[Row]]:
    row = 0
    for batch in batches:
        low, high = max(start - row, 0), min(stop - row, batch.num_rows)
        if low < high:
            yield batch.slice(low, high - low).to_pylist()
        row += batch.num_rows
        if row >= stop:
            return
