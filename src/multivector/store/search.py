"""A case searched: its index brought up to date, in steps that stand each for itself, and asked."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from multivector.model import kind_of
from multivector.model.codec import to_plain
from multivector.store.manifest import Bulk, Snapshot
from multivector.store.search_index import Asking, SearchIndex
from multivector.store.search_rows import COLUMNS, Found, document_rows
from multivector.store.view import View

__all__ = ["search"]

TOLD = 1000  # rows after which it is told how many there are
Heard = Callable[[int], object]


def search(folder: Path, snapshot: Snapshot, asked: Asking, heard: Heard) -> tuple[Found, ...]:
    """The sentences and records that answer best; `heard` is told now and then how many more are in the index.

    What was read or forgotten since the last search goes into the index first: documents that were read singly in one
    step, each segment that came whole in one of its own, so that a run that is stopped goes on. Of a segment from which
    documents have gone only these are taken out.
    """
    index = SearchIndex(folder / "index")
    held, now = index.held(), _marks(snapshot)
    fresh = {unit for unit, mark in now.items() if held.get(unit) != mark}
    thinner = [bulk for bulk in snapshot.bulk if bulk.segment in fresh and _same_reader(held, bulk)]
    gone: list[tuple[str, ...]] = [(unit,) for unit in sorted(held.keys() - now.keys())]
    gone += [(bulk.segment, document) for bulk in thinner for document in sorted(bulk.gone)]
    thinned = [bulk.segment for bulk in thinner]
    for step in _steps(snapshot, fresh - set(thinned), bool(gone)):
        done = {unit: now[unit] for unit in (*step, *thinned)}
        held = {unit: mark for unit, mark in held.items() if unit in now} | done
        index.update(gone, _rows(folder, snapshot, step, heard), held)
        gone, thinned = [], []
    return index.find(asked)


def _same_reader(held: dict[str, str], bulk: Bulk) -> bool:
    """Whether the segment is in the index, so that only documents of it have gone since."""
    return held.get(bulk.segment, "").rpartition(" ")[0] == bulk.reader


def _marks(snapshot: Snapshot) -> dict[str, str]:
    """What there is to be indexed, documents that were read singly and segments, each with what tells its state."""
    singly = {source.document: source.reader for source in snapshot.sources}
    return singly | {bulk.segment: f"{bulk.reader} {len(bulk.gone)}" for bulk in snapshot.bulk}


def _steps(snapshot: Snapshot, fresh: set[str], always: bool) -> Iterator[list[str]]:
    singly = [source.document for source in snapshot.sources if source.document in fresh]
    if singly or always:
        yield singly
    yield from ([bulk.segment] for bulk in snapshot.bulk if bulk.segment in fresh)


def _rows(
    folder: Path, snapshot: Snapshot, units: Iterable[str], heard: Heard
) -> Iterator[tuple[str, Iterator[Found]]]:
    """The rows of search of these units."""
    bulk = {one.segment: one for one in snapshot.bulk}
    view = View(folder, snapshot)
    for unit in units:
        rows = _of_segment(folder, snapshot, bulk[unit]) if unit in bulk else _of_document(view, unit)
        yield unit, _counted(rows, heard)


def _of_document(view: View, unit: str) -> Iterator[Found]:
    document = view.document(unit)
    nouns: dict[str, list[Any]] = {"sentence": [*view.sentences(unit)], "mention": [*view.mentions(unit)]}
    for record in view.records(document=unit):
        nouns.setdefault(kind_of(record), []).append(record)
    plain = {kind: [to_plain(noun) for noun in found] for kind, found in nouns.items()}
    yield from document_rows({name: getattr(document, name) for name in COLUMNS["document"]}, plain)


def _of_segment(folder: Path, snapshot: Snapshot, bulk: Bulk) -> Iterator[Found]:
    from multivector.store.bulk.walk import walk  # late: Arrow takes 0.2 s to import

    for document, rows in walk(folder, snapshot, bulk, COLUMNS):
        yield from document_rows(document, rows)


def _counted(rows: Iterable[Found], heard: Heard) -> Iterator[Found]:
    number = 0
    for number, row in enumerate(rows, start=1):
        yield row
        if number % TOLD == 0:
            heard(TOLD)
    heard(number % TOLD)
