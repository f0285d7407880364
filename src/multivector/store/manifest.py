"""The manifest: which sources were read, by which reader, into which segments.

One small SQLite file with a rollback journal: a reader never waits for longer than one short transaction, and after
a kill the last committed state stands. Rows are the truth; a segment that no row names does not exist.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from multivector.errors import StoreError
from multivector.store.atomic import make_folder

__all__ = ["Bulk", "Failure", "Manifest", "Place", "Snapshot", "Source"]

VERSION = 2  # of the tables below; a manifest of version 1 gets the tables of 2 when it is written to
KEEP_SECONDS = 600.0  # a segment that nothing names any more: a view that is open may still read it
WAIT_SECONDS = 30.0  # for another process's transaction, which takes milliseconds
MEND = "delete the case's .multivector folder and read the case again"

TABLES = """
CREATE TABLE sources (
    name TEXT PRIMARY KEY, document TEXT, content_hash TEXT, reader TEXT, segment TEXT,
    state TEXT NOT NULL CHECK (state IN ('read', 'failed')), reason TEXT, mend TEXT
) WITHOUT ROWID;
CREATE INDEX sources_document ON sources (document, reader);
CREATE TABLE segments (
    segment TEXT NOT NULL, kind TEXT NOT NULL, rows INTEGER NOT NULL, unnamed_since REAL, PRIMARY KEY (segment, kind)
) WITHOUT ROWID;
CREATE TABLE jobs (
    job INTEGER PRIMARY KEY, reader TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, read INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0
);
"""
BULK_TABLES = """
CREATE TABLE bulk (segment TEXT PRIMARY KEY, reader TEXT NOT NULL, documents INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE gone (segment TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (segment, document)) WITHOUT ROWID
"""
# What whole tables were made of, by whoever put them in: noted with them, so that nothing is put in twice.
TAKEN = "CREATE TABLE IF NOT EXISTS taken (part TEXT PRIMARY KEY) WITHOUT ROWID"
UNNAMED = """
segment NOT IN (SELECT segment FROM sources WHERE segment IS NOT NULL) AND segment NOT IN (SELECT segment FROM bulk)
"""
BULK, GONE = "SELECT segment, reader, documents FROM bulk", "SELECT segment, document FROM gone"
SINCE = {BULK: 2, GONE: 2}  # the version from which on there are such tables
Place = tuple[str, str]  # a bulk segment, and the id of a document in it


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One source that was read, as the manifest keeps it."""

    name: str
    document: str
    content_hash: str
    reader: str
    segment: str


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A source that could not be read, why, and what would mend it."""

    name: str
    reason: str
    mend: str


@dataclass(frozen=True, slots=True, order=True)
class Bulk:
    """A segment that came whole: its own table says which documents it holds; some of these are `gone` since."""

    segment: str
    reader: str
    documents: int
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a case held at one moment: sources and failures by name, segments that came whole, and the (segment, kind)
    pairs that exist."""

    sources: tuple[Source, ...] = ()
    failures: tuple[Failure, ...] = ()
    kinds: frozenset[tuple[str, str]] = frozenset()
    bulk: tuple[Bulk, ...] = ()


class Manifest:
    """The manifest's rows; every method is one transaction. Raises StoreError where the file cannot be used."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "manifest.sqlite"

    def create(self) -> None:
        """Make the tables where they are not there yet."""
        make_folder(self.path.parent)
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            found = db.execute("PRAGMA user_version").fetchone()[0]
            if found < VERSION:
                for statement in [*(TABLES.split(";") if found == 0 else ()), *BULK_TABLES.split(";")]:
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {VERSION}")

    def snapshot(self) -> Snapshot:
        """What the case holds at this moment, all from one transaction; empty where nothing was ever read."""
        read = "SELECT name, document, content_hash, reader, segment FROM sources WHERE state = 'read'"
        failed = "SELECT name, reason, mend FROM sources WHERE state = 'failed'"
        sources, failures, kinds, bulk, gone = self._select(
            read, failed, "SELECT segment, kind FROM segments", BULK, GONE
        )
        lost: dict[str, set[str]] = {}
        for segment, document in gone:
            lost.setdefault(segment, set()).add(document)
        return Snapshot(
            tuple(sorted(Source(*row) for row in sources)),
            tuple(sorted(Failure(*row) for row in failures)),
            frozenset(kinds),
            tuple(sorted(Bulk(name, by, n, frozenset(lost.get(name, ()))) for name, by, n in bulk)),
        )

    def has(self, document: str, reader: str) -> bool:
        """Whether that document was read by that reader."""
        query = "SELECT 1 FROM sources WHERE document = ? AND reader = ? AND state = 'read'"
        return bool(self._select(query, values=(document, reader))[0])

    def commit(
        self,
        sources: Iterable[Source],
        segments: Iterable[tuple[str, str, int]],
        failures: Iterable[Failure] = (),
        gone: Iterable[Place] = (),
    ) -> None:
        """Put sources, their segments and failures in, each in the place of what was known under its name: `gone` are
        the documents of bulk segments that were."""
        sources, segments = list(sources), list(segments)
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            db.executemany("DELETE FROM segments WHERE segment = ?", {(source.segment,) for source in sources})
            db.executemany("INSERT INTO segments (segment, kind, rows) VALUES (?, ?, ?)", segments)
            db.executemany(
                "INSERT OR REPLACE INTO sources (name, document, content_hash, reader, segment, state)"
                " VALUES (?, ?, ?, ?, ?, 'read')",
                map(astuple, sources),
            )
            db.executemany(
                "INSERT OR REPLACE INTO sources (name, reason, mend, state) VALUES (?, ?, ?, 'failed')",
                map(astuple, failures),
            )
            _lose(db, gone)

    def commit_bulk(
        self,
        bulk: Bulk,
        kinds: Mapping[str, int],
        names: Iterable[str] = (),
        gone: Iterable[Place] = (),
        replaced: Iterable[str] = (),
        *,
        parts: Iterable[str] = (),
    ) -> None:
        """Put a segment in that came whole, with the rows of each kind, in the place of what is known under its
        documents' names: the sources of these names, `gone` in other bulk segments, and whole ones `replaced`; and
        note the `parts` that it was made of."""
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            for table in ("segments", "bulk", "gone"):
                db.execute(f"DELETE FROM {table} WHERE segment = ?", (bulk.segment,))
            db.execute("INSERT INTO bulk VALUES (?, ?, ?)", (bulk.segment, bulk.reader, bulk.documents))
            rows = [(bulk.segment, kind, count) for kind, count in kinds.items()]
            db.executemany("INSERT INTO segments (segment, kind, rows) VALUES (?, ?, ?)", rows)
            db.executemany("DELETE FROM sources WHERE name = ?", ((name,) for name in names))
            _lose(db, gone)
            for table in ("bulk", "gone"):
                db.executemany(f"DELETE FROM {table} WHERE segment = ?", ((segment,) for segment in replaced))
            _note(db, parts)

    def note(self, parts: Iterable[str]) -> None:
        """Note parts that gave no table."""
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            _note(db, parts)

    def taken(self) -> frozenset[str]:
        """The parts that were noted."""
        return frozenset(part for (part,) in self.ask(TAKEN, "SELECT part FROM taken"))

    def forget(self, names: Iterable[str], gone: Iterable[Place] = ()) -> int:
        """Remove these sources, and documents of bulk segments; returns how many were known."""
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            before = db.total_changes
            db.executemany("DELETE FROM sources WHERE name = ?", ((name,) for name in names))
            known = db.total_changes - before
            return known + _lose(db, gone)

    def drop_unnamed(self, keep: float = KEEP_SECONDS) -> None:
        """Forget the segments that no source has named for that many seconds."""
        now = time.time()
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            db.execute(f"UPDATE segments SET unnamed_since = ? WHERE unnamed_since IS NULL AND {UNNAMED}", (now,))
            db.execute(f"DELETE FROM segments WHERE unnamed_since <= ? AND {UNNAMED}", (now - keep,))

    def start_job(self, reader: str, now: str) -> int:
        """Note that a writer began; returns the job's number."""
        with self._open() as db:
            return int(db.execute("INSERT INTO jobs (reader, started) VALUES (?, ?)", (reader, now)).lastrowid or 0)

    def end_job(self, job: int, now: str, counts: tuple[int, int]) -> None:
        """Note that a writer ended, with its numbers of sources read and failed."""
        with self._open() as db:
            db.execute("UPDATE jobs SET ended = ?, read = ?, failed = ? WHERE job = ?", (now, *counts, job))

    def jobs(self) -> list[tuple[Any, ...]]:
        """Every writer that ever began: number, reader version, begin, end (None: killed or running), read, failed."""
        return self._select("SELECT job, reader, started, ended, read, failed FROM jobs ORDER BY job")[0]

    def ask(self, table: str, query: str) -> list[tuple[Any, ...]]:
        """The rows of a further table, which is made where it is not there yet."""
        self.create()
        with self._open() as db:
            db.execute(table)
            return db.execute(query).fetchall()

    def put(self, table: str, query: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Put rows into a further table, in one transaction."""
        self.create()
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            db.execute(table)
            db.executemany(query, rows)

    def _select(self, *queries: str, values: tuple[str, ...] = ()) -> list[list[tuple[Any, ...]]]:
        if not self.path.exists():
            return [[] for _ in queries]
        with self._open() as db:
            db.execute("BEGIN")
            found = db.execute("PRAGMA user_version").fetchone()[0]
            if found > VERSION:
                raise StoreError(f"{self.path}: version {found}, this program reads {VERSION}; {MEND}")
            return [db.execute(query, values).fetchall() if found >= SINCE.get(query, 1) else [] for query in queries]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection whose transaction is committed at the end, or rolled back on any error."""
        db = None
        try:
            db = sqlite3.connect(self.path, timeout=WAIT_SECONDS, isolation_level=None)
            yield db
            if db.in_transaction:
                db.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: {error}; {MEND}") from error
        finally:
            if db is not None:
                db.close()


def _note(db: sqlite3.Connection, parts: Iterable[str]) -> None:
    db.execute(TAKEN)
    db.executemany("INSERT OR IGNORE INTO taken VALUES (?)", ((part,) for part in parts))


def _lose(db: sqlite3.Connection, gone: Iterable[Place]) -> int:
    """Note that these documents of bulk segments are gone, and the segments of which nothing is left; how many."""
    gone = list(gone)
    db.executemany("INSERT OR REPLACE INTO gone VALUES (?, ?)", gone)
    for segment in sorted({segment for segment, _ in gone}):
        left = "SELECT documents - (SELECT count(*) FROM gone WHERE segment = ?1) FROM bulk WHERE segment = ?1"
        if db.execute(left, (segment,)).fetchone() in ((0,), None):
            db.execute("DELETE FROM bulk WHERE segment = ?", (segment,))
            db.execute("DELETE FROM gone WHERE segment = ?", (segment,))
    return len(gone)
