"""Spark: the same job over shards through mapInArrow, and SQL; the one file that knows PySpark.

Spark only hands shards out and carries receipts back. Parts are committed by name by whoever does a shard
(`engine.stage`), so a task that Spark runs twice, after an executor was lost or by speculation, changes nothing, and no
result rests on Spark's own writers.
"""

import os
import re
import shutil
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import fields
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from multivector.engine.duck import Given
from multivector.engine.stage import Job, Receipt, run_shard
from multivector.errors import InputError, StoreError
from multivector.model import Shard

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import SparkSession

__all__ = ["run_spark", "run_sql"]

WAVE = 4  # shards a core in one Spark job; the next job begins while the last shards of this one are at work
ABORTED = "Job aborted"
LONGEST_LINE = 400
AT_ONCE = 2  # Spark jobs
RECEIPT = "place long, shard string, file string, rows long, made long, failed long, fresh boolean"
SETTINGS = {"spark.sql.session.timeZone": "UTC", "spark.ui.showConsoleProgress": "false"}


def run_spark(
    job: Job, shards: Iterable[Shard], told: Callable[[Shard, Receipt], None], master: str | None = None
) -> list[Receipt]:
    """The receipts of all shards in their order; `told` hears of each when its wave is done.

    Executors need to import multivector and to reach the paths that the shards and the job name. Raises InputError
    where Spark or Java is missing, StoreError where Spark gave a task up; what is done by then stays.
    """
    session = _session(master)
    size = max(WAVE * session.sparkContext.defaultParallelism, 1)
    receipts: list[Receipt] = []

    def settle(wave: Sequence[Shard], found: "Future[list[Receipt]]") -> None:
        for shard, receipt in zip(wave, _answer(found.result), strict=True):
            told(shard, receipt)
            receipts.append(receipt)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        running: deque[tuple[tuple[Shard, ...], Future[list[Receipt]]]] = deque()
        for wave in _waves(shards, size):
            if len(running) == AT_ONCE:
                settle(*running.popleft())
            running.append((wave, pool.submit(_wave, session, job, wave)))
        while running:
            settle(*running.popleft())
    return receipts


def run_sql(sql: str, tables: "Mapping[str, Given]", master: str | None = None) -> "pa.Table":
    """The rows of one SELECT, in Spark's dialect, over the named tables: Arrow tables, Parquet files or folders.

    Raises InputError where the SQL does not fit the tables, or Spark or Java is missing.
    """
    session = _session(master)
    from pyspark.errors import AnalysisException  # late: the extra may be missing, `_session` says so

    for name, table in tables.items():
        if isinstance(table, Path | tuple):
            paths = (str(table),) if isinstance(table, Path) else table
            frame = session.read.parquet(*map(_url, paths))
        else:
            frame = session.createDataFrame(table)
        frame.createOrReplaceTempView(name)
    try:
        return session.sql(sql).toArrow()
    except AnalysisException as error:
        raise InputError(f"the tables {', '.join(tables)} do not fit the measure: {_first_line(error)}") from error


def _session(master: str | None) -> "SparkSession":
    """The session that runs already (a notebook's, spark-submit's), else one on the master, else on this machine."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise InputError("Spark is not installed: pip install 'multivector[spark]'") from error
    running = SparkSession.getActiveSession()
    if running is not None:
        return running
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise InputError("Spark needs Java 17: install it, or set JAVA_HOME")
    try:
        session: SparkSession = _builder(SparkSession.builder, master).getOrCreate()
    except PySparkException as error:
        raise InputError(f"Spark did not start on {master or 'this machine'}: {_first_line(error)}") from error
    session.sparkContext.setLogLevel("ERROR")
    return session


def _builder(builder: Any, master: str | None) -> Any:
    """The session's settings; spark-submit, where it runs us, has settled the master."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = builder.appName("multivector")
    for key, value in SETTINGS.items():
        builder = builder.config(key, value)
    if not master and "PYSPARK_GATEWAY_PORT" in os.environ:
        return builder
    return builder.master(master or os.environ.get("SPARK_MASTER") or "local[*]")


def _waves(shards: Iterable[Shard], size: int) -> Iterator[tuple[Shard, ...]]:
    source = iter(shards)
    while wave := tuple(islice(source, size)):
        yield wave


def _wave(session: "SparkSession", job: Job, wave: tuple[Shard, ...]) -> list[Receipt]:
    """One Spark job: a task a shard."""

    def work(batches: "Iterator[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
        import pyarrow as pa  # late: this runs on an executor

        for batch in batches:
            for place in batch.column(0).to_pylist():
                receipt = run_shard(job, wave[place])
                cells = {"place": place} | {f.name: getattr(receipt, f.name) for f in fields(Receipt)}
                yield pa.RecordBatch.from_pylist([cells])

    frame = session.range(0, len(wave), 1, len(wave)).mapInArrow(work, RECEIPT)
    rows = sorted(frame.toArrow().to_pylist(), key=lambda row: int(row.pop("place")))
    return [Receipt(**row) for row in rows]


def _answer(result: "Callable[[], list[Receipt]]") -> list[Receipt]:
    from py4j.protocol import Py4JError  # late, as above
    from pyspark.errors import PySparkException

    try:
        return result()
    except (PySparkException, Py4JError) as error:
        raise StoreError(f"Spark gave up: {_first_line(error)}; what is done stays, run the command again") from error


def _url(path: str) -> str:
    """A path as Spark's file systems name it."""
    if "://" not in path:
        whole = str(Path(path).absolute())  # no as_uri(): Hadoop takes %20 for three letters
        return "file://" + re.sub(r"([\\*?{}\[\]])", r"\\\1", whole)  # and these for a pattern
    return path.replace("s3://", "s3a://", 1) if path.startswith("s3://") else path


def _first_line(error: Exception) -> str:
    """The line of Spark's long messages that says what was wrong: our own error, why a job ended, else the first."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    ours = [line for line in lines if line.startswith("multivector.errors.")]
    aborted = [line[line.index(ABORTED) :] for line in lines if ABORTED in line]
    return (ours or aborted or lines or [type(error).__name__])[0][:LONGEST_LINE]
