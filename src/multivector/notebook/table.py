"""A case's records of one kind, as plain rows, Arrow, pandas or polars."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from multivector.errors import InputError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["Table"]

ROWS_SHOWN, CELL_SHOWN = 10, 80
SHOWN: Mapping[str, tuple[str, ...]] = {
    "document": ("document", "outlet", "published", "title", "language"),
    "actor": ("id", "type", "name", "state", "role"),
    "statement": ("document", "speaker", "evidence", "stance", "said_on"),
    "event": ("document", "source", "type", "target", "status", "date", "evidence"),
    "trade_measure": ("document", "imposer", "measure", "target", "goods", "start", "evidence"),
    "membership": ("document", "state", "organisation", "status", "date", "evidence"),
    "link": ("document", "from", "link", "to", "attributed_to", "evidence"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the shape of the export (docs: the export's field names), in its stable order."""

    kind: str
    rows: tuple[Mapping[str, Any], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self.rows)

    def arrow(self) -> "pa.Table":
        """As an Arrow table, typed as the export's Parquet is."""
        from multivector.store.export.parquet import as_arrow  # late: Arrow takes 0.2 s to import

        return as_arrow(self.kind, [dict(row) for row in self.rows])

    def pandas(self) -> "pd.DataFrame":
        """As a pandas DataFrame; raises InputError where pandas is not installed."""
        _need("pandas")
        return self.arrow().to_pandas()

    def polars(self) -> "pl.DataFrame":
        """As a polars DataFrame; raises InputError where polars is not installed."""
        found = _need("polars")
        return found.from_arrow(self.arrow())

    def _repr_html_(self) -> str:
        """The first rows with their words, for notebooks."""
        columns = SHOWN[self.kind]
        head = "".join(f"<th>{column}</th>" for column in columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_told(row.get(column)))}</td>' for column in columns)}</tr>"
            for row in self.rows[:ROWS_SHOWN]
        )
        rest = len(self.rows) - ROWS_SHOWN
        more = f"<p>and {rest} more</p>" if rest > 0 else ""
        return f"<table><tr>{head}</tr>{body}</table>{more}"


def _told(value: Any) -> str:
    """A cell in words: evidence by its quote, a speaker by name, a date by its first day, a list by its items."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        key = next((key for key in ("quote", "name", "text", "start") if key in value), None)
        text = str(value[key] or "") if key else ", ".join(f"{name} {number}" for name, number in value.items())
    elif isinstance(value, list | tuple):
        text = ", ".join(map(_told, value))
    else:
        text = str(value)
    return text if len(text) <= CELL_SHOWN else f"{text[: CELL_SHOWN - 1]}…"


def _need(name: str) -> Any:
    from importlib import import_module  # late, as above

    try:
        return import_module(name)
    except ImportError:
        raise InputError(f"{name} is not installed; run: pip install {name}, or use .arrow()") from None
