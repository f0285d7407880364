"""What runs anywhere: a stage, the job that runs it over shards, and the receipt for each shard.

A stage is a pure function from an Arrow table to an Arrow table. A job reads each shard, runs the stage on it and
commits the output under a name that is a hash of the shard, its content, the stage and its version: whoever does a
shard again, after a kill or beside another, gives the same file under the same name. So a stopped job goes on, and
nothing is lost or doubled, whatever an engine does with its tasks.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from multivector.engine.parts import earlier, write_part
from multivector.errors import StoreError
from multivector.model import Shard

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["FAILURE", "Hearing", "Job", "Receipt", "Stage", "part_name", "run_shard"]

FAILURE = "failure"  # rows of this kind say which input row came to nothing, and why


@dataclass(frozen=True, slots=True)
class Stage:
    """A pure function of a module, so that any process can import it, with its version and the shape of its output."""

    name: str
    version: str
    schema: "pa.Schema"
    run: "Callable[[pa.Table], pa.Table]"


@dataclass(frozen=True, slots=True)
class Job:
    """A stage over shards: `load` reads one, `out` is the folder, a path or URL, that the parts go to."""

    stage: Stage
    load: "Callable[[Shard], pa.Table]"
    out: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a shard: its label, the part's file name, rows in, rows out, how many of these are failures;
    `fresh` is False where an earlier run had done it."""

    shard: str
    file: str
    rows: int
    made: int
    failed: int
    fresh: bool


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who hears of a run: the bytes in all once they are known, each shard done, each thing that failed, as text."""

    total: Callable[[int], None]
    done: Callable[[Shard, Receipt], None]
    failed: Callable[[str], None]


def run_shard(job: Job, shard: Shard) -> Receipt:
    """Read the shard, run the stage and commit its part, unless it is there already.

    Raises UnreadableInput where the shard is broken and StoreError where the stage broke its promise.
    """
    table = job.load(shard)
    file = part_name(job.stage, shard, table)
    facts = earlier(job.out, file)
    if facts is not None:
        return Receipt(shard.label, file, *facts, fresh=False)
    made = job.stage.run(table)
    if not made.schema.equals(job.stage.schema):
        raise StoreError(f"the stage {job.stage.name} gave other columns than it promised for {shard.label}")
    failed = made["kind"].to_pylist().count(FAILURE) if "kind" in made.column_names else 0
    counts = (table.num_rows, made.num_rows, failed)
    write_part(job.out, file, made, counts, {"shard": shard.label, job.stage.name: job.stage.version})
    return Receipt(shard.label, file, *counts, fresh=True)


def part_name(stage: Stage, shard: Shard, table: "pa.Table") -> str:
    """The name of a shard's part: it changes with the shard's place or content, the stage, its version and columns."""
    digest = hashlib.sha256()
    for text in (stage.name, stage.version, str(stage.schema), shard.name, str(shard.start), str(shard.stop)):
        digest.update(text.encode("utf-8", "surrogateescape") + b"\0")
    for batch in table.to_batches():
        for row in batch.to_pylist():
            digest.update(repr(tuple(row.values())).encode())
    return f"part-{digest.hexdigest()[:32]}.parquet"
