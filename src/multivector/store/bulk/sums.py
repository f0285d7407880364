"""Sums of a segment's records by actor, small enough to be read for one actor at once.

A row for each actor, what the row tells (`sort`, `year`, `partner` or `latest`), as what the actor stands there, the
value and how many records; of `latest` the value is the day and the number that of the record's row.
"""

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["COLUMNS", "KEPT", "SUMS", "UNDATED", "columns_read", "exploded", "sums"]

KEPT = 20  # of the latest records of an actor, in each kind and as what
UNDATED = ""  # sorts before every day
MANY = 4_000_000  # cells of a table of counts: beyond them values are sorted
# Of each kind of record: where an actor may stand, the column that tells the sort, and that of the day.
COLUMNS: dict[str, tuple[tuple[str, str], str, str]] = {
    "event": (("source", "target"), "type", "date"),
    "statement": (("speaker", "about"), "cue", "said_on"),
    "trade_measure": (("imposer", "target"), "measure", "start"),
    "membership": (("state", "organisation"), "status", "date"),
}
LEAVES = {  # of columns that hold more, what is read
    "speaker": ("speaker.state", "speaker.actor"), "date": ("date.start",), "said_on": ("said_on.start",)
}  # fmt: skip
SUMS = pa.schema(
    [("actor", pa.string()), ("what", pa.string()), ("role", pa.string()), ("value", pa.string()), ("n", pa.int64())]
)


def columns_read(kind: str) -> list[str]:
    """The columns of a kind that its sums are made of."""
    roles, sort, day = COLUMNS[kind]
    return [one for column in (*roles, sort, day) for one in LEAVES.get(column, (column,))]


class _Words(NamedTuple):
    """A column of words as numbers: the different words, and which of them stands where."""

    words: pa.Array
    codes: Any


def sums(kind: str, table: pa.Table, rows: Any, kept: int = KEPT) -> pa.Table:
    """The sums of these records, whose numbers in their segment are `rows`."""
    roles, sort, day = COLUMNS[kind]
    dates = table[day].combine_chunks()
    days = _in_order(_words(pc.struct_field(dates, "start") if pa.types.is_struct(dates.type) else dates))
    years, sorts = _Words(pc.utf8_slice_codeunits(days.words, 0, 4), days.codes), _words(table[sort].combine_chunks())
    found = []
    for role, other in zip(roles, reversed(roles), strict=True):
        codes, places = exploded(table[role].combine_chunks())
        if len(codes):
            actors = _words(codes)
            found += [
                _counts("sort", role, actors, _at(sorts, places)),
                _counts("year", role, actors, _at(years, places)),
            ]
            found.append(_partners(role, actors, places, _lists(table[other].combine_chunks())))
            found.append(_latest(role, actors, _at(days, places), (rows, places, kept)))
    return pa.concat_tables(found) if found else SUMS.empty_table()


def _words(column: pa.Array) -> _Words:
    whole = pc.fill_null(column, UNDATED).dictionary_encode()
    return _Words(whole.dictionary, np.asarray(whole.indices).astype(np.int64))


def _in_order(given: _Words) -> _Words:
    """The same with the words in their order, so that greater numbers are later days."""
    order = pc.sort_indices(given.words)
    rank = np.empty(len(order), np.int64)
    rank[np.asarray(order)] = np.arange(len(order))
    return _Words(given.words.take(order), rank[given.codes])


def _at(given: _Words, places: Any) -> _Words:
    return _Words(given.words, given.codes[places])


def exploded(column: pa.Array) -> tuple[pa.Array, Any]:
    """Every code in the column, once a row, and the place of its row: of a code, a list of codes, or a speaker."""
    if pa.types.is_struct(column.type):
        state, person = pc.struct_field(column, "state"), pc.struct_field(column, "actor")
        other = pc.and_(pc.is_valid(person), pc.fill_null(pc.not_equal(person, state), True))
        both = (np.flatnonzero(np.asarray(pc.is_valid(state))), np.flatnonzero(np.asarray(other)))
        codes = [values.take(pa.array(at)) for values, at in zip((state, person), both, strict=True)]
        return pa.concat_arrays(codes), np.concatenate(both)
    lists = _lists(column)
    codes, places = lists.flatten(), np.asarray(lists.value_parent_indices())
    if np.any(np.diff(places) == 0):  # a row with several codes may name one twice
        pairs = pa.table({"code": codes, "place": pa.array(places)}).group_by(["place", "code"]).aggregate([])
        return pairs["code"].combine_chunks(), np.asarray(pairs["place"])
    return codes, places


def _lists(column: pa.Array) -> pa.Array:
    """The column as lists of codes; a speaker is the state that it speaks for, else the person."""
    if pa.types.is_list(column.type):
        return column
    if pa.types.is_struct(column.type):
        column = pc.coalesce(pc.struct_field(column, "state"), pc.struct_field(column, "actor"))
    there = np.asarray(column.is_valid())
    offsets = np.concatenate(([0], np.cumsum(there))).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), column.drop_null())


def _counts(what: str, role: str, actors: _Words, values: _Words) -> pa.Table:
    """How often each actor and value stand together; two years may be one word."""
    wide = max(1, len(values.words))
    keys = actors.codes * wide + values.codes
    if len(actors.words) * wide <= MANY:
        counts = np.bincount(keys, minlength=1)
        pairs = np.flatnonzero(counts)
        counts = counts[pairs]
    else:
        pairs, counts = np.unique(keys, return_counts=True)
    return _table(what, role, _Words(actors.words, pairs // wide), _Words(values.words, pairs % wide), counts)


def _partners(role: str, actors: _Words, places: Any, others: pa.Array) -> pa.Table:
    """How often each actor stands with each of the other side, each with each."""
    counts = np.diff(np.asarray(others.offsets)).astype(np.int64)[places]
    starts = (np.asarray(others.offsets) - others.offsets[0].as_py())[:-1].astype(np.int64)[places]
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    partners = _at(_words(others.flatten()), np.repeat(starts, counts) + within)
    return _counts("partner", role, _Words(actors.words, np.repeat(actors.codes, counts)), partners)


def _latest(role: str, actors: _Words, days: _Words, which: tuple[Any, Any, int]) -> pa.Table:
    """The latest rows of each actor; of equal days those that stand last."""
    rows, places, kept = which
    count, wide = len(rows), len(days.words)
    actors, days, places = _late(actors, days, (places, kept))
    order = np.argsort((actors.codes * wide + (wide - 1 - days.codes)) * count + (count - 1 - places))
    begins = np.concatenate(([True], np.diff(actors.codes[order]) != 0))
    first = np.maximum.accumulate(np.where(begins, np.arange(len(order)), 0))
    top = order[np.arange(len(order)) - first < kept]
    return _table("latest", role, _at(actors, top), _at(days, top), rows[places[top]])


def _late(actors: _Words, days: _Words, which: tuple[Any, int]) -> tuple[_Words, _Words, Any]:
    """Those among which the latest of each actor are: no day on which, or after which, there are enough of them."""
    places, kept = which
    shape = len(actors.words), len(days.words)
    if shape[0] * shape[1] > MANY or not len(places):
        return actors, days, places
    counts = np.bincount(actors.codes * shape[1] + days.codes, minlength=shape[0] * shape[1]).reshape(shape)
    after = np.cumsum(counts[:, ::-1], axis=1)[:, ::-1] - counts
    late = np.flatnonzero(after[actors.codes, days.codes] < kept)
    return _at(actors, late), _at(days, late), places[late]


def _table(what: str, role: str, actors: _Words, values: _Words, numbers: Any) -> pa.Table:
    count = len(numbers)
    columns = [
        actors.words.take(pa.array(actors.codes)), pa.repeat(what, count), pa.repeat(role, count),
        values.words.take(pa.array(values.codes)), pa.array(numbers, pa.int64()),
    ]  # fmt: skip
    return pa.Table.from_arrays(columns, schema=SUMS)
