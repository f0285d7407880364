"""What an importer is, and how raw files of any usual kind become one table of text and numbers."""

import csv
import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from multivector.errors import UnreadableInput

__all__ = ["Dataset", "Imported", "as_float", "pick", "raw_table", "refuse", "with_states"]

MOST_BYTES = 20 * 1024**3
BLOCK = 64 * 1024**2  # a row of a CSV file may be this long


@dataclass(slots=True)
class Imported:
    """A table in its shape, what was odd about the file, and what the file says of its own version."""

    table: pa.Table
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A file that the field knows: what it is, where it comes from and under which terms, its shape, its reader."""

    name: str
    title: str
    shape: str
    origin: str
    licence: str
    read: Callable[[Path], Imported]


def raw_table(path: Path, header: bool = True, names: tuple[str, ...] = ()) -> pa.Table:
    """The rows of a Parquet, CSV or tab-separated file, gzipped or not; raises UnreadableInput where it is neither.

    Columns keep the file's names; numbers and dates are told by the values. Without a header `names` are given.
    """
    size = path.stat().st_size
    if size == 0:
        raise refuse(path, "is empty", "download it again")
    if size > MOST_BYTES:
        raise refuse(path, f"is larger than {MOST_BYTES // 1024**3} GB", "cut it by year")
    try:
        if path.suffix == ".parquet":
            return pa.parquet.read_table(path)
        return _delimited(path, header, names)
    except (pa.ArrowInvalid, OSError, UnicodeDecodeError) as error:
        raise refuse(
            path, f"cannot be read as a table ({str(error).splitlines()[0]})", "give CSV, TSV or Parquet"
        ) from None


def pick(table: pa.Table, path: Path, **wanted: tuple[str, ...]) -> dict[str, pa.ChunkedArray]:
    """The wanted columns by our name, each found under one of its names in the file, without regard to case.

    A name whose alternatives end with "" may be missing. Raises UnreadableInput where any other is.
    """
    have = {name.strip().casefold(): name for name in table.column_names}
    found, missing = {}, []
    for ours, theirs in wanted.items():
        name = next((have[one.casefold()] for one in theirs if one.casefold() in have), None)
        if name is not None:
            found[ours] = table[name]
        elif "" not in theirs:
            missing.append(" or ".join(theirs))
    if missing:
        some = ", ".join(table.column_names[:12])
        raise refuse(path, f"has no column {'; '.join(missing)} (it has {some})", "check that it is the file named")
    return found


def refuse(path: Path, what: str, mend: str) -> UnreadableInput:
    """The error that names the file, what is wrong and the mend."""
    return UnreadableInput(f"{path}: {what}; {mend}")


def _delimited(path: Path, header: bool, names: tuple[str, ...]) -> pa.Table:
    head = _first_bytes(path)
    if b"\x00" in head:
        raise refuse(path, "is a binary file", "give CSV, TSV or Parquet")
    lines = head.decode("utf-8-sig", "replace").splitlines()[:-1] or [head.decode("utf-8-sig", "replace")]
    mark = max("\t;,|", key=lambda one: max(line.count(one) for line in lines))
    skip = _preamble(lines, mark) if header else 0
    encoding = "utf-8" if _is_utf8(head) else "cp1252"
    read = pa.csv.ReadOptions(
        column_names=list(names) if not header else None,
        block_size=BLOCK,
        encoding=encoding,
        skip_rows=skip,
    )
    quote = '"' if mark != "\t" else False
    parse = pa.csv.ParseOptions(delimiter=mark, quote_char=quote, newlines_in_values=mark != "\t")
    convert = pa.csv.ConvertOptions(
        strings_can_be_null=True, quoted_strings_can_be_null=True, null_values=["", "NA", "NaN", "NULL", "..", "."]
    )
    table = pa.csv.read_csv(path, read, parse, convert)
    clean = [name.lstrip("\ufeff").strip() for name in table.column_names]
    return table.rename_columns(clean)


def _preamble(lines: list[str], mark: str) -> int:
    """How many lines stand above the header: those with far fewer cells than the fullest (the World Bank's four)."""
    counts = [len(next(csv.reader([line], delimiter=mark), [])) for line in lines]
    return next((place for place, count in enumerate(counts) if count >= max(counts) * 0.9), 0)


def _first_bytes(path: Path) -> bytes:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        return bytes(file.read(65536))


def _is_utf8(head: bytes) -> bool:
    try:
        head[: max(len(head) - 4, 0)].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def with_states(table: pa.Table, *columns: str, what: str = "rows of states without a code") -> Imported:
    """The rows that name a state in each of the columns, and a warning that counts the others."""
    kept = table
    for name in columns:
        kept = kept.filter(pc.is_valid(kept[name]))
    left = table.num_rows - kept.num_rows
    return Imported(kept, [f"{left} {what} were left out"] if left else [])


def as_float(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Numbers from numbers or from text with thousands separators."""
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = pc.replace_substring_regex(column.cast(pa.string()), r"[,\s\u00a0]", "")
    return column.cast(pa.float64())
