"""What a case of any size says of one actor: counts, whom it deals with, when, and the latest records."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from multivector.model import Record
from multivector.store.atomic import write_atomic
from multivector.store.bulk.lookup import lookup_path
from multivector.store.bulk.sums import COLUMNS, KEPT, SUMS, columns_read, exploded, sums
from multivector.store.kinds import OWNER
from multivector.store.manifest import Snapshot
from multivector.store.segments import read_columns, read_rows

__all__ = ["ActorPage", "actor_page", "write_sums"]

FILE = "actors"  # the ending of the files of sums


@dataclass(frozen=True, slots=True)
class ActorPage:
    """Records as they were read; each list with the most first, years in order ("" is undated)."""

    actor: str
    counts: tuple[tuple[str, str, str, int], ...]  # kind, as what, sort (type, cue, measure or status), records
    partners: tuple[tuple[str, int], ...]  # who stands on the other side
    years: tuple[tuple[str, int], ...]
    latest: tuple[Record, ...]


def write_sums(folder: Path, kind: str, segment: str, table: pa.Table) -> None:
    """Write the sums of a segment's records by actor beside its indexes, whole or not at all."""
    if kind in COLUMNS:
        made = sums(kind, table, np.arange(table.num_rows))
        sink = pa.BufferOutputStream()
        with pa.ipc.new_file(sink, SUMS) as file:
            file.write_table(made)
        write_atomic(lookup_path(folder, kind, segment, FILE), sink.getvalue())


def actor_page(folder: Path, snapshot: Snapshot, code: str, latest: int = KEPT) -> ActorPage:
    """All that the case holds of the actor, by its code.

    Of a segment that came whole only its sums are read, unless some of its documents are gone.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    partners: Counter[str] = Counter()
    years: Counter[str] = Counter()
    newest: set[tuple[str, str, str, int]] = set()
    for segment, kind, rows in _all_sums(folder, snapshot, code, latest):
        for what, role, value, n in rows:
            if what == "sort":
                counts[kind, role, value] += n
            elif what == "year":
                years[value] += n
            elif what == "partner" and value != code:
                partners[value] += n
            elif what == "latest":
                newest.add((value, kind, segment, n))
    found = _read(folder, [(kind, segment, row) for _, kind, segment, row in sorted(newest, reverse=True)[:latest]])
    return ActorPage(
        code,
        tuple((*key, n) for key, n in sorted(counts.items(), key=lambda one: (-one[1], one[0]))),
        tuple(sorted(partners.items(), key=lambda one: (-one[1], one[0]))),
        tuple(sorted(years.items())),
        tuple(found),
    )


def _read(folder: Path, places: list[tuple[str, str, int]]) -> list[Any]:
    """The records at these places (kind, segment, row), in this order; each segment is opened once."""
    rows: dict[tuple[str, str], list[int]] = {}
    for kind, segment, row in sorted(set(places)):
        rows.setdefault((kind, segment), []).append(row)
    found = {
        (*place, row): noun
        for place, wanted in rows.items()
        for row, (_, noun) in zip(wanted, read_rows(folder, *place, wanted), strict=True)
    }
    return [found[place] for place in places]


def _all_sums(
    folder: Path, snapshot: Snapshot, code: str, latest: int
) -> Iterator[tuple[str, str, Iterator[tuple[str, str, str, int]]]]:
    """Of each segment and kind the sums of that actor: what, as what, the value and the number."""
    gone = {bulk.segment: bulk.gone for bulk in snapshot.bulk}
    singly: dict[str, set[str]] = {}
    for source in snapshot.sources:
        singly.setdefault(source.segment, set()).add(source.document)
    for segment, kind in sorted(snapshot.kinds):
        if kind not in COLUMNS or not (segment in gone or segment in singly):
            continue
        stands = (False, singly[segment]) if segment not in gone else (True, gone[segment]) if gone[segment] else None
        made = _kept(folder, kind, segment) if stands is None and latest <= KEPT else None
        if made is None:
            made = _counted(folder, kind, segment, stands, (code, latest))
        mine = made.filter(pc.equal(made["actor"], code)).drop_columns(["actor"])
        yield segment, kind, zip(*(column.to_pylist() for column in mine.columns), strict=True)


def _kept(folder: Path, kind: str, segment: str) -> pa.Table | None:
    """The sums that were written with the segment; None where there are none."""
    path = lookup_path(folder, kind, segment, FILE)
    try:
        with pa.memory_map(str(path)) as file:
            return pa.ipc.open_file(file).read_all()
    except (OSError, pa.ArrowInvalid):
        return None


def _counted(
    folder: Path, kind: str, segment: str, stands: tuple[bool, Any] | None, wanted: tuple[str, int]
) -> pa.Table:
    """The sums of an actor's rows, counted now: of all rows, those not gone, or those of documents read singly."""
    code, latest = wanted
    columns = columns_read(kind)
    table = read_columns(folder, kind, segment, columns if stands is None else [*columns, OWNER])
    mine = np.zeros(table.num_rows, bool)
    for role in COLUMNS[kind][0]:
        codes, places = exploded(table[role].combine_chunks())
        mine[places[np.asarray(pc.equal(codes, code))]] = True
    if stands is not None:
        without, documents = stands
        named = np.asarray(pc.is_in(table[OWNER], value_set=pa.array(sorted(documents), pa.string())))
        mine &= ~named if without else named
    rows = np.flatnonzero(mine)
    return sums(kind, table.take(pa.array(rows)), rows, max(1, latest))
