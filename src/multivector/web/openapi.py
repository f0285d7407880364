"""The API's description in OpenAPI 3.1, read from the views' own type hints: what a screen shows is written once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from multivector.model import Document, Event, Link, Membership, Review, Statement, TradeMeasure
from multivector.web.screen import Screen

__all__ = ["description", "schema_of"]

PLAIN: Mapping[Any, str] = MappingProxyType({str: "string", int: "integer", float: "number", bool: "boolean"})
RECORDS = (Statement, Event, TradeMeasure, Membership, Link)


def description(screens: Sequence[Screen]) -> dict[str, Any]:
    """The whole description."""
    found: dict[str, Any] = {}
    paths = {s.api: {"get": _screen(s, found)} for s in screens}
    record = {"oneOf": [schema_of(noun, found) for noun in RECORDS]}
    review, document = schema_of(Review, found), schema_of(Document, found)
    listed = {
        "kind": "kind of record",
        "document": "id or name of a document",
        "limit": "at most 1000",
        "offset": "from 0",
    }
    paths |= {
        "/api/records": {"get": _get("The records that stand, in pages.", {"records": _many(record)}, listed)},
        "/api/records/{record}": {
            "get": _get("One record with its decisions.", {"record": record, "reviews": _many(review)}, {}, ("record",))
        },
        "/api/documents": {"get": _get("The documents without their texts.", {"documents": _many(document)}, {})},
        "/api/reviews": {
            "get": _get("Every decision.", {"reviews": _many(review)}, {}),
            "post": _post("Add a decision: nothing is ever deleted, an undo is one more row.", review),
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Multivector workbench",
            "version": "1",
            "description": "The same views that the pages show.",
        },
        "paths": paths,
        "components": {"schemas": found, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{"token": []}],
    }


def _screen(screen: Screen, found: dict[str, Any]) -> dict[str, Any]:
    returned = get_type_hints(screen.view)["return"]
    parts = tuple(part[1:-1] for part in screen.path.split("/") if part.startswith("{"))
    asked = {param.name: param.says for param in screen.params}
    return {**_parameters(asked, parts), "summary": screen.says, "responses": _answers(schema_of(returned, found))}


def _get(says: str, properties: dict[str, Any], asked: dict[str, str], parts: tuple[str, ...] = ()) -> dict[str, Any]:
    body = {"type": "object", "properties": properties}
    return {**_parameters(asked, parts), "summary": says, "responses": _answers(body)}


def _post(says: str, review: dict[str, Any]) -> dict[str, Any]:
    names = ("act", "record", "who", "why", "field", "value")
    body = {"type": "object", "properties": {n: {"type": "string"} for n in names}, "required": list(names[:4])}
    answers = {"201": _answer("The row that was added.", review), "400": _answer("Not usable.", _error())}
    return {"summary": says, "requestBody": {"content": {"application/json": {"schema": body}}}, "responses": answers}


def _parameters(asked: Mapping[str, str], parts: tuple[str, ...]) -> dict[str, Any]:
    text = {"type": "string"}
    inside = [{"name": part, "in": "path", "required": True, "schema": text} for part in parts]
    query = [{"name": name, "in": "query", "description": says, "schema": text} for name, says in asked.items()]
    return {"parameters": [*inside, *query]}


def _answers(schema: dict[str, Any]) -> dict[str, Any]:
    return {"200": _answer("The view.", schema), "400": _answer("Not usable.", _error())}


def _answer(says: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": says, "content": {"application/json": {"schema": schema}}}


def _error() -> dict[str, Any]:
    return {"type": "object", "properties": {"error": {"type": "string"}}}


def _many(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def schema_of(hint: Any, found: dict[str, Any]) -> dict[str, Any]:
    """The JSON schema of a type hint; dataclasses are put into `found` under their names and referred to.

    Raises TypeError for a hint that JSON has no shape for.
    """
    if hint in PLAIN:
        return {"type": PLAIN[hint]}
    if is_dataclass(hint) and isinstance(hint, type):
        return _noun(hint, found)
    shape = _SHAPES.get(get_origin(hint))
    if shape is not None:
        return shape(get_args(hint), found)
    if isinstance(hint, type | TypeVar):
        return {}
    raise TypeError(f"no schema for {hint}")


def _choice(inner: tuple[Any, ...], found: dict[str, Any]) -> dict[str, Any]:
    return {"enum": list(inner)}


def _either(inner: tuple[Any, ...], found: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [{"type": "null"} if part is NoneType else schema_of(part, found) for part in inner]}


def _series(inner: tuple[Any, ...], found: dict[str, Any]) -> dict[str, Any]:
    if Ellipsis in inner:
        return _many(schema_of(inner[0], found))
    return {"type": "array", "prefixItems": [schema_of(part, found) for part in inner], "items": False}


def _mapping(inner: tuple[Any, ...], found: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": schema_of(inner[1], found)}


# What a type with parameters is made from -> its schema from these parameters.
_SHAPES: Mapping[Any, Callable[[tuple[Any, ...], dict[str, Any]], dict[str, Any]]] = MappingProxyType({
    Literal: _choice, Union: _either, UnionType: _either, tuple: _series, dict: _mapping, Mapping: _mapping,
})  # fmt: skip


def _noun(cls: Any, found: dict[str, Any]) -> dict[str, Any]:
    name = cls.__name__ if found.get(cls.__name__, {}).get("x-module", cls.__module__) == cls.__module__ else (
        f"{cls.__module__.rsplit('.', 1)[-1].capitalize()}{cls.__name__}"
    )  # fmt: skip
    if name not in found:
        found[name] = {"type": "object", "x-module": cls.__module__}
        hints = get_type_hints(cls)
        own = fields(cls)
        needed = [f.name for f in own if f.default is MISSING and f.default_factory is MISSING]
        found[name] |= {"properties": {f.name: schema_of(hints[f.name], found) for f in own}, "required": needed}
    return {"$ref": f"#/components/schemas/{name}"}
