"""States by the codes and names that other people's files use."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from multivector.world.actors import actors
from multivector.world.table import rows

__all__ = ["by_code", "by_name", "is_state", "state_by_name", "states_of"]


@cache
def _codes(scheme: str) -> dict[int, str]:
    return {int(row["code"]): row["state"] for row in rows("state_codes") if row["scheme"] == scheme}


@cache
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("states"))


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for known in actors().values():
        if known.kind == "state":
            for name in known.names:
                found.setdefault(_plain(name), known.code)
    for row in rows("state_names"):
        found[_plain(row["name"])] = row["state"]
    return found


def is_state(code: str | None) -> bool:
    """Whether the code is that of a state or territory, rather than of a group of states."""
    return code in _states()


def by_code(column: pa.ChunkedArray, scheme: str) -> pa.Array:
    """ISO 3166 alpha-3 codes of a column of numbers of the scheme ("cow", "m49"); null where there is no state."""
    return _mapped(column.cast(pa.int64()), _codes(scheme))


def by_name(column: pa.ChunkedArray) -> pa.Array:
    """ISO 3166 alpha-3 codes of a column of codes, or English or Russian names; null where none is a state's."""
    unique = [name for name in pc.unique(column).to_pylist() if name is not None]
    return _mapped(column, {name: name if is_state(name) else state_by_name(name) for name in unique})


def states_of(column: pa.ChunkedArray) -> pa.Array:
    """The column's codes where they are states', null for groups of states and unknown codes."""
    return _mapped(column, {code: code for code in pc.unique(column).to_pylist() if is_state(code)})


def state_by_name(name: str) -> str | None:
    """The state's code; "Iran, Islamic Republic of" is read as "Islamic Republic of Iran" and as "Iran"."""
    plain = _plain(name)
    first, _, rest = plain.partition(", ")
    turned = (plain, f"{rest} {first}", first) if rest else (plain,)
    for form in turned:
        if form in _names():
            return _names()[form]
    return None


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").replace("ё", "е").casefold().removeprefix("the ").split())


def _mapped(column: pa.ChunkedArray, to: Mapping[Any, str | None]) -> pa.Array:
    coded = column.combine_chunks().dictionary_encode()
    if isinstance(coded, pa.ChunkedArray):
        coded = coded.combine_chunks()
    values = pa.array([to.get(value) for value in coded.dictionary.to_pylist()], pa.string())
    return values.take(coded.indices)
