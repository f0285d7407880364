"""The folder of kept tables: one Parquet file and one manifest a dataset, written aside and renamed into place."""

import datetime as dt
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import pyarrow as pa
import pyarrow.parquet as pq

from multivector.errors import InputError, MissingInput
from multivector.world.datasets.base import Dataset
from multivector.world.datasets.download import downloaded
from multivector.world.datasets.known import DATASETS

__all__ = ["add_dataset", "data_folder", "kept_datasets", "remove_dataset", "shaped_table"]

MANIFEST, TABLE = "manifest.json", "table.parquet"


def data_folder() -> Path:
    """Where tables are kept: $MULTIVECTOR_WORLD, else the user's own data folder."""
    return Path(os.environ.get("MULTIVECTOR_WORLD") or Path(click.get_app_dir("multivector")) / "world")


def add_dataset(name: str, source: str, version: str = "", label: str = "") -> dict[str, Any]:
    """Read a file, or what is at an http(s) address, as the named dataset and keep it; gives its manifest.

    It is kept under its name, or under a label of the user's where several files of one kind are wanted. An earlier
    table of that name is replaced. Raises InputError where the name is unknown, MissingInput where the file
    is, and UnreadableInput where it does not look right; nothing is kept then.
    """
    dataset, kept = _known(name), label or name
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}", kept):
        raise InputError(f"{kept!r}: a label has letters, digits, - and _ only")
    with _file(source) as path:
        found = dataset.read(path)
        if not found.table.num_rows:
            raise InputError(f"{source}: nothing in it fits {name}; check that it is the file named")
        manifest = {"name": kept, **_manifest(dataset, source, version, path, found.table, found.warnings)}
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
    pq.write_table(found.table, aside / TABLE, compression="zstd")
    (aside / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    earlier = aside.with_name(f"{aside.name}-old")
    if (folder / kept).exists():
        (folder / kept).rename(earlier)
    aside.rename(folder / kept)
    shutil.rmtree(earlier, ignore_errors=True)
    return manifest


def kept_datasets() -> list[dict[str, Any]]:
    """The manifests of all tables kept, by name."""
    paths = sorted(data_folder().glob(f"*/{MANIFEST}"))
    return [json.loads(path.read_text("utf-8")) for path in paths if not path.parent.name.startswith(".")]


def remove_dataset(name: str) -> None:
    """Delete a kept table; raises MissingInput where there is none."""
    folder = data_folder() / name
    if name not in {one["name"] for one in kept_datasets()}:
        raise MissingInput(f"{name}: no such table is kept in {data_folder()}")
    shutil.rmtree(folder)


def shaped_table(shape: str, name: str | None = None) -> pa.Table | None:
    """The kept table of that shape, or of that name; None where there is none.

    Raises InputError where several have the shape: they are never mixed, the user names one.
    """
    fitting = [one["name"] for one in kept_datasets() if one["shape"] == shape and name in (None, one["name"])]
    if len(fitting) > 1:
        raise InputError(f"several tables of {shape} are kept ({', '.join(fitting)}); name one of them")
    return pq.read_table(data_folder() / fitting[0] / TABLE) if fitting else None


def _known(name: str) -> Dataset:
    if name not in DATASETS:
        raise InputError(f"{name}: no such dataset; there are {', '.join(sorted(DATASETS))}")
    return DATASETS[name]


@contextmanager
def _file(source: str) -> Iterator[Path]:
    if "://" in source:
        with downloaded(source) as path:
            yield path
        return
    path = Path(source)
    if not path.is_file():
        raise MissingInput(f"{source}: no such file")
    yield path


def _manifest(
    dataset: Dataset, source: str, version: str, path: Path, table: pa.Table, warnings: list[str]
) -> dict[str, Any]:
    years = table["year"].drop_null().to_pylist() if "year" in table.column_names else []
    return {
        "dataset": dataset.name,
        "title": dataset.title,
        "shape": dataset.shape,
        "origin": dataset.origin,
        "licence": dataset.licence,
        "source": source if "://" in source else Path(source).name,
        "version": version,
        "sha256": _checksum(path),
        "added": dt.datetime.now(dt.UTC).date().isoformat(),
        "rows": table.num_rows,
        "first_year": min(years) if years else None,
        "last_year": max(years) if years else None,
        "columns": table.column_names,
        "warnings": warnings,
    }


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
