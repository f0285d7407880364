"""The writer: readings go in through the check, many in a segment, each commit whole or not at all."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from multivector.model import Reading, make_id
from multivector.store.atomic import sweep
from multivector.store.check import check_reading
from multivector.store.kinds import LOOKUP, SCHEMA_VERSION, rows_of
from multivector.store.lock import hold
from multivector.store.manifest import KEEP_SECONDS, Failure, Manifest, Place, Source

__all__ = ["Job", "Writer", "bulk_places", "now", "sweep_segments"]

BUFFER_READINGS = 256  # readings in one segment at most: 1,000 articles make 4 segments of each kind
BUFFER_CHARACTERS = 32_000_000  # and of text: keeps a segment well below Arrow's 2 GB for a column

Tables = dict[str, Any]  # kind -> Arrow table


class Job:
    """One job of writing: a case's folder held against other writers, swept, and entered in its manifest."""

    def __init__(self, folder: Path, reader: str) -> None:
        self._folder, self._reader = folder, reader
        self._manifest = Manifest(folder)
        self._job = 0
        self._held = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(hold(self._folder))
            self._manifest.create()
            sweep_segments(self._folder, self._manifest)
            self._job = self._manifest.start_job(self._reader, now())
            self._held = stack.pop_all()
        return self


class Writer(Job):
    """Puts readings into a case; use it as a context manager.

    Guaranteed: what `flush` committed stays through any kill; what it did not is as if never read. An error inside the
    block drops what was not flushed. Which readings share a segment changes nothing that a View returns.
    """

    def __init__(self, folder: Path, reader: str, buffer: int = BUFFER_READINGS) -> None:
        super().__init__(folder, reader)
        self._buffer = buffer
        self._readings: dict[str, tuple[Source, int, Tables]] = {}
        self._failures: dict[str, Failure] = {}
        self._counts = [0, 0]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._held:
            if kind is None:
                self.flush()
            self._manifest.end_job(self._job, now(), (self._counts[0], self._counts[1]))

    def add(self, reading: Reading) -> None:
        """Check a reading and take it in, in the place of what was known under its document's name.

        Raises EvidenceError, and takes nothing of it, where a record does not stand (see check_reading); raises
        UnreadableInput where its text cannot be encoded.
        """
        from multivector.store.segments import as_table  # Arrow takes 0.2 s to import: not for a look at the manifest

        check_reading(reading)
        document = reading.document
        tables = {kind: as_table(kind, document, nouns) for kind, nouns in rows_of(reading).items() if nouns}
        source = Source(document.name, document.id, document.content_hash, self._reader, segment="")
        self._failures.pop(document.name, None)
        self._readings[document.name] = (source, len(document.text), tables)
        self._flush_when_full()

    def fail(self, name: str, reason: str, mend: str) -> None:
        """Note a source that could not be read; what was known under its name goes.

        Characters that cannot be encoded (a file name that is not UTF-8) are kept as backslash escapes.
        """
        failure = Failure(_encodable(name), _encodable(reason), _encodable(mend))
        self._readings.pop(failure.name, None)
        self._failures[failure.name] = failure

    def flush(self) -> None:
        """Commit what was taken in: segments first, then the manifest's rows in one transaction."""
        entries = [self._readings[name] for name in sorted(self._readings)]
        segment = make_id("segment", self._reader, SCHEMA_VERSION, *(source.document for source, _, _ in entries))
        sources = [Source(s.name, s.document, s.content_hash, s.reader, segment) for s, _, _ in entries]
        written = self._write(segment, [tables for _, _, tables in entries])
        if sources or self._failures:
            gone = bulk_places(self._folder, self._manifest, [*self._readings, *self._failures])
            self._manifest.commit(sources, written, self._failures.values(), gone)
        self._counts[0] += len(sources)
        self._counts[1] += len(self._failures)
        self._readings, self._failures = {}, {}

    def _write(self, segment: str, entries: list[Tables]) -> list[tuple[str, str, int]]:
        if not entries:
            return []
        from multivector.store.segments import write_segment

        kinds = sorted({kind for tables in entries for kind in tables})
        return [
            (segment, kind, write_segment(self._folder, kind, segment, [t[kind] for t in entries if kind in t]))
            for kind in kinds
        ]

    def _flush_when_full(self) -> None:
        characters = sum(size for _, size, _ in self._readings.values())
        if len(self._readings) >= self._buffer or characters >= BUFFER_CHARACTERS:
            self.flush()


def bulk_places(folder: Path, manifest: Manifest, names: Iterable[str]) -> list[Place]:
    """Where documents of these names are in segments that came whole; Arrow is not imported where there are none."""
    bulk = manifest.snapshot().bulk
    if not bulk:
        return []
    from multivector.store.bulk.held import places_of

    return places_of(folder, bulk, names)


def sweep_segments(folder: Path, manifest: Manifest, keep: float = KEEP_SECONDS) -> None:
    """Remove what killed writes left and the segments that no source has named for that many seconds.

    Only for who holds the write lock.
    """
    manifest.drop_unnamed(keep)
    known = {(kind, segment) for segment, kind in manifest.snapshot().kinds}
    for place, names in (("segments", "*/*.parquet"), (LOOKUP, "*/*")):
        sweep(folder / place)
        for path in sorted((folder / place).glob(names)):
            if (path.parent.name, path.stem) not in known:
                path.unlink(missing_ok=True)


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def now() -> str:
    """This moment, as the manifest's jobs keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
