"""Writing a file so that it is there whole or not at all."""

import os
from pathlib import Path
from threading import get_ident

__all__ = ["TMP_SUFFIX", "make_folder", "sweep", "sync_folder", "write_atomic"]

TMP_SUFFIX = ".tmp"


def write_atomic(path: Path, data: bytes) -> None:
    """Write the bytes beside the path, fsync, rename into place and fsync the folder; makes the folder where needed.

    Guaranteed: a reader of the path sees the old bytes or the new ones. A kill may leave PATH.<process>.tmp behind.
    """
    make_folder(path.parent)
    aside = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}{TMP_SUFFIX}")
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, each durable in the one that holds it."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the folder's names durable; a system that cannot open folders (Windows) is left to its own care."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except (PermissionError, IsADirectoryError):
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> int:
    """Remove the files that a killed write left anywhere under the folder; returns how many."""
    found = sorted(folder.rglob(f"*{TMP_SUFFIX}")) if folder.is_dir() else []
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)
