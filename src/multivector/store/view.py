"""The view: what a case held at one moment, in an order that does not depend on how it was written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from multivector.errors import InputError
from multivector.model import Actor, Document, Link, Mention, Record, Review, Sentence, Withheld, kind_of
from multivector.store.kinds import RECORD_KINDS
from multivector.store.manifest import Failure, Snapshot, Source
from multivector.store.reviews import apply

if TYPE_CHECKING:
    from multivector.store.bulk.finder import Finder

__all__ = ["View"]

MIN_PREFIX = 6  # characters of an id: the kind's three letters, the dash and two more


class View:
    """Reads a case as it was when the view was opened; another process may write meanwhile (for KEEP_SECONDS at least).

    Every list is ordered by document name, start, end, kind and id, as far as its items have them. Segments are
    read when first asked for and kept. Raises StoreError where a segment cannot be read.
    """

    def __init__(self, folder: Path, snapshot: Snapshot, reviews: tuple[Review, ...] = ()) -> None:
        self._folder, self._snapshot, self._reviews = folder, snapshot, reviews
        self._all: tuple[Source, ...] | None = None if snapshot.bulk else snapshot.sources
        self._sources = {source.document: source for source in snapshot.sources}
        self._segments: dict[tuple[str, str], dict[str, list[Any]]] = {}
        self._actors: tuple[Actor, ...] | None = None
        self._found: Finder | None = None
        self._clusters: dict[str, str] = {}
        self._links: dict[str, list[Link]] = {}

    @property
    def reviews(self) -> tuple[Review, ...]:
        """The reviews that the view applies."""
        return self._reviews

    @property
    def revision(self) -> str:
        """A hash of what was read and by which reader: another one as soon as anything is read anew."""
        rows = [f"{source.document} {source.segment}" for source in self._snapshot.sources]
        rows += [f"{one.segment} {one.reader} {sorted(one.gone)}" for one in self._snapshot.bulk]
        return sha256("\n".join(rows).encode()).hexdigest()

    def with_story(self, clusters: Mapping[str, str], links: Iterable[Link]) -> "View":
        """The same view with what was found across its articles: each document's cluster, and links among records."""
        view = View(self._folder, self._snapshot, self._reviews)
        view._segments, view._clusters, view._all = self._segments, dict(clusters), self._all
        for link in links:
            view._links.setdefault(link.evidence.document, []).append(link)
        return view

    def documents(self) -> tuple[Document, ...]:
        """The documents, by name."""
        return tuple(map(self._clustered, self._nouns("document")))

    def document(self, document: str) -> Document:
        """The document of that id; raises InputError where the case has none."""
        found: Document = self._alone("document", document)[0]
        return self._clustered(found)

    def _clustered(self, document: Document) -> Document:
        cluster = self._clusters.get(document.id, document.cluster)
        return document if cluster == document.cluster else replace(document, cluster=cluster)

    def sentences(self, document: str) -> tuple[Sentence, ...]:
        """The sentences of the document of that id."""
        return tuple(sorted(self._alone("sentence", document)))

    def mentions(self, document: str) -> tuple[Mention, ...]:
        """The places that name an actor in the document of that id."""
        found = self._alone("mention", document)
        return tuple(sorted(found, key=lambda m: (m.start, m.end, m.actor, m.via)))

    def actors(self) -> tuple[Actor, ...]:
        """Each actor once, by code: all its names in order, and for the rest what its first document says of it."""
        if self._actors is None:
            merged: dict[str, Actor] = {}
            for actor in self._nouns("actor"):
                merged[actor.code] = _merge(merged.get(actor.code, actor), actor)
            self._actors = tuple(merged[code] for code in sorted(merged))
        return self._actors

    def records(self, kind: str | None = None, document: str | None = None) -> tuple[Record, ...]:
        """The records, all or those of one kind or one document's id, with the reviews of people applied."""
        if kind is not None and kind not in RECORD_KINDS:
            raise InputError(f"no kind of record is called {kind!r}; there are {', '.join(RECORD_KINDS)}")
        kinds = RECORD_KINDS if kind is None else (kind,)
        if document is not None:
            groups = [self._alone(name, document) for name in kinds]
            return apply(_ordered([*groups, self._drawn(document, kinds)]), self._reviews)
        found = [
            record
            for source in self._everything()
            for record in _ordered([*(self._of(name, source) for name in kinds), self._drawn(source.document, kinds)])
        ]
        return apply(found, self._reviews)

    def count(self) -> tuple[int, int]:
        """How many documents and records there are, without reading them where no review may reject one."""
        if self._reviews:
            return len(self._everything()), len(self.records())
        from multivector.store.segments import count_rows  # Arrow takes 0.2 s to import

        whole = {bulk.segment: bulk for bulk in self._snapshot.bulk}
        singly: dict[str, set[str]] = {}
        for source in self._snapshot.sources:
            singly.setdefault(source.segment, set()).add(source.document)
        stored = 0
        for segment, kind in sorted(self._snapshot.kinds):
            if kind not in RECORD_KINDS:
                continue
            if segment in whole:
                gone = whole[segment].gone
                stored += count_rows(self._folder, kind, segment)
                stored -= count_rows(self._folder, kind, segment, gone) if gone else 0
            elif segment in singly:
                stored += count_rows(self._folder, kind, segment, singly[segment])
        documents = len(self._sources) + sum(bulk.documents - len(bulk.gone) for bulk in whole.values())
        return documents, stored + sum(map(len, self._links.values()))

    def record(self, record: str) -> Record:
        """The record of that id, or of the only id that begins so; raises InputError where there is none or several."""
        if len(record) < MIN_PREFIX:
            raise InputError(f"{record!r} is too short for a record's id; give at least {MIN_PREFIX} characters")
        drawn = [link for links in self._links.values() for link in links if link.id.startswith(record)]
        found = apply([*self._finder().records(record), *drawn], self._reviews)
        exact = [item for item in found if item.id == record]
        if exact:
            return exact[0]
        if not found:
            raise InputError(f"{record}: no record of this case has an id that begins so; `export` lists the ids")
        if len({item.id for item in found}) > 1:
            some = ", ".join(item.id for item in found[:5])
            raise InputError(f"{record}: {len(found)} ids begin so ({some}); give more characters")
        return found[0]

    def failures(self) -> tuple[Failure, ...]:
        """The sources that could not be read, by name, with reason and mend."""
        return self._snapshot.failures

    def withheld(self) -> tuple[tuple[str, Withheld], ...]:
        """What was not kept as a record, each with its document's id."""
        return tuple(
            (source.document, held)
            for source in self._everything()
            for held in sorted(self._of("withheld", source), key=lambda w: (w.start, w.end, w.kind, w.reason, w.quote))
        )

    def _drawn(self, document: str, kinds: Iterable[str]) -> list[Any]:
        """The links that were found across articles and have their words in that document."""
        return self._links.get(document, []) if "link" in kinds else []

    def _finder(self) -> "Finder":
        from multivector.store.bulk.finder import Finder  # Arrow takes 0.2 s to import

        if self._found is None:
            self._found = Finder(self._folder, self._snapshot)
        return self._found

    def _everything(self) -> tuple[Source, ...]:
        """All documents, those of bulk segments too, by name."""
        if self._all is None:
            from multivector.store.bulk.held import sources_of  # Arrow takes 0.2 s to import

            self._all = tuple(sorted([*self._snapshot.sources, *sources_of(self._folder, self._snapshot.bulk)]))
        return self._all

    def _alone(self, kind: str, document: str) -> list[Any]:
        """The nouns of that kind of one document; of a bulk segment no more is read than that."""
        if document in self._sources:
            return self._of(kind, self._sources[document])
        finder = self._finder() if self._snapshot.bulk else None
        segment = finder.segment(document) if finder else None
        if finder is None or segment is None:
            raise InputError(f"{document}: no document of this case has that id")
        if kind == "document":
            return [finder.document(document)]
        return finder.nouns(kind, segment, document)

    def _nouns(self, kind: str) -> Iterator[Any]:
        for source in self._everything():
            yield from self._of(kind, source)

    def _of(self, kind: str, source: Source) -> list[Any]:
        """The nouns of that kind that were read from that source, in the order of the reading."""
        key = (source.segment, kind)
        if key not in self._snapshot.kinds:
            return []
        if key not in self._segments:
            self._segments[key] = self._load(source.segment, kind)
        return self._segments[key].get(source.document, [])

    def _load(self, segment: str, kind: str) -> dict[str, list[Any]]:
        from multivector.store.segments import read_segment  # Arrow takes 0.2 s to import

        found: dict[str, list[Any]] = {}
        for document, noun in read_segment(self._folder, kind, segment):
            found.setdefault(document, []).append(noun)
        return found


def _ordered(groups: Iterable[list[Record]]) -> list[Record]:
    records = [record for group in groups for record in group]
    return sorted(records, key=lambda r: (r.evidence.start, r.evidence.end, kind_of(r), r.id))


def _merge(first: Actor, other: Actor) -> Actor:
    return replace(
        first,
        names=tuple(sorted({*first.names, *other.names})),
        state=first.state or other.state,
        sector=first.sector or other.sector,
        role=first.role or other.role,
    )
