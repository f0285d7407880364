"""A path -> its sources, one after the other; a bad file is a Failure and never stops the rest."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

from multivector.model import content_hash
from multivector.sources.archive import read_members
from multivector.sources.base import MAX_BYTES, Failure, Found, Known, Source, Unchanged, nothing_known
from multivector.sources.cells import read_csv, read_parquet
from multivector.sources.docx import read_docx
from multivector.sources.folder import posix_name, scan
from multivector.sources.kinds import ARCHIVES, SUFFIXES, suffix_of
from multivector.sources.lines import read_lines
from multivector.sources.mail import read_mail
from multivector.sources.packed import Budget
from multivector.sources.page import read_page
from multivector.sources.pdf import read_pdf
from multivector.sources.plain import read_markdown, read_plain
from multivector.sources.warc import read_warc

__all__ = ["read_sources"]

READERS: dict[str, Callable[[str, bytes], Source | Failure]] = {
    "": read_plain,  # a single file that was named by hand
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".eml": read_mail,
}
STREAMS: dict[str, Callable[[str, IO[bytes], Known], Iterator[Found]]] = {
    ".jsonl": read_lines,
    ".csv": read_csv,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".warc.gz": read_warc,
}


def read_sources(path: Path, known: Known = nothing_known) -> Iterator[Found]:
    """All sources at `path`, a file or a folder, in the order of their names; archives and tables give many.

    An article for whose name and hash `known` says yes comes as Unchanged and is not decoded again.
    Raises MissingInput where there is nothing at `path`, and InputError for a folder of too many files, at once; all
    else that goes wrong comes as a Failure in its place.
    """
    return _read_all(scan(path), path, known)


def _read_all(found: tuple[Path | Failure, ...], root: Path, known: Known) -> Iterator[Found]:
    for entry in found:
        if isinstance(entry, Failure):
            yield entry
        else:
            yield from _read_file(entry, posix_name(entry, root if entry != root else entry.parent), known)


def _read_file(path: Path, name: str, known: Known) -> Iterator[Found]:
    try:
        with path.open("rb") as file:
            yield from _read(name, file, known, Budget())
    except OSError as error:
        yield Failure(name, f"it cannot be opened: {error.strerror}", "check that it is there and may be read")


def _read(name: str, file: IO[bytes], known: Known, budget: Budget) -> Iterator[Found]:
    suffix = suffix_of(name)
    if suffix in STREAMS:
        yield from STREAMS[suffix](name, file, known)
    elif suffix in ARCHIVES:
        yield from _archive(name, file, known, budget)
    elif suffix in READERS:
        yield _whole(name, file, READERS[suffix], known)
    else:
        yield Failure(name, f"{suffix} files are not read", f"save it as one of {' '.join(SUFFIXES)}")


def _archive(name: str, file: IO[bytes], known: Known, budget: Budget) -> Iterator[Found]:
    if not budget.nested:
        yield Failure(name, "archives nest deeper than is read", "unpack it yourself and give the folder")
        return
    budget.nested -= 1
    for member in read_members(name, file, budget):
        if isinstance(member, Failure):
            yield member
        else:
            yield from _read(member[0], BytesIO(member[1]), known, budget)
    budget.nested += 1


def _whole(name: str, file: IO[bytes], reader: Callable[[str, bytes], Source | Failure], known: Known) -> Found:
    data = file.read(MAX_BYTES + 1)
    size = len(data)
    if size > MAX_BYTES:
        size = max(size, file.seek(0, 2)) if file.seekable() else size
        return Failure(name, f"it has {size / 1e6:.1f} MB, the limit is {MAX_BYTES // 1_000_000} MB", "split it")
    return Unchanged(name) if known(name, content_hash(data)) else reader(name, data)
