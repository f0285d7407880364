"""The store of a case: everything that was derived from its sources, in one folder that can be deleted."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from multivector.errors import MissingInput
from multivector.store.compact import MANY, compact
from multivector.store.lock import hold
from multivector.store.manifest import Manifest
from multivector.store.reviews import load
from multivector.store.view import View
from multivector.store.writer import BUFFER_READINGS, Writer, bulk_places, sweep_segments

if TYPE_CHECKING:
    from multivector.store.bulk.actor import ActorPage
    from multivector.store.bulk.writer import BulkWriter
    from multivector.store.search_index import Asking
    from multivector.store.search_rows import Found

__all__ = ["FOLDER", "Store"]

FOLDER = ".multivector"


class Store:
    """The door to a case: `writer` to put readings in, `view` to look at what is there."""

    def __init__(self, case: Path) -> None:
        self.case = case
        self.folder = case / FOLDER
        self._manifest = Manifest(self.folder)

    @classmethod
    def open(cls, case: Path) -> "Store":
        """The store of that case; makes nothing on disk. Raises MissingInput where there is no such folder."""
        if not case.is_dir():
            raise MissingInput(f"{case}: no such folder; `multivector init` makes a case")
        return cls(case)

    def writer(self, reader: str, *, buffer: int = BUFFER_READINGS) -> Writer:
        """A writer for readings by that version of the reader, up to `buffer` of them in one segment.

        One at a time for a case: entering it raises StoreError where another process still writes after ten seconds.
        """
        return Writer(self.folder, reader, buffer)

    def bulk(self, reader: str) -> "BulkWriter":
        """A writer for whole Arrow tables by that version of the reader, for archives: `writer` checks each record as
        a noun, this one checks columns. One at a time for a case, as with `writer`.
        """
        from multivector.store.bulk.writer import BulkWriter  # late: Arrow takes 0.2 s to import

        return BulkWriter(self.folder, reader)

    def view(self, *, reviewed: bool = True) -> View:
        """What the case holds now, with people's reviews applied to its records unless `reviewed` is False.

        Raises CaseError where reviews.jsonl has a bad line.
        """
        return View(self.folder, self._manifest.snapshot(), load(self.case) if reviewed else ())

    def has(self, document: str, reader: str) -> bool:
        """Whether the document of that id was read by that version of the reader."""
        if self._manifest.has(document, reader):
            return True
        snapshot = self._manifest.snapshot()
        bulk = tuple(one for one in snapshot.bulk if one.reader == reader)
        if not bulk:
            return False
        from multivector.store.bulk.finder import Finder  # late: Arrow takes 0.2 s to import

        return Finder(self.folder, replace(snapshot, sources=(), bulk=bulk)).segment(document) is not None

    def read_by(self, reader: str) -> frozenset[str]:
        """The ids of all documents that were read by that version of the reader."""
        snapshot = self._manifest.snapshot()
        singly = frozenset(one.document for one in snapshot.sources if one.reader == reader)
        bulk = [one for one in snapshot.bulk if one.reader == reader]
        if not bulk:
            return singly
        from multivector.store.bulk.held import sources_of  # late: Arrow takes 0.2 s to import

        return singly.union(one.document for one in sources_of(self.folder, bulk))

    def names(self) -> frozenset[str]:
        """The names of all sources that are known, read or not; what came whole in tables (`bulk`) is no source."""
        snapshot = self._manifest.snapshot()
        return frozenset({one.name for one in snapshot.sources} | {one.name for one in snapshot.failures})

    def forget(self, names: Iterable[str]) -> int:
        """Remove the sources of those names and the segments that nothing else rests on; returns how many there were.

        A segment that other sources share stays, but no View shows the forgotten rows.
        """
        with hold(self.folder):
            self._manifest.create()
            names = list(names)
            known = self._manifest.forget(names, bulk_places(self.folder, self._manifest, names))
            sweep_segments(self.folder, self._manifest, keep=0)
        return known

    def compact(self, *, many: int = MANY) -> int:
        """Write small segments together where there are at least `many` of them; returns how many there were.

        Raises StoreError where another process still writes after ten seconds. Other processes may read meanwhile.
        """
        with hold(self.folder):
            self._manifest.create()
            done = compact(self.folder, self._manifest, many=many)
            if len(self._manifest.snapshot().bulk) >= many:
                from multivector.store.bulk.compact import compact_bulk  # late: Arrow takes 0.2 s to import

                done += compact_bulk(self.folder, self._manifest, many=many)
        return done

    def search(self, asked: "Asking", heard: Callable[[int], object] = bool) -> tuple["Found", ...]:
        """The sentences and records that answer best, as they were read (people's corrections are not searched).

        Puts what was read or forgotten since the last search into the index first; `heard` is told now and then how
        many more sentences and records are in it. What is in the index stays there when a run is stopped.
        """
        from multivector.store.search import search  # late: only who searches needs it

        return search(self.folder, self._manifest.snapshot(), asked, heard)

    def actor(self, code: str, latest: int = 20) -> "ActorPage":
        """What the case says of one actor, as it was read: counts, partners, years and the latest records."""
        from multivector.store.bulk.actor import actor_page  # late: Arrow takes 0.2 s to import

        return actor_page(self.folder, self._manifest.snapshot(), code, latest)

    def jobs(self) -> list[tuple[Any, ...]]:
        """Every writer that ever began: number, reader version, begin, end (None: killed or running), read, failed."""
        return self._manifest.jobs()
