"""Where tables of texts lie: local paths and, through fsspec, object stores, by one set of verbs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from multivector.errors import InputError, MissingInput

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

__all__ = ["Place", "find_files", "is_local", "opened", "system_of"]

HIDDEN = ("_", ".")  # manifests, half-written parts


@dataclass(frozen=True, slots=True)
class Place:
    """A file: its path or URL, its name below what was asked for, its size in bytes."""

    path: str
    name: str
    size: int


def system_of(location: str) -> "tuple[AbstractFileSystem, str]":
    """The file system of a path or URL, and the path in it; raises InputError where nothing can open such a URL."""
    from fsspec.core import url_to_fs  # late: `--help` needs none of it
    from fsspec.implementations.local import LocalFileSystem

    if "://" not in location:  # as it stands: "::" and "~" are letters of a local path
        return LocalFileSystem(), os.path.abspath(location)
    try:
        system, path = url_to_fs(location)
    except (ValueError, ImportError) as error:
        raise InputError(f"{location}: {error}; local paths need no scheme") from error
    return system, str(path)


def find_files(location: str, kinds: tuple[str, ...]) -> tuple[Place, ...]:
    """The file at the location, or the files of these kinds in the folder there and below, by name.

    Raises MissingInput where there is nothing.
    """
    system, root = system_of(location)
    if system.isfile(root):
        return (Place(location, root.rsplit("/", 1)[-1], int(system.size(root))),)
    found = []
    for path, detail in system.find(root, detail=True).items() if system.isdir(root) else ():
        name = path[len(root.rstrip("/")) :].lstrip("/")
        if path.endswith(kinds) and not any(part.startswith(HIDDEN) for part in name.split("/")):
            found.append(Place(_as_given(system, path), name, int(detail["size"])))
    if not found:
        raise MissingInput(f"{location}: no such file, or a folder without any {', '.join(kinds)} file")
    return tuple(sorted(found, key=lambda place: place.name))


@contextmanager
def opened(path: str) -> "Iterator[BinaryIO]":
    """The bytes of a file, to be read from any place; raises MissingInput where there is none."""
    if "://" not in path:
        if not Path(path).is_file():
            raise MissingInput(f"{path}: no such file")
        with Path(path).open("rb") as file:
            yield file
        return
    system, inner = system_of(path)
    try:
        stream: Any = system.open(inner, "rb")
    except FileNotFoundError as error:
        raise MissingInput(f"{path}: no such file") from error
    with stream:
        yield stream


def _as_given(system: "AbstractFileSystem", path: str) -> str:
    """A path that `opened` can open again, in any process."""
    return path if is_local(system) else str(system.unstrip_protocol(path))


def is_local(system: "AbstractFileSystem") -> bool:
    """Whether paths are those of this machine's own files."""
    return "file" in ((system.protocol,) if isinstance(system.protocol, str) else system.protocol)
