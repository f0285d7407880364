"""Single records and documents of a case found at once, however large it is: by id, through the segments' indexes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from multivector.model import Document, Record
from multivector.store.bulk.lookup import rows_of
from multivector.store.kinds import HEAD, OWNER, RECORD_KINDS
from multivector.store.manifest import Snapshot
from multivector.store.segments import read_rows, read_run

__all__ = ["Finder"]


class Finder:
    """Looks things up in what the case held when it was made. Raises StoreError where a segment cannot be read."""

    def __init__(self, folder: Path, snapshot: Snapshot) -> None:
        self._folder, self._snapshot = folder, snapshot
        self._bulk = {bulk.segment: bulk for bulk in snapshot.bulk}
        self._segment_of = {source.document: source.segment for source in snapshot.sources}
        self._last: tuple[str, tuple[str, Document] | None] | None = None

    def records(self, prefix: str) -> list[Record]:
        """The records whose id begins so, as they were read; by id."""
        found: dict[str, Record] = {}
        for kind in RECORD_KINDS:
            if prefix[:HEAD] == f"{kind[:3]}-":
                found |= {noun.id: noun for _, noun in self._found(kind, "id", prefix)}
        return [found[one] for one in sorted(found)]

    def document(self, document: str) -> Document | None:
        """The document of that id; None where the case has none."""
        place = self._place(document)
        return place[1] if place else None

    def segment(self, document: str) -> str | None:
        """The segment that the document of that id is in; None where the case has none."""
        single = self._segment_of.get(document)
        if single is not None:
            return single
        place = self._place(document)
        return place[0] if place else None

    def _place(self, document: str) -> tuple[str, Document] | None:
        """Where the document is, and itself; of the last that was asked for it is known."""
        last = self._last  # one at a time: other threads may ask for others meanwhile
        if last is None or last[0] != document:
            segments = [one for one, kind in sorted(self._snapshot.kinds) if kind == "document"]
            found = (
                (segment, noun)
                for segment in segments
                if self._stands(document, segment)
                for _, noun in self._rows("document", segment, "id", document)
                if noun.id == document
            )
            self._last = last = document, next(found, None)
        return last[1]

    def nouns(self, kind: str, segment: str, document: str) -> list[Any]:
        """The nouns of that kind that were read from that document, which is in that segment."""
        if (segment, kind) not in self._snapshot.kinds:
            return []
        for row in rows_of(self._folder, kind, segment, OWNER, document):
            found = read_run(self._folder, kind, segment, row)
            if found[0][0] == document:
                return [noun for _, noun in found]
        return []

    def _found(self, kind: str, column: str, prefix: str) -> Iterator[tuple[str, Any]]:
        for segment, stored in sorted(self._snapshot.kinds):
            if stored == kind:
                for owner, noun in self._rows(kind, segment, column, prefix):
                    if noun.id.startswith(prefix) and self._stands(owner, segment):
                        yield owner, noun

    def _rows(self, kind: str, segment: str, column: str, prefix: str) -> list[tuple[str, Any]]:
        rows = rows_of(self._folder, kind, segment, column, prefix)
        return read_rows(self._folder, kind, segment, rows) if rows else []

    def _stands(self, document: str, segment: str) -> bool:
        """Whether the segment's rows of that document are what the case shows."""
        if segment in self._bulk:
            return document not in self._bulk[segment].gone
        return self._segment_of.get(document) == segment
