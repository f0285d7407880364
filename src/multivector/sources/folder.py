"""A folder -> the files in it that may be articles, in one order on every machine."""

import os
from collections.abc import Iterator
from pathlib import Path

from multivector.errors import InputError, MissingInput
from multivector.sources.base import MAX_DEPTH, MAX_FILES, Failure
from multivector.sources.kinds import SUFFIXES, suffix_of

__all__ = ["find_sources", "posix_name", "scan"]

OURS = ("brief.html", "case.toml", "reviews.jsonl", "feeds.toml")  # a case's own files


def find_sources(path: Path) -> tuple[Path, ...]:
    """The files below a folder that may be articles, sorted by their POSIX path; a file is its own one source.

    Hidden files and folders, a case's own files and links that leave the folder are passed over.
    Raises MissingInput where there is nothing at `path`, InputError above MAX_FILES.
    """
    return tuple(found for found in scan(path) if isinstance(found, Path))


def scan(path: Path) -> tuple[Path | Failure, ...]:
    """As find_sources, with a Failure for each folder or link that could not be followed."""
    if not path.exists():
        raise MissingInput(f"{path}: no such file or folder; check the spelling")
    if not path.is_dir():
        return (path,)
    found: list[tuple[str, Path | Failure]] = []
    for entry in _walk(path, path, 1):
        name = entry.name if isinstance(entry, Failure) else posix_name(entry, path)
        found.append((name, entry))
        if len(found) > MAX_FILES:
            raise InputError(f"{path}: more than {MAX_FILES:,} files; split it, or put the articles into .jsonl files")
    return tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0]))


def posix_name(path: Path, root: Path) -> str:
    """The path below `root` with forward slashes; bytes that are not UTF-8 stand as U+FFFD."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace")


def _walk(folder: Path, root: Path, depth: int) -> Iterator[Path | Failure]:
    name = posix_name(folder, root)
    if depth > MAX_DEPTH:
        yield Failure(name, f"folders nest deeper than {MAX_DEPTH}", "move its files up")
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(name, f"the folder cannot be opened: {error.strerror}", "check its permissions")
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, root, depth + 1)
        elif suffix_of(entry.name) in SUFFIXES and entry.name not in OURS:
            yield from _file(entry, path, root)


def _file(entry: "os.DirEntry[str]", path: Path, root: Path) -> Iterator[Path | Failure]:
    """A regular file, or a link to one in the folder. Linked folders are not followed: inside they are read anyway."""
    if entry.is_symlink() and not _stays(path, root):
        yield Failure(posix_name(path, root), "it is a link that leaves the folder or leads nowhere", "copy the file")
    elif path.is_file():
        yield path


def _stays(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a dangling link, a loop
        return False
