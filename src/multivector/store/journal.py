"""Lines of a long run, written so that a killed run goes on where it stopped and nothing stands twice.

Lines go to PATH.partial; every so many rows the file is fsynced and PATH.progress says how many rows stand in how many
bytes. Whoever begins again cuts the partial file to these bytes and goes on with the next row. At the end the partial
file takes its name: PATH is there whole or not at all.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from multivector.store.atomic import sync_folder, write_atomic

__all__ = ["Journal", "identity_of"]

EVERY = 200  # rows between two marks
END = 1024**2  # bytes at either end of a file that tell it from another


class Journal:
    """The output of a run. `done` rows were finished by an earlier run of the same `identity`."""

    def __init__(self, path: Path, identity: str) -> None:
        self._path, self._identity = path, identity
        self._partial = path.with_name(f"{path.name}.partial")
        self._progress = path.with_name(f"{path.name}.progress")
        self.done, size = self._earlier()
        self._rows = self.done
        self._file = self._partial.open("r+b" if self.done else "wb")
        self._file.truncate(size)
        self._file.seek(size)

    def add(self, lines: Iterable[str]) -> None:
        """The lines of one further row, none if it came to nothing."""
        for line in lines:
            self._file.write(line.encode("utf-8", "backslashreplace") + b"\n")
        self._rows += 1
        if self._rows % EVERY == 0:
            self._mark()

    def finish(self) -> Path:
        """Everything durable; the partial file, which `publish` gives its name."""
        self._mark()
        self._file.close()
        return self._partial

    def publish(self, made: Path | None = None) -> None:
        """Give the finished file, or what was made of it, its name; the progress is forgotten."""
        (made or self._partial).replace(self._path)
        for path in (self._progress, self._partial):
            path.unlink(missing_ok=True)
        sync_folder(self._path.parent)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._file.closed:
            self._mark()
            self._file.close()

    def _mark(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        mark = {"identity": self._identity, "rows": self._rows, "bytes": self._file.tell()}
        write_atomic(self._progress, json.dumps(mark).encode())

    def _earlier(self) -> tuple[int, int]:
        try:
            mark = json.loads(self._progress.read_bytes())
            same = mark["identity"] == self._identity and self._partial.stat().st_size >= mark["bytes"]
            return (int(mark["rows"]), int(mark["bytes"])) if same else (0, 0)
        except (OSError, ValueError, KeyError, TypeError):
            return 0, 0


def identity_of(path: Path, *parts: str) -> str:
    """A hash that tells a file, by its size and both ends, and what it is read with from any other."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(END)
        file.seek(max(size - END, 0))
        tail = file.read(END)
    return hashlib.sha256(b"\0".join([str(size).encode(), head, tail, *(part.encode() for part in parts)])).hexdigest()
