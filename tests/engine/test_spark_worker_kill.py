"""A cluster of real processes, as tools/cluster.sh starts it: a whole Worker is killed and the result is exact."""

import json
import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from stages import cut, job
from tests.record_tables import events
from tests.spark_cluster import NEEDED, environment, session

from multivector.engine.parts import read_part
from multivector.engine.spark import run_spark
from multivector.lake_tables import Wanted, lake_measure
from multivector.sources import shards

pytestmark = NEEDED
SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "cluster.sh"


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """The URL of a master with two workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = environment()
    settings = {**os.environ, **own, "PYTHON": own["PYSPARK_PYTHON"], "PORT": str(port)}
    folder = tmp_path / "cluster"
    started = subprocess.run(
        ["sh", str(SCRIPT), "start", str(folder)], env=settings, capture_output=True, text=True, check=False
    )
    try:
        assert started.returncode == 0, started.stderr
        yield started.stdout.strip()
    finally:
        subprocess.run(["sh", str(SCRIPT), "stop", str(folder)], env=settings, check=False)


def test_a_killed_worker_changes_nothing(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SMALLEST", 1)
    rows = [{"id": str(n), "text": "word " * n} for n in range(6)]
    rows.insert(2, {"id": "x", "text": f"kill worker {tmp_path / 'mark'}"})
    given = tmp_path / "in.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with session(cluster, **{"spark.executor.memory": "512m"}):
        receipts = run_spark(job(tmp_path / "out"), cut(given), lambda *_: None)
        (tmp_path / "lake").mkdir()
        pq.write_table(events(300), tmp_path / "lake" / "events.parquet")
        after = lake_measure(str(tmp_path / "lake"), Wanted("dyad-months"), "spark").table
    assert (tmp_path / "mark").read_text("utf-8") == ""
    found = [row for r in receipts for row in read_part(str(tmp_path / "out"), r.file).to_pylist()]
    assert [(row["id"], row["words"]) for row in found] == [(row["id"], len(row["text"].split())) for row in rows]
    assert {path.name for path in (tmp_path / "out").glob("part-*")} == {r.file for r in receipts}
    assert after.to_pylist() == lake_measure(str(tmp_path / "lake"), Wanted("dyad-months")).table.to_pylist()
