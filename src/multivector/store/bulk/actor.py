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
from multivector.store.kinds import OWNER
from multivector.store.manifest import Snapshot
from multivector.store.segments import read_columns, read_rows

__all__ = ["ActorPage", "actor_page"]

LATEST = 20
UNDATED = ""  # sorts before every day
# Of each kind of record: where the actor may stand and as what, the column that tells the sort, and that of the day.
COLUMNS: dict[str, tuple[dict[str, str], str, str]] = {
    "event": ({"source": "source", "target": "target"}, "type", "date"),
    "statement": ({"speaker": "speaker", "about": "about"}, "cue", "said_on"),
    "trade_measure": ({"imposer": "imposer", "target": "target"}, "measure", "start"),
    "membership": ({"state": "state", "organisation": "organisation"}, "status", "date"),
}

LEAVES = {  # of columns that hold more, what is read
    "speaker": ("speaker.state", "speaker.actor"), "date": ("date.start",), "said_on": ("said_on.start",)
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActorPage:
    """Records as they were read; each list with the most first, years in order ("" is undated)."""

    actor: str
    counts: tuple[tuple[str, str, str, int], ...]  # kind, as what, sort (type, cue, measure or status), records
    partners: tuple[tuple[str, int], ...]  # who stands on the other side
    years: tuple[tuple[str, int], ...]
    latest: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class _Hits:
    """The rows of one segment in which the actor stands, and of these the sorts, days and codes of the other side."""

    segment: str
    kind: str
    role: str
    rows: Any
    sorts: pa.Array
    days: pa.Array
    partners: pa.Array


def actor_page(folder: Path, snapshot: Snapshot, code: str, latest: int = LATEST) -> ActorPage:
    """All that the case holds of the actor, by its code; only the columns that tell it are read."""
    counts: Counter[tuple[str, str, str]] = Counter()
    partners: Counter[str] = Counter()
    years: Counter[str] = Counter()
    newest: list[tuple[str, str, str, int]] = []
    for hits in _all_hits(folder, snapshot, code):
        counts.update({(hits.kind, hits.role, sort): n for sort, n in _counted(hits.sorts).items()})
        years.update(_counted(pc.utf8_slice_codeunits(hits.days, 0, 4)))
        partners.update(_counted(hits.partners))
        newest = sorted({*newest, *_newest(hits, latest)})[-latest:] if latest else []
    del partners[code], partners[UNDATED]
    found = [read_rows(folder, kind, segment, [row])[0][1] for _, kind, segment, row in reversed(newest)]
    return ActorPage(
        code,
        tuple((*key, n) for key, n in sorted(counts.items(), key=lambda one: (-one[1], one[0]))),
        tuple(sorted(partners.items(), key=lambda one: (-one[1], one[0]))),
        tuple(sorted(years.items())),
        tuple(found),
    )


def _counted(values: pa.Array) -> dict[str, int]:
    """How often each value stands there; what is missing counts as ""."""
    found = pc.value_counts(pc.fill_null(values, UNDATED))
    return dict(zip(found.field("values").to_pylist(), found.field("counts").to_pylist(), strict=True))


def _newest(hits: _Hits, latest: int) -> list[tuple[str, str, str, int]]:
    """The latest of the rows, with what it takes to read them; of equal days those that stand last."""
    days = pc.fill_null(hits.days, UNDATED)
    table = pa.table({"day": days, "row": pa.array(hits.rows)})
    top = pc.select_k_unstable(table, latest, [("day", "descending"), ("row", "descending")])
    return [(days[one].as_py(), hits.kind, hits.segment, int(hits.rows[one])) for one in top.to_pylist()]


def _all_hits(folder: Path, snapshot: Snapshot, code: str) -> Iterator[_Hits]:
    gone = {bulk.segment: bulk.gone for bulk in snapshot.bulk}
    singly: dict[str, set[str]] = {}
    for source in snapshot.sources:
        singly.setdefault(source.segment, set()).add(source.document)
    for segment, kind in sorted(snapshot.kinds):
        if kind not in COLUMNS or not (segment in gone or segment in singly):
            continue
        roles, sort, day = COLUMNS[kind]
        whole = segment in gone and not gone[segment]
        wanted = [one for column in (*roles, sort, day) for one in LEAVES.get(column, (column,))]
        table = read_columns(folder, kind, segment, wanted if whole else [*wanted, OWNER])
        stands = None if whole else _standing(table[OWNER], gone.get(segment), singly.get(segment, set()))
        for role, other in zip(roles, reversed(roles), strict=True):
            rows = _where(table[role].combine_chunks(), code)
            rows = rows if stands is None else rows[stands[rows]]
            if len(rows):
                part = table.take(pa.array(rows))
                sorts, days = part[sort].combine_chunks(), _days(part[day].combine_chunks())
                yield _Hits(segment, kind, role, rows, sorts, days, _codes(part[other].combine_chunks()))


def _standing(owners: pa.ChunkedArray, gone: frozenset[str] | None, singly: set[str]) -> Any:
    """Which rows are of documents that the case shows."""
    named = pc.is_in(owners, value_set=pa.array(sorted(singly if gone is None else gone), pa.string()))
    return np.asarray(named if gone is None else pc.invert(named))


def _where(column: pa.Array, code: str) -> Any:
    """The rows in which the actor stands in that column: a code, a list of codes or a speaker."""
    if pa.types.is_struct(column.type):
        either = [pc.fill_null(pc.equal(pc.struct_field(column, name), code), False) for name in ("state", "actor")]
        return np.flatnonzero(np.asarray(pc.or_(*either)))
    if pa.types.is_list(column.type):
        hit = np.asarray(pc.fill_null(pc.equal(column.flatten(), code), False))
        return np.unique(np.asarray(column.value_parent_indices())[hit])
    return np.flatnonzero(np.asarray(pc.fill_null(pc.equal(column, code), False)))


def _codes(column: pa.Array) -> pa.Array:
    if pa.types.is_struct(column.type):
        return pc.coalesce(pc.struct_field(column, "state"), pc.struct_field(column, "actor"))
    return column.flatten() if pa.types.is_list(column.type) else column


def _days(column: pa.Array) -> pa.Array:
    return pc.struct_field(column, "start") if pa.types.is_struct(column.type) else column
