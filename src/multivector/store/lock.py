"""One writer at a time for a case."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from multivector.errors import StoreError
from multivector.store.atomic import make_folder

__all__ = ["hold"]

WAIT_SECONDS = 10.0


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the case's write lock; it ends with the process, however that ends.

    The lock is an exclusive transaction on an empty SQLite file: the one file lock that Python has on every system.
    Raises StoreError where another process still writes after WAIT_SECONDS.
    """
    make_folder(folder)
    with closing(sqlite3.connect(folder / "lock.sqlite", timeout=WAIT_SECONDS, isolation_level=None)) as db:
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreError(f"{folder}: another command writes to this case ({error}); wait for its end") from error
        yield
