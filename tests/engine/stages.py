"""A stage for tests: each row's words counted, and texts that make the process that works on them die."""

import os
import signal
from pathlib import Path

import pyarrow as pa

from multivector.engine.stage import FAILURE, Job, Stage
from multivector.model import Shard
from multivector.sources.places import find_files
from multivector.sources.rows import read_shard
from multivector.sources.shards import KINDS, shards_of

SCHEMA = pa.schema([("id", pa.string()), ("kind", pa.string()), ("words", pa.int64())])


def count_words(table: pa.Table) -> pa.Table:
    """A row a text; `kill once PATH` dies where PATH is not there yet, `kill always` dies."""
    rows = []
    for row in table.to_pylist():
        text = row["text"] or ""
        if text.startswith("kill once") and not (mark := Path(text.split()[-1])).exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if text == "kill always":
            os.kill(os.getpid(), signal.SIGKILL)
        kind = FAILURE if row["id"] is None else "count"
        rows.append({"id": row["id"], "kind": kind, "words": len(text.split())})
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def stage(version: str = "1") -> Stage:
    """The stage under a version."""
    return Stage("words", version, SCHEMA, count_words)


def job(out: Path | str, version: str = "1") -> Job:
    """Its job."""
    return Job(stage(version), read_shard, str(out))


def cut(given: Path | str) -> list[Shard]:
    """The shards of a file or folder."""
    return [shard for place in find_files(str(given), KINDS) for shard in shards_of(place)]
