"""A stage for tests: each row's words counted, and texts that make the process that works on them die."""

import os
import signal
import time
from pathlib import Path

import pyarrow as pa

from multivector.engine.stage import FAILURE, Job, Stage
from multivector.model import Shard
from multivector.sources.places import find_files
from multivector.sources.rows import read_shard
from multivector.sources.shards import KINDS, shards_of

SCHEMA = pa.schema([("id", pa.string()), ("kind", pa.string()), ("words", pa.int64())])


# Whom a text kills: who works on it, or one of the processes above (of a Python worker under Spark: its daemon, the
# executor, and the Worker that started this).
ABOVE = {"once": 0, "executor": 2, "worker": 3}


def count_words(table: pa.Table) -> pa.Table:
    """A row a text; `kill once|executor|worker PATH` kills where PATH is not there yet, `kill always` always."""
    rows = []
    for row in table.to_pylist():
        text = row["text"] or ""
        if text == "kill always":
            os.kill(os.getpid(), signal.SIGKILL)
        if text.startswith("kill"):
            _kill(*text.split()[1:])
        kind = FAILURE if row["id"] is None else "count"
        rows.append({"id": row["id"], "kind": kind, "words": len(text.split())})
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _kill(whom: str, mark: str) -> None:
    if Path(mark).exists():
        return
    Path(mark).touch()
    process = os.getpid()
    for _ in range(ABOVE[whom]):
        process = int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
    if whom != "once" and Path(f"/proc/{process}/comm").read_text().strip() != "java":
        Path(mark).write_text("no Java process there", "utf-8")
    os.kill(process, signal.SIGKILL)
    time.sleep(60)  # nothing is committed by who is about to be killed


def stage(version: str = "1") -> Stage:
    """The stage under a version."""
    return Stage("words", version, SCHEMA, count_words)


def job(out: Path | str, version: str = "1") -> Job:
    """Its job."""
    return Job(stage(version), read_shard, str(out))


def cut(given: Path | str) -> list[Shard]:
    """The shards of a file or folder."""
    return [shard for place in find_files(str(given), KINDS) for shard in shards_of(place)]
