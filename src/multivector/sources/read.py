"""A path -> its sources, one after the other; a bad file is a Failure and never stops the rest."""

from collections.abc import Callable, Iterator
from pathlib import Path

from multivector.sources.base import MAX_BYTES, SUFFIXES, Failure, Source
from multivector.sources.folder import posix_name, scan
from multivector.sources.lines import read_lines
from multivector.sources.page import read_page
from multivector.sources.pdf import read_pdf
from multivector.sources.plain import read_markdown, read_plain

__all__ = ["read_sources"]

Reader = Callable[[str, bytes], Source | Failure]
READERS: dict[str, Reader] = {
    "": read_plain,  # a single file that was named by hand
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".pdf": read_pdf,
}


def read_sources(path: Path) -> Iterator[Source | Failure]:
    """All sources at `path`, a file or a folder, in the order of their names.

    Raises MissingInput where there is nothing at `path`, and InputError for a folder of too many files, at once; all
    else that goes wrong comes as a Failure in its place.
    """
    return _read_all(scan(path), path)


def _read_all(found: tuple[Path | Failure, ...], root: Path) -> Iterator[Source | Failure]:
    for entry in found:
        if isinstance(entry, Failure):
            yield entry
        else:
            yield from _read_file(entry, posix_name(entry, root if entry != root else entry.parent))


def _read_file(path: Path, name: str) -> Iterator[Source | Failure]:
    suffix = path.suffix.lower()
    try:
        if suffix == ".jsonl":
            with path.open("rb") as file:
                yield from read_lines(name, file)
        elif suffix in READERS:
            yield _read_whole(path, name, READERS[suffix])
        else:
            yield Failure(name, f"{suffix} files are not read", f"save it as one of {' '.join(SUFFIXES)}")
    except OSError as error:
        yield Failure(name, f"it cannot be opened: {error.strerror}", "check that it is there and may be read")


def _read_whole(path: Path, name: str, reader: Reader) -> Source | Failure:
    size = path.stat().st_size
    if size <= MAX_BYTES:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        size = len(data)
    if size > MAX_BYTES:
        return Failure(name, f"it has {size / 1e6:.1f} MB, the limit is {MAX_BYTES // 1_000_000} MB", "split it")
    return reader(name, data)
