"""Archives -> their files, one after the other, in memory: nothing is ever unpacked to disk."""

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from multivector.sources.base import MAX_BYTES, Failure
from multivector.sources.kinds import SUFFIXES, suffix_of
from multivector.sources.packed import Budget

__all__ = ["Member", "read_members"]

Member = tuple[str, bytes]
DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
MEND = "pack it anew as .zip or .tar.gz, or give the folder"


def read_members(name: str, file: IO[bytes], budget: Budget) -> Iterator[Member | Failure]:
    """The members that may be articles, as (name below the archive, bytes), by name.

    Hidden files and links are passed over. A member that is too large, locked or packed like a bomb is a Failure, as is
    an archive that cannot be read; nothing else is lost by it.
    """
    kind = suffix_of(name)
    try:
        yield from _zip(name, file, budget) if kind == ".zip" else _tar(name, file, budget, kind != ".tar")
    except (*DAMAGE, OSError) as error:
        yield Failure(name, f"it is not a readable archive: {str(error)[:120] or type(error).__name__}", MEND)


def _zip(name: str, file: IO[bytes], budget: Budget) -> Iterator[Member | Failure]:
    with zipfile.ZipFile(file) as archive:
        for info in sorted(archive.infolist(), key=lambda one: one.filename):
            inner = _inner(name, info.filename)
            if info.is_dir() or not _wanted(info.filename):
                continue
            refused = _refused(inner, info.file_size, budget, info.compress_size)
            if refused:
                yield refused
            elif info.flag_bits & 1:
                yield Failure(inner, "it is locked with a password", "unpack it yourself")
            else:
                yield _member(inner, archive, info)


def _member(inner: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member | Failure:
    """The member's bytes, never more than it says it has."""
    try:
        with archive.open(info) as file:
            return inner, file.read(min(info.file_size, MAX_BYTES) + 1)[: info.file_size]
    except (*DAMAGE, OSError) as error:
        return Failure(inner, f"it cannot be unpacked: {str(error)[:120] or type(error).__name__}", MEND)


def _tar(name: str, file: IO[bytes], budget: Budget, packed: bool) -> Iterator[Member | Failure]:
    """A tar's members in its own order: they can only be read as they come."""
    with tarfile.open(fileobj=file, mode="r|gz" if packed else "r|") as archive:
        for info in archive:
            inner = _inner(name, info.name)
            if not info.isreg() or not _wanted(info.name):
                if info.size > MAX_BYTES:
                    yield Failure(inner, "it holds a file too large to pass over", MEND)
                    return
                continue
            refused = _refused(inner, info.size, budget)
            if refused:
                yield refused
                if info.size > MAX_BYTES:
                    return  # passing over it would unpack it all
            elif (found := archive.extractfile(info)) is not None:
                yield inner, found.read(MAX_BYTES + 1)


def _refused(inner: str, size: int, budget: Budget, packed: int | None = None) -> Failure | None:
    if size > MAX_BYTES:
        return Failure(inner, f"it has {size / 1e6:.1f} MB, the limit is {MAX_BYTES // 1_000_000} MB", "split it")
    return budget.refuse(inner, size, packed)


def _wanted(member: str) -> bool:
    parts = [part for part in member.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return bool(parts) and not hidden and suffix_of(parts[-1]) in SUFFIXES


def _inner(name: str, member: str) -> str:
    """The member's name below that of its archive; steps that lead out of it are left out."""
    text = member.encode("utf-8", "replace").decode("utf-8").replace("\\", "/")
    parts = [part for part in text.split("/") if part not in ("", ".", "..")]
    return f"{name}/{'/'.join(parts)}"
