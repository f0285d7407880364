"""SQL on DuckDB, in this process."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from multivector.errors import InputError
from multivector.sources.places import system_of

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Given", "run_sql"]

PATTERN = "*?["  # in a path: DuckDB would take it for a pattern

Given: TypeAlias = "pa.Table | Path | tuple[str, ...]"


def run_sql(sql: str, tables: "Mapping[str, Given]", *, memory: str = "4GB", threads: int = 0) -> "pa.Table":
    """The rows of one SELECT over the named tables: Arrow tables, Parquet files, folders of them, or several by path or
    URL.

    The engine may not reach anything but these tables: no network, no extension, no other file. Raises InputError where
    the SQL does not fit the tables.
    """
    import duckdb  # late: it takes a tenth of a second to import

    with duckdb.connect(":memory:") as connection:
        connection.execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false")
        connection.execute(f"SET memory_limit = '{memory}'; SET preserve_insertion_order = false")
        if threads:
            connection.execute(f"SET threads = {int(threads)}")
        for name, table in tables.items():
            if isinstance(table, Path):
                pattern = str(table / "**" / "*.parquet") if table.is_dir() else str(table)
                connection.read_parquet(pattern).create_view(name)
            elif isinstance(table, tuple) and not any(mark in table[0] for mark in ("://", *PATTERN)):
                connection.read_parquet(list(table)).create_view(name)
            else:
                connection.register(name, _dataset(table) if isinstance(table, tuple) else table)
        try:
            return connection.sql(sql).to_arrow_table()
        except (duckdb.BinderException, duckdb.CatalogException, duckdb.IOException) as error:
            raise InputError(f"the tables {', '.join(tables)} do not fit the measure: {error}") from error


def _dataset(urls: tuple[str, ...]) -> Any:
    """Files of any place and name, of which DuckDB takes the columns and rows that it needs."""
    from pyarrow.dataset import dataset  # late, as above

    system, _ = system_of(urls[0])
    return dataset([system_of(url)[1] for url in urls], filesystem=system, format="parquet")
