"""What a case holds, for other tools: JSON lines (the contract), CSV, Parquet, GraphML and POLECAT's columns."""

import sys
from pathlib import Path

from multivector.errors import InputError
from multivector.store.atomic import write_atomic
from multivector.store.export.graph import export_graphml
from multivector.store.export.lines import export_lines
from multivector.store.export.plover import Scores, export_plover
from multivector.store.export.tables import export_csv, export_parquet
from multivector.store.view import View

__all__ = [
    "FORMATS", "Scores", "export_csv", "export_graphml", "export_lines", "export_parquet", "export_plover",
    "write_export",
]  # fmt: skip

FORMATS = ("jsonl", "csv", "parquet", "graphml", "plover")


def write_export(view: View, format: str, out: Path | None, *, scores: Scores | None = None) -> tuple[Path, ...]:
    """Write the view in one of FORMATS and return the paths written.

    `out` is a file, for csv and parquet a folder; None writes to standard output. `scores` gives the plover format
    its intensities. Raises InputError for an unknown format, or where tables have no folder to go to.
    """
    if format in ("csv", "parquet"):
        folder = _folder(format, out)
        return export_csv(view, folder) if format == "csv" else export_parquet(view, folder)
    data = _text(view, format, scores).encode("utf-8")
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return ()
    write_atomic(out, data)
    return (out,)


def _text(view: View, format: str, scores: Scores | None) -> str:
    if format == "jsonl":
        return "".join(f"{line}\n" for line in export_lines(view))
    if format == "graphml":
        return export_graphml(view)
    if format == "plover":
        return export_plover(view, scores)
    raise InputError(f"no export format is called {format!r}; there are {', '.join(FORMATS)}")


def _folder(format: str, out: Path | None) -> Path:
    if out is None:
        raise InputError(f"{format} writes one table a kind: name a folder for them with -o")
    if out.exists() and not out.is_dir():
        raise InputError(f"{out}: is a file, but {format} needs a folder for its tables")
    return out
