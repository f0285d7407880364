"""Small segments written together: a case that is read every hour would end up with thousands of tiny files."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from multivector.model import make_id
from multivector.store.kinds import OWNER, SCHEMA_VERSION
from multivector.store.manifest import Manifest, Source

__all__ = ["MANY", "SMALL", "compact"]

SMALL = 128  # documents: a segment with fewer is small
MANY = 32  # small segments from which it pays to write them together
TOGETHER = 1024  # documents in one segment that is made so


def compact(folder: Path, manifest: Manifest, *, many: int = MANY) -> int:
    """Write the documents of small segments together where there are at least `many`; returns how many there were.

    Only for who holds the write lock. Views that are open keep reading the old segments, which go as all segments do
    that no source names. A View shows the same before and after; what was forgotten is left out. Raises StoreError
    where a segment cannot be read; then nothing has changed.
    """
    snapshot = manifest.snapshot()
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in snapshot.sources:
        groups[source.segment].append(source)
    small = {segment: sources for segment, sources in groups.items() if len(sources) < SMALL}
    if len(small) < many:
        return 0
    batch: list[Source] = []
    for segment in sorted(small):
        if batch and len(batch) + len(small[segment]) > TOGETHER:
            _rewrite(folder, manifest, batch, snapshot.kinds)
            batch = []
        batch += small[segment]
    _rewrite(folder, manifest, batch, snapshot.kinds)
    return len(small)


def _rewrite(folder: Path, manifest: Manifest, sources: Sequence[Source], kinds: frozenset[tuple[str, str]]) -> None:
    """Put the rows of these sources into one segment, and name it in the manifest in one transaction."""
    import pyarrow as pa  # late: Arrow takes 0.2 s to import
    import pyarrow.compute as pc

    from multivector.store.segments import read_table, write_segment

    documents = sorted(source.document for source in sources)
    made = make_id("segment", "compacted", SCHEMA_VERSION, *documents)
    held: dict[str, list[str]] = defaultdict(list)  # an older segment may still have rows of what was read anew
    for source in sources:
        held[source.segment].append(source.document)
    written = []
    for kind in sorted({kind for segment, kind in kinds if segment in held}):
        tables = {s: read_table(folder, kind, s) for s in sorted(held) if (s, kind) in kinds}
        kept = [t.filter(pc.is_in(t[OWNER], value_set=pa.array(held[s]))) for s, t in tables.items()]
        written.append((made, kind, write_segment(folder, kind, made, kept)))
    manifest.commit([replace(source, segment=made) for source in sources], written)
