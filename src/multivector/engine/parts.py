"""Parts of an output: each there whole under its name or not at all, on a local disk or in an object store."""

import json
import os
import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, BinaryIO

from multivector.sources.places import is_local, system_of

if TYPE_CHECKING:
    import pyarrow as pa
    from fsspec import AbstractFileSystem

__all__ = ["Counts", "earlier", "publish", "read_part", "whole", "write_part"]

Counts = tuple[int, int, int]  # rows in, rows out, failures among them
COUNTS = b"multivector.counts"
# A put is the whole object or nothing there; elsewhere a file is written aside and renamed.
OBJECT_STORES = {"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "oci", "memory"}


def publish(location: str, data: bytes) -> None:
    """Give the bytes their name at once and durably: written aside, fsynced and renamed, or put as one object."""
    system, path = system_of(location)
    if _protocols(system) & OBJECT_STORES:
        system.pipe_file(path, data)
        return
    with whole(location) as file:
        file.write(data)


@contextmanager
def whole(location: str) -> "Iterator[BinaryIO]":
    """A file to write to that has its name only when all is written, and none where that fails."""
    system, path = system_of(location)
    folder, name = path.rsplit("/", 1)
    system.makedirs(folder, exist_ok=True)
    aside = f"{folder}/{_aside(name)}"
    try:
        if is_local(system):
            with Path(aside).open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            Path(aside).replace(path)
            _sync(folder)
        else:
            with system.open(aside, "wb") as stream:
                yield stream
            system.mv(aside, path)
    except BaseException:
        with suppress(OSError):
            system.rm_file(aside)
        raise


def write_part(
    folder: str, name: str, table: "pa.Table", counts: Counts, facts: Mapping[str, str] | None = None
) -> None:
    """Commit the table as the folder's part of that name; its foot says how many rows went in and what made it."""
    import pyarrow.parquet as pq  # late, as above

    marks = {COUNTS: json.dumps(counts).encode()}
    marks |= {f"multivector.{key}".encode(): value.encode("utf-8", "replace") for key, value in (facts or {}).items()}
    sink = BytesIO()
    pq.write_table(table.replace_schema_metadata(marks), sink, compression="zstd")
    publish(f"{folder.rstrip('/')}/{name}", sink.getvalue())


def earlier(folder: str, name: str) -> Counts | None:
    """What the foot of a part says; None where it is not there, or is not whole."""
    import pyarrow as pa  # late, as above
    import pyarrow.parquet as pq

    system, path = system_of(f"{folder.rstrip('/')}/{name}")
    try:
        with system.open(path, "rb") as file:
            rows, made, failed = json.loads(pq.read_schema(file).metadata[COUNTS])
            return int(rows), int(made), int(failed)
    except (OSError, pa.ArrowInvalid, ValueError, KeyError, TypeError):
        return None


def read_part(folder: str, name: str, columns: list[str] | None = None) -> "pa.Table":
    """The part's rows, without what its foot says."""
    import pyarrow.parquet as pq  # late, as above

    system, path = system_of(f"{folder.rstrip('/')}/{name}")
    with system.open(path, "rb") as file:
        return pq.read_table(file, columns=columns).replace_schema_metadata(None)


def _sync(folder: str) -> None:
    """Make the folder's names durable; a system that cannot open folders (Windows) is left to its own care."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _protocols(system: "AbstractFileSystem") -> set[str]:
    return {system.protocol} if isinstance(system.protocol, str) else set(system.protocol)


def _aside(name: str) -> str:
    """A name that no reader of the folder takes for a part."""
    return f"_{name}.{platform.node()}-{os.getpid()}-{get_ident()}.tmp"
