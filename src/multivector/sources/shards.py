"""Cutting a table of texts into shards, whatever its size: text files at line or row ends, Parquet at rows."""

import csv
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from multivector.errors import UnreadableInput
from multivector.model import Shard
from multivector.sources.places import Place, opened

if TYPE_CHECKING:
    import pyarrow.parquet as pq

__all__ = ["KINDS", "LONGEST", "decoded", "shards_of"]

KINDS = (".jsonl", ".csv", ".parquet")
LONGEST = 64 * 1024**2  # bytes of one line or characters of one cell
PIECES = 512  # a file is cut into about so many shards, but for these bounds:
SMALLEST = 64 * 1024  # bytes; a second's work, so that a stopped run loses no more
LARGEST = 8 * 1024**2  # bytes; a minute's work, and what a process holds at once
# Towards the end of a file of many shards they grow smaller, so that no process is long at work when the others are
# done: each is this part of what is left, and the least is that part of a whole one.
TAPER = 4
LONG = 8  # shards
MOST_PER_GROUP = 64  # shards of one row group of Parquet: each reads the group up to its own rows


def shards_of(place: Place) -> Iterator[Shard]:
    """The shards of a .jsonl, .csv or .parquet file in order: the same file gives the same shards.

    Text is read once, to find the ends of lines, Parquet only at its foot. Raises UnreadableInput where the file is of
    no such kind, or broken.
    """
    cuts = {".jsonl": _lines, ".csv": _cells, ".parquet": _groups}
    kind = "." + place.name.rsplit(".", 1)[-1]
    if kind not in cuts:
        raise UnreadableInput(f"{place.path}: rows are read from {', '.join(KINDS)} files")
    size = min(max(place.size // PIECES, SMALLEST), LARGEST)
    with opened(place.path) as file:
        for start, stop, first, weight in cuts[kind](place, file, size):
            yield Shard(place.path, place.name, start, stop, first, weight)


def _next(size: int, whole: int, done: int) -> int:
    """How many bytes of a file the next shard has, where `done` of the `whole` are cut."""
    return size if whole < LONG * size else max(1, size // TAPER, min(size, (whole - done) // TAPER))


def decoded(file: BinaryIO) -> Iterator[tuple[str, int]]:
    """Each line of a text file as text with its length in bytes; a line beyond LONGEST is an UnreadableInput."""
    while line := file.readline(LONGEST):
        if len(line) == LONGEST:
            raise UnreadableInput(f"a line is longer than {LONGEST:,} bytes; each article needs its own row")
        yield line.decode("utf-8-sig" if line.startswith(b"\xef\xbb\xbf") else "utf-8", "replace"), len(line)


def _lines(place: Place, file: BinaryIO, size: int) -> Iterator[tuple[int, int, int, int]]:
    start, first = 0, 1
    while block := file.read(_next(size, place.size, start)):
        rest = b"" if block.endswith(b"\n") else file.readline(LONGEST)
        if len(rest) == LONGEST:
            raise UnreadableInput(f"{place.path}: a line is longer than {LONGEST:,} bytes; give each article its own")
        length = len(block) + len(rest)
        yield start, start + length, first, length
        start, first = start + length, first + block.count(b"\n") + rest.count(b"\n")


def _cells(place: Place, file: BinaryIO, size: int) -> Iterator[tuple[int, int, int, int]]:
    """Rows may run over lines, so the whole is parsed; a shard's first row is counted without the header."""
    csv.field_size_limit(LONGEST)
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        for line, length in decoded(file):
            read += length
            yield line

    rows = csv.reader(lines())
    try:
        next(rows, None)
        start, first, count = read, 1, 1
        for row in rows:
            count += bool(row)
            if read - start >= _next(size, place.size, start):
                yield start, read, first, read - start
                start, first = read, count
    except (csv.Error, UnreadableInput) as error:
        raise UnreadableInput(f"{place.path}: not a CSV table: {error}") from error
    if read > start:
        yield start, read, first, read - start


def _groups(place: Place, file: BinaryIO, size: int) -> Iterator[tuple[int, int, int, int]]:
    import pyarrow as pa  # late: only Parquet needs it
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(file) as table:
            foot = table.metadata
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableInput(f"{place.path}: not a Parquet table: {error}") from error
    weigh = place.size / max(foot.num_rows, 1)
    start = 0
    for stop in _ends(foot, size):
        yield start, stop, start + 1, int((stop - start) * weigh)
        start = stop


def _ends(foot: "pq.FileMetaData", size: int) -> Iterator[int]:
    """The row after each shard: large row groups are cut into equal parts, small ones are put together."""
    row, held = 0, 0
    for number in range(foot.num_row_groups):
        group: Any = foot.row_group(number)
        parts = min(-(-group.total_byte_size // size), MOST_PER_GROUP, group.num_rows)
        if held and held + group.total_byte_size > size:
            yield row
            held = 0
        if parts > 1:
            yield from (row + group.num_rows * part // parts for part in range(1, parts + 1))
        else:
            held += group.total_byte_size
        row += group.num_rows
    if held:
        yield row
