"""Arrow schemas of the nouns, derived from their type hints.

A table holds one kind of noun: its fields, preceded by OWNER, the id of the document it was read from. The
schema's metadata carries SCHEMA_VERSION; raise it whenever a noun's fields change.
"""

from dataclasses import is_dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

import pyarrow as pa

from multivector.model.codec import hints_of, inner_hint
from multivector.store.kinds import OWNER, SCHEMA_VERSION, VERSION_KEY

__all__ = ["arrow_type", "fields_of", "schema_of"]


@cache
def schema_of(cls: type) -> pa.Schema:
    """The schema of a segment that holds nouns of that class."""
    owner = pa.field(OWNER, pa.string(), nullable=False)
    return pa.schema([owner, *fields_of(cls)], metadata={VERSION_KEY: str(SCHEMA_VERSION)})


def fields_of(cls: type) -> list[pa.Field]:
    """One Arrow field for each field of the noun, in order; only what may be None is nullable."""
    return [_field(name, hint) for name, hint in hints_of(cls).items()]


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a hint: nouns are structs, tuples lists; raises TypeError for what nouns may not hold."""
    inner, _ = inner_hint(hint)
    if is_dataclass(inner):
        return pa.struct(fields_of(inner))  # type: ignore[arg-type]
    if get_origin(inner) is tuple:
        item, *rest = get_args(inner)
        if rest == [Ellipsis]:
            return pa.list_(arrow_type(item))
        if set(rest) <= {item}:
            return pa.list_(arrow_type(item), 1 + len(rest))
    return _plain_type(inner)


def _field(name: str, hint: Any) -> pa.Field:
    return pa.field(name, arrow_type(hint), nullable=inner_hint(hint)[1])


def _plain_type(hint: Any) -> pa.DataType:
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    if get_origin(hint) is Literal:
        return pa.string()
    if hint not in plain:
        raise TypeError(f"no Arrow type for {hint}")
    return plain[hint]
