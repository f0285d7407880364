"""Nouns to plain values (dicts, lists, text, numbers) and back, read from their type hints.

A field is written down once, in its noun; whatever stores or prints a noun goes through here.
"""

import sys
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from multivector.errors import InputError

__all__ = ["from_plain", "hints_of", "inner_hint", "to_plain"]

Noun = TypeVar("Noun")
Step = Callable[[Any], Any]

PLAIN: tuple[type, ...] = (str, int, float, bool)


def to_plain(noun: Any) -> dict[str, Any]:
    """The noun as a dict in the order of its fields; tuples become lists, nested nouns dicts.

    Guaranteed: from_plain(type(noun), to_plain(noun)) equals the noun where its values fit its hints.
    """
    cls: Any = type(noun)
    plain: dict[str, Any] = _writer(cls)(noun)
    return plain


def from_plain(cls: type[Noun], plain: Any) -> Noun:
    """The noun of that class; fields with a default may be absent.

    Raises InputError naming the field where a value does not fit its hint, a field is missing or unknown, or a number
    is not finite.
    """
    hint: Any = cls
    try:
        noun: Noun = _reader(hint)(plain)
    except _MisfitError as error:
        raise InputError(f"{cls.__name__}{error.path}: {error.what}") from error
    return noun


@cache
def hints_of(cls: type) -> dict[str, Any]:
    """The type hint of each field of a noun, in order."""
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def inner_hint(hint: Any) -> tuple[Any, bool]:
    """The hint without its None, and whether None was allowed; raises TypeError for any other union."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, hint is NoneType
    rest = [part for part in get_args(hint) if part is not NoneType]
    if len(rest) != 1:
        raise TypeError(f"a noun's field may be one type or None, not {hint}")
    return rest[0], True


class _MisfitError(ValueError):
    """A value that does not fit; `path` grows on the way out."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what, self.path = what, ""

    def under(self, name: str) -> "_MisfitError":
        self.path = f".{name}{self.path}"
        return self


def _same(value: Any) -> Any:
    return value


@cache
def _writer(hint: Any) -> Step:
    inner, _ = inner_hint(hint)
    if is_dataclass(inner):
        return _noun_writer(inner)
    if get_origin(inner) is tuple:
        return _tuple_writer(get_args(inner))
    return _same


def _noun_writer(cls: Any) -> Step:
    steps = [(name, _writer(hint)) for name, hint in hints_of(cls).items()]

    def write(noun: Any) -> Any:
        return None if noun is None else {name: step(getattr(noun, name)) for name, step in steps}

    return write


def _tuple_writer(args: tuple[Any, ...]) -> Step:
    if args[-1] is not Ellipsis:
        steps = [_writer(arg) for arg in args]
        return lambda values: None if values is None else [step(v) for step, v in zip(steps, values, strict=True)]
    step = _writer(args[0])
    return lambda values: None if values is None else [step(value) for value in values]


@cache
def _reader(hint: Any) -> Step:
    inner, optional = inner_hint(hint)
    step = _plain_reader(inner)
    if not optional:
        return step
    return lambda value: None if value is None else step(value)


def _plain_reader(hint: Any) -> Step:
    if is_dataclass(hint):
        return _noun_reader(hint)
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint))
    if get_origin(hint) is Literal:
        return _literal_reader(get_args(hint))
    if hint is float:
        return _read_float
    if hint in PLAIN:
        return _type_reader(hint)
    raise TypeError(f"a noun's field may not be {hint}")


def _noun_reader(cls: Any) -> Step:
    steps = {name: _reader(hint) for name, hint in hints_of(cls).items()}
    required = frozenset(f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING)

    def read(plain: Any) -> Any:
        if not isinstance(plain, dict):
            raise _MisfitError(f"needs its fields, not {plain!r}")
        if not plain.keys() <= steps.keys():
            raise _MisfitError(f"unknown field {min(map(str, plain.keys() - steps.keys()))!r}")
        if not required <= plain.keys():
            raise _MisfitError(f"missing field {min(required - plain.keys())!r}")
        return cls(**_read_fields(steps, plain))

    return read


def _read_fields(steps: dict[str, Step], plain: dict[str, Any]) -> dict[str, Any]:
    found = {}
    name = ""
    try:
        for name, value in plain.items():
            found[name] = steps[name](value)
    except _MisfitError as error:
        raise error.under(name) from None
    return found


def _tuple_reader(args: tuple[Any, ...]) -> Step:
    endless = args[-1] is Ellipsis
    steps = [_reader(arg) for arg in args if arg is not Ellipsis]

    def read(values: Any) -> Any:
        if not isinstance(values, list | tuple):
            raise _MisfitError(f"needs a list, not {values!r}")
        if endless:
            return tuple(map(steps[0], values))
        if len(values) != len(steps):
            raise _MisfitError(f"needs {len(steps)} values, not {len(values)}")
        return tuple(step(value) for step, value in zip(steps, values, strict=True))

    return read


def _literal_reader(allowed: tuple[Any, ...]) -> Step:
    known = frozenset(allowed)

    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in known:
            raise _MisfitError(f"{value!r} is not one of {', '.join(map(str, allowed))}")
        return value

    return read


def _type_reader(cls: type) -> Step:
    def read(value: Any) -> Any:
        if type(value) is not cls:
            raise _MisfitError(f"needs {cls.__name__}, not {value!r}")
        return value

    return read


def _read_float(value: Any) -> float:
    if type(value) not in (int, float) or not abs(value) <= sys.float_info.max:
        raise _MisfitError(f"needs a finite number, not {value!r}")
    return float(value)
