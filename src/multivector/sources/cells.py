"""Tables of articles (.csv, .parquet) -> one Source a row."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import IO

from multivector.model import content_hash
from multivector.sources.base import (
    MAX_CHARS,
    Failure,
    Found,
    Known,
    Source,
    Unchanged,
    make_hints,
    nothing_known,
)  # fmt: skip
from multivector.sources.lines import row_name, text_field
from multivector.sources.positions import own_positions

__all__ = ["read_csv", "read_parquet"]

BATCH = 500  # rows of a Parquet file that are held at once
MEND = 'give the table a column "text", and "id", "published" and "outlet" where they are known'


def read_csv(name: str, file: IO[bytes], known: Known = nothing_known) -> Iterator[Found]:
    """The articles of a CSV file in UTF-8 with a header; fields are parted by commas, semicolons or tabs."""
    csv.field_size_limit(MAX_CHARS)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    try:
        yield from _csv_rows(name, text, known)
    finally:
        text.detach()  # the file is its owner's to close


def _csv_rows(name: str, text: io.TextIOWrapper, known: Known) -> Iterator[Found]:
    first = text.readline()
    if not first.strip():
        yield Failure(name, "the file is empty", "put articles into it, one a row, or remove it")
        return
    mark = max(",;\t", key=first.count)
    number = 0
    try:
        header = next(csv.reader([first], delimiter=mark))
        for number, cells in enumerate(csv.reader(text, delimiter=mark), start=1):
            yield _article(f"{name}:{number}", dict(zip(header, cells, strict=False)), known)
    except csv.Error as error:
        yield Failure(f"{name}:{number + 1}", f"it is not a CSV row: {error}", MEND)
        return
    if not number:
        yield Failure(name, "it has a header and no rows", "put articles into it, one a row, or remove it")


def read_parquet(name: str, file: IO[bytes], known: Known = nothing_known) -> Iterator[Found]:
    """The articles of a Parquet file, a few rows at a time."""
    import pyarrow as pa  # late: only Parquet needs it
    import pyarrow.parquet as pq

    number = 0
    try:
        for batch in pq.ParquetFile(file).iter_batches(BATCH):
            for row in batch.to_pylist():
                number += 1
                yield _article(f"{name}:{number}", row, known)
    except (pa.ArrowException, OSError) as error:
        yield Failure(name, f"it is not a readable Parquet table: {str(error)[:120]}", "write it anew")
        return
    if not number:
        yield Failure(name, "it has no rows", "put articles into it, one a row, or remove it")


def _article(where: str, row: Mapping[str, object], known: Known) -> Found:
    """The article of a row. Its hash is that of the row's values; positions count in its own text."""
    plain = {str(key): value for key, value in row.items() if value is not None and value != ""}
    key = text_field(plain)
    if key is None:
        return Failure(where, "the row has no text", MEND)
    text = str(plain[key])
    if len(text) > MAX_CHARS:
        return Failure(where, f"its text has {len(text):,} characters, the limit is {MAX_CHARS:,}", "split it")
    packed = json.dumps(plain, ensure_ascii=False, sort_keys=True, default=str)
    digest = content_hash(packed.encode("utf-8", "surrogatepass"))
    name = row_name(plain) or where
    if known(name, digest):
        return Unchanged(name)
    said = {part: value if isinstance(value, list) else str(value) for part, value in plain.items()}
    return Source(name, digest, text, own_positions(text), make_hints(said), "table")
