"""The shapes of the tables that measures read, and their columns as numpy arrays.

votes(session, year, date, roll_call, state, vote: 1 yes 2 abstain 3 no; who was absent has no row)
ideal_points(state, year, value, low, high)            igo(state, organisation, year, status)
alliances(a, b, year, defense, offense, neutral, nonagg, consul: 0 or 1)
trade(exporter, importer, year, value, and where known month, product, source)   gdp(state, year, usd)
events(id, date, source, target, type, cameo, quad, goldstein, plover)
"""

import math
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from multivector.errors import InputError

__all__ = ["column", "equal_to", "need", "numbers", "one_of", "summed", "texts", "value_column"]


def need(table: pa.Table, *names: str, what: str = "the table") -> None:
    """Raises InputError naming the columns that are missing and those that are there."""
    missing = [name for name in names if name not in table.column_names]
    if missing:
        raise InputError(f"{what}: no column {', '.join(missing)}; it has {', '.join(table.column_names) or 'none'}")


def column(table: pa.Table, name: str) -> list[Any]:
    """A column as Python values; raises InputError where it is missing."""
    need(table, name)
    return list(table[name].to_pylist())


def numbers(table: pa.Table, name: str) -> NDArray[np.float64]:
    """A column as floats; what is missing is NaN, for the caller to leave out."""
    need(table, name)
    return np.asarray(table[name].cast(pa.float64()).to_numpy(zero_copy_only=False), dtype=np.float64)


def texts(table: pa.Table, name: str) -> tuple[NDArray[np.int64], list[str]]:
    """A text column as indices into its sorted distinct values; raises InputError where a value is missing."""
    need(table, name)
    if table[name].null_count:
        raise InputError(f"{name}: {table[name].null_count} rows have no value; drop them or name them")
    coded = table[name].cast(pa.string()).combine_chunks().dictionary_encode()
    if isinstance(coded, pa.ChunkedArray):
        coded = coded.combine_chunks()
    found = coded.dictionary.to_pylist()
    order = sorted(range(len(found)), key=found.__getitem__)
    place = np.empty(len(found), dtype=np.int64)
    place[order] = np.arange(len(found))
    indices = coded.indices.to_numpy(zero_copy_only=False)
    return place[indices] if len(found) else np.empty(0, dtype=np.int64), [found[i] for i in order]


def equal_to(table: pa.Table, **values: str | int) -> pa.Table:
    """The rows in which each named column has the given value."""
    need(table, *values)
    for name, value in values.items():
        table = table.filter(pc.equal(table[name], pa.scalar(value, _type(table, name))))
    return table


def one_of(table: pa.Table, name: str, values: tuple[str, ...]) -> pa.Table:
    """The rows whose column has one of the values."""
    need(table, name)
    return table.filter(pc.is_in(table[name], pa.array(values, _type(table, name))))


def value_column(table: pa.Table) -> str:
    """The name of a trade table's value column: value, value_usd or value_eur; raises InputError where it has none."""
    for name in ("value", "value_usd", "value_eur"):
        if name in table.column_names:
            return name
    raise InputError(f"trade: no column value; it has {', '.join(table.column_names)}")


def summed(table: pa.Table, key: str) -> dict[str, float]:
    """The sum of the table's values for each value of the column `key`, in its order; gaps are left out."""
    found: dict[str, list[float]] = {}
    for name, value in zip(table[key].to_pylist(), table[value_column(table)].to_pylist(), strict=True):
        if name is not None and value is not None:
            found.setdefault(str(name), []).append(value)
    return {name: math.fsum(values) for name, values in sorted(found.items())}


def _type(table: pa.Table, name: str) -> pa.DataType:
    kind = table.schema.field(name).type
    return kind.value_type if pa.types.is_dictionary(kind) else kind
