"""The check at the store's door for whole tables: what `check_reading` asks of each record, asked of columns."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import partial
from typing import Any, Literal, NamedTuple, get_args, get_origin

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from multivector.errors import EvidenceError, InputError
from multivector.model import Evidence, Span, Withheld
from multivector.model.codec import hints_of, inner_hint
from multivector.store.bulk.buffers import buffers, each_once
from multivector.store.bulk.texts import Texts
from multivector.store.bulk.together import together
from multivector.store.kinds import HEAD, OWNER, RECORD_KINDS, STORED
from multivector.store.schema import schema_of

__all__ = ["ID_LENGTH", "check_tables"]

ID_LENGTH = 24  # of what `make_id` makes: three letters, a dash, 20 hex digits
WORDS = (Evidence, Span)
DIGITS = bytes.maketrans(b"0123456789abcdef", b"\xff" * 16)  # what no text has stands for every digit of an id
ALL_DIGITS = 2**32 - 1  # four of them


class _Part(NamedTuple):
    """A column, or what lies inside one: its hint, its values, and for each the row that it is of."""

    path: str
    hint: Any
    values: Any
    rows: Any


def check_tables(tables: Mapping[str, pa.Table]) -> Texts:
    """Raise EvidenceError, or InputError where the tables are no such tables, unless every row stands.

    Each kind has the columns of its noun (`store.schema`). Documents have names and ids of their own; every other row
    is of one of them, and the rows of one document stand together, so that they are found together. Ids are such as
    `make_id` makes and no two records share one; what must not be missing is there, and each value is one that its
    noun allows; each record names a rule. Every Evidence and Span says what the document's text says at its place.
    """
    for kind, table in tables.items():
        if kind not in STORED or not table.schema.equals(schema_of(STORED[kind])):
            raise InputError(f"{kind}: not a table of that kind in the store's schema")
    if "document" not in tables or not tables["document"].num_rows:
        raise InputError("document: there are no documents; each record rests on one that comes with it")
    texts = Texts(tables["document"])
    filled = sorted((kind, table) for kind, table in tables.items() if table.num_rows)
    together([(table.nbytes, partial(_check_kind, kind, table, texts)) for kind, table in filled])
    return texts


def _check_kind(kind: str, table: pa.Table, texts: Texts) -> None:
    owners = table[OWNER].combine_chunks()
    places = _places(kind, owners, texts)
    if kind == "document" or kind in RECORD_KINDS:
        _check_ids(kind, table["id"].combine_chunks())
    if kind in ("sentence", "mention"):
        outside = texts.first_outside(places, np.asarray(table["start"]), np.asarray(table["end"]))
        if outside is not None:
            raise EvidenceError(f"{kind}: row {outside} lies outside the text")
    for part in _parts(kind, table):
        _check_values(part)
        if part.hint in WORDS or part.hint is Withheld:
            _check_words(part, texts, owners, places)
    if kind in RECORD_KINDS:
        _check_origin(kind, table)


def _places(kind: str, owners: pa.Array, texts: Texts) -> Any:
    """For each row the number of its document; the rows of one stand together, in the order of the documents."""
    begins = np.flatnonzero(np.concatenate(([True], np.asarray(pc.not_equal(owners[1:], owners[:-1]).fill_null(True)))))
    found = texts.places(owners.take(pa.array(begins)))
    if found.null_count:
        raise EvidenceError(f"{kind}: row {begins[_first(found.is_null())]} is of no document that comes with it")
    runs = np.asarray(found)
    late = np.flatnonzero(np.diff(runs) < 0)
    if len(late):
        raise InputError(
            f"{kind}: row {begins[late[0] + 1]} is out of order; rows stand in the order of their documents"
        )
    return np.repeat(runs, np.diff(np.append(begins, len(owners))))


def _check_ids(kind: str, ids: pa.Array) -> None:
    letters, offsets = buffers(ids)
    if ids.null_count or np.any(np.diff(offsets) != ID_LENGTH):
        raise InputError(f"{kind}: ids have {ID_LENGTH} characters, each row one; multivector.model.make_id makes them")
    right = (letters.reshape(len(ids), ID_LENGTH)[:, :HEAD] == np.frombuffer(f"{kind[:3]}-".encode(), np.uint8)).all(1)
    marked = np.frombuffer(letters.tobytes().translate(DIGITS), "<u4").reshape(len(ids), ID_LENGTH // HEAD)
    for column in range(1, ID_LENGTH // HEAD):
        right &= marked[:, column] == ALL_DIGITS
    if not right.all():
        bad = ids[int(np.argmin(right))].as_py()
        raise InputError(f"{kind}: {bad!r} is no id of that kind; multivector.model.make_id makes them")
    if kind != "document" and not each_once(ids):  # of documents `Texts` has asked it
        raise EvidenceError(f"{kind}: two rows have the same id; identity fields must tell them apart")


def _parts(kind: str, table: pa.Table) -> Iterator[_Part]:
    """Every column and all that lies inside it, each without what is missing there, which is checked on the way."""
    rows = np.arange(table.num_rows)
    if kind == "withheld":
        struct = pa.StructArray.from_arrays(
            [table[n].combine_chunks() for n in hints_of(Withheld)], [*hints_of(Withheld)]
        )
        yield _Part(kind, Withheld, struct, rows)
    for name, hint in hints_of(STORED[kind]).items():
        yield from _inside(_Part(f"{kind}.{name}", hint, table[name].combine_chunks(), rows))


def _inside(part: _Part) -> Iterator[_Part]:
    hint, optional = inner_hint(part.hint)
    values, rows = part.values, part.rows
    if values.null_count:
        there = values.is_valid()
        if not optional:
            raise InputError(f"{part.path}: missing in row {int(rows[_first(pc.invert(there))])}")
        values, rows = values.filter(there), rows[np.asarray(there)]
    yield _Part(part.path, hint, values, rows)
    if is_dataclass(hint):
        fields = zip(hints_of(hint).items(), values.flatten(), strict=True)  # type: ignore[arg-type]
        for (name, inner), column in fields:
            yield from _inside(_Part(f"{part.path}.{name}", inner, column, rows))
    elif get_origin(hint) is tuple and len(values):
        yield from _inside(
            _Part(part.path, get_args(hint)[0], values.flatten(), rows[np.asarray(values.value_parent_indices())])
        )


def _check_values(part: _Part) -> None:
    if get_origin(part.hint) is Literal:
        strange = set(pc.unique(part.values).to_pylist()) - set(get_args(part.hint))
        if strange:
            raise InputError(f"{part.path}: {min(strange)!r} is not one of {', '.join(get_args(part.hint))}")
    elif part.hint is float:
        low, high = (0.0, 1.0) if part.path.endswith(".confidence") else (-np.inf, np.inf)
        values = np.asarray(part.values)
        wrong = ~np.isfinite(values) | (values < low) | (values > high)
        if wrong.any():
            row = int(part.rows[int(np.argmax(wrong))])
            raise InputError(f"{part.path}: row {row} has {values[wrong][0]}, which cannot stand there")


def _check_words(part: _Part, texts: Texts, owners: pa.Array, places: Any) -> None:
    found = dict(zip((field.name for field in part.values.type), part.values.flatten(), strict=True))
    if part.hint is Evidence:
        strange = pc.invert(pc.fill_null(pc.equal(found["document"], owners.take(pa.array(part.rows))), False))
        if pc.any(strange).as_py():
            raise EvidenceError(f"{part.path}: row {int(part.rows[_first(strange)])} rests on another document")
    bad = texts.one_untrue(places[part.rows], found)
    if bad is not None:
        quote = found["quote"][bad].as_py()
        where = f"row {int(part.rows[bad])}, {found['start'][bad]}:{found['end'][bad]}"
        raise EvidenceError(f"{part.path}: {where}: the text does not say {quote[:80]!r} there")


def _check_origin(kind: str, table: pa.Table) -> None:
    none = pc.equal(pc.list_value_length(table["origin"].combine_chunks()), 0)
    if pc.any(none).as_py():
        raise EvidenceError(f"{kind}: row {_first(none)} names no rule that made it")


def _first(mask: Any) -> int:
    """Where the mask is first true."""
    return int(pc.index(mask, True).as_py())
