"""Fetching the one file that the user named, over http(s), from a public address, up to a limit of size."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from multivector.net import Fetcher, check_address

__all__ = ["check_address", "downloaded"]

MOST_BYTES = 4 * 1024**3
MOST_SECONDS = 3600.0


@contextmanager
def downloaded(url: str) -> Iterator[Path]:
    """A scratch file with what is at the address, named as there; raises InputError where it cannot be fetched."""
    name = Path(urlsplit(url).path).name or "data.csv"
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / name
        with Fetcher(most_bytes=MOST_BYTES, most_seconds=MOST_SECONDS) as fetcher, path.open("wb") as file:
            fetcher.save(url, file)
        yield path
