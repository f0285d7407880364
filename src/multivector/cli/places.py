"""Where a case lives, given what the user named."""

from pathlib import Path
from typing import TYPE_CHECKING

from multivector.errors import MissingInput

if TYPE_CHECKING:
    from multivector.store import Store

__all__ = ["SOURCES", "case_and_sources", "store_of"]

SOURCES = "sources"


def case_and_sources(path: Path) -> tuple[Path, Path]:
    """The case's folder and where its sources are.

    A folder with `sources/` is a case; any other folder is a case whose sources lie in it. A single file gets a case
    of its own in the current folder, named after it. Raises MissingInput where nothing is at `path`.
    """
    if not path.exists():
        raise MissingInput(f"{path}: no such file or folder; name an article or a folder of articles")
    if path.is_dir():
        inner = path / SOURCES
        return path, inner if inner.is_dir() else path
    case = Path.cwd() / f"{path.stem}.case"
    case.mkdir(exist_ok=True)
    return case, path


def store_of(case: Path) -> "Store":
    """The store of a case that has been read; MissingInput where nothing ever was."""
    from multivector.store import Store  # late: --help needs none of it

    store = Store.open(case)
    if not store.jobs():
        raise MissingInput(f"{case}: nothing has been read there yet; run first: multivector read {case}")
    return store
