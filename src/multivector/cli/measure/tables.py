"""The tables that a measure reads: a file that the user names, else the one that `multivector world add` keeps."""

from pathlib import Path
from typing import TYPE_CHECKING

from multivector.errors import MissingInput, UnreadableInput
from multivector.reference import kept, ledger, own_books

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["events_of", "kept", "ledger", "mirror_books", "own_books", "read_table", "table_of"]


def table_of(shape: str, given: str | None) -> "pa.Table":
    """The table of that shape: a file, or a kept table by its name, or the only kept one of that shape.

    Raises MissingInput with the way to get it where there is none.
    """
    if given is not None and Path(given).suffix:
        return read_table(Path(given))
    found = kept(shape, given)
    if found is None:
        named = f"{given}: no such table of {shape}" if given else f"no table of {shape}"
        raise MissingInput(f"{named} is kept; add one (see `multivector world --help`) or name a file")
    return found


def read_table(path: Path) -> "pa.Table":
    """A Parquet, CSV or JSON-lines file; raises UnreadableInput where it is none of them."""
    import pyarrow as pa  # late, as above
    import pyarrow.csv
    import pyarrow.json
    import pyarrow.parquet

    if not path.is_file():
        raise MissingInput(f"{path}: no such file")
    readers = {".parquet": pa.parquet.read_table, ".csv": pa.csv.read_csv, ".jsonl": pa.json.read_json}
    if path.suffix not in readers:
        raise UnreadableInput(f"{path}: tables are read from {', '.join(readers)} files")
    try:
        return readers[path.suffix](str(path))
    except pa.ArrowInvalid as error:
        raise UnreadableInput(f"{path}: not a {path.suffix[1:]} table: {error}") from error


def events_of(case: Path | None, given: str | None) -> "pa.Table":
    """A case's events, or a table of events with the scores that it lacks filled in by the codebook."""
    from multivector.case_tables import case_events, scored  # late, as above

    return case_events(case) if case is not None else scored(table_of("events", given))


def mirror_books(
    exports: str | None, imports: str | None, exporters: tuple[str, ...], importers: tuple[str, ...], year: int
) -> "tuple[pa.Table, pa.Table, tuple[str, ...]]":
    """The exporters' books, the importers' books, and the exporters, an organisation being its members of the year.

    A table that has rows under the group's own code is asked for that code.
    """
    import pyarrow.compute as pc  # late, as above

    sold, bought = table_of("trade", exports), table_of("trade", imports)
    named = set(pc.unique(sold["exporter"]).to_pylist())
    members = tuple(state for code in exporters for state in ((code,) if code in named else _members(code, year)))
    return own_books(sold, members), own_books(bought, importers), members


def _members(code: str, year: int) -> tuple[str, ...]:
    from multivector.world.actors import group_members  # late, as above
    from multivector.world.memberships import members_at

    return group_members(code) or tuple(sorted(members_at(code, f"{year}-12-31"))) or (code,)
