"""Spark for tests: a session on a cluster, in a home of its own beside PySpark's."""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

__all__ = ["NEEDED", "environment", "session", "spark_home"]

HERE = Path(__file__).resolve().parent
CLUSTER = "local-cluster[2,1,1024]"
# A JVM that starts fast matters more here than one that runs fast.
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"


def _missing() -> str | None:
    """Why there is no Spark here; None where there is."""
    try:
        import pyspark  # noqa: F401  # late: an extra
    except ImportError:
        return "PySpark is not installed"
    return None if shutil.which("java") or os.environ.get("JAVA_HOME") else "there is no Java"


NEEDED = [pytest.mark.spark, pytest.mark.skipif(_missing() is not None, reason=_missing() or "")]


@cache
def spark_home() -> Path:
    """A SPARK_HOME that leads to PySpark's files and keeps what Spark writes (`work`) to itself."""
    import pyspark

    folder = Path(tempfile.mkdtemp(prefix="spark-home-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    home = folder / "spark"
    home.mkdir()
    for name in ("bin", "jars", "python", "sbin"):
        (home / name).symlink_to(Path(pyspark.__file__).parent / name)
    return home


def environment() -> dict[str, str]:
    """What every process of a cluster of tests needs: Spark's home, this Python, the tests' own stages."""
    paths = [str(HERE.parent / "src"), str(HERE / "engine"), os.environ.get("PYTHONPATH", "")]
    return {
        "SPARK_HOME": str(spark_home()), "SPARK_LOCAL_DIRS": str(spark_home().parent / "local"),
        "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
    }  # fmt: skip


@contextmanager
def session(master: str = CLUSTER, **settings: str) -> Iterator[Any]:
    """A session on the master; the driver's JVM is started once and serves those that follow."""
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        for key, value in environment().items():
            patch.setenv(key, value)
        builder: Any = SparkSession.builder.master(master).appName("tests")
        options = {
            "spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.sql.session.timeZone": "UTC",
            "spark.driver.extraJavaOptions": JAVA, "spark.executor.extraJavaOptions": JAVA,
            "spark.sql.shuffle.partitions": "2", "spark.ui.showConsoleProgress": "false",
            "spark.log.level": "ERROR", **settings,
        }  # fmt: skip
        for key, value in options.items():
            builder = builder.config(key, value)
        running = builder.getOrCreate()
        try:
            yield running
        finally:
            running.stop()
