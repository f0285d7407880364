"""The stage that codes: rows of texts in, records out, as Arrow tables that any engine runs over."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import pyarrow as pa

from multivector.codebook.scores import goldstein_score, plover_quad, plover_score
from multivector.engine.stage import FAILURE, Stage
from multivector.errors import InputError
from multivector.extract import READER_VERSION
from multivector.extract.tone_statements import with_sentence_model
from multivector.measure.as_of import day_of
from multivector.model import Document, Event, Reading, Record, Statement, When
from multivector.reading import bare_document, groups, read_together
from multivector.store.export.lines import record_row
from multivector.text.sentence_model import need
from multivector.world.own import NONE, Own

__all__ = ["CODING", "FULL", "RECORDS", "code_table", "published_on", "stage_with"]

TEXTS = pa.list_(pa.string())
STANCE = pa.list_(pa.struct([("actor", pa.string()), ("value", pa.float64())]))
# What every record has, what the measures read, and the whole record as JSON. A row of kind "failure" is an input row
# that could not be coded, with the reason in its JSON.
RECORDS = pa.schema([
    ("document", pa.string()), ("kind", pa.string()), ("id", pa.string()), ("start", pa.int64()), ("end", pa.int64()),
    ("quote", pa.string()), ("rule", pa.string()), ("confidence", pa.float64()), ("type", pa.string()),
    ("source", TEXTS), ("target", TEXTS), ("status", pa.string()), ("record", pa.string()), ("mode", pa.string()),
    ("cameo", pa.string()), ("date", pa.date32()), ("precision", pa.string()), ("published", pa.date32()),
    ("quad", pa.int64()), ("goldstein", pa.float64()), ("plover", pa.float64()), ("state", pa.string()),
    ("speaker", pa.string()), ("stance", STANCE),
])  # fmt: skip
NO_ROW = "no object with id and text"

Row = dict[str, Any]
Hear = Callable[[Reading], Reading]


def code_table(table: pa.Table, *, sieve: bool = True, own: Own = NONE, tone: str = "lexicon") -> pa.Table:
    """The records of each row of texts (`sources.rows`), in order; a row that cannot be coded gives one failure.

    Without the `sieve` every sentence is parsed, also those that cannot hold a record; `own` are a user's actors; with
    `tone` "embed" the sentence model reads the statements' tone.
    """
    hear = with_sentence_model if tone == "embed" else _as_read
    runs = groups(table.to_pylist(), lambda row: len(row["text"] or ""))
    found = [row for run in runs for row in _coded(run, hear, sieve=sieve, own=own)]
    return pa.Table.from_pylist(found, schema=RECORDS)


def _as_read(reading: Reading) -> Reading:
    return reading


def stage_with(own: Own = NONE, *, sieve: bool = True, tone: str = "lexicon") -> Stage:
    """The stage with these settings; each of them has a version of its own, so that their parts are never mixed.

    Raises MissingInput where the sentence model is asked for and not installed: no row could be coded.
    """
    if tone == "embed":
        need()
    version = f"{READER_VERSION}{'' if sieve else '-full'}{'' if tone == 'lexicon' else f'-{tone}'}"
    version += f"-{own.digest}" if own != NONE else ""
    return Stage("code", version, RECORDS, partial(code_table, sieve=sieve, own=own, tone=tone))


CODING = stage_with()
FULL = stage_with(sieve=False)


def _coded(rows: Sequence[Row], hear: Hear, *, sieve: bool, own: Own) -> Iterator[Row]:
    """What is found in each of the rows, whose texts are parsed together."""
    texts = [row for row in rows if row["text"] is not None]
    documents = [_document(row) for row in texts]
    readers = iter(read_together(documents, [_pair(row) for row in texts], sieve=sieve, own=own))
    for row in rows:
        if row["text"] is None:
            yield _failure(row, NO_ROW)
        else:
            yield from _read(row, next(readers), hear)


def _read(row: Row, read: Callable[[], Reading], hear: Hear) -> Iterator[Row]:
    try:
        reading = hear(read())
    except InputError as error:
        yield _failure(row, str(error))
        return
    except Exception as error:  # a fault of the reader on one text of millions must not end the run
        yield _failure(row, f"the reader failed: {error!r}; please report this text")
        return
    names, published = {reading.document.id: row["id"]}, published_on(row["date"])
    for record in reading.records:
        yield {**_columns(record), **_head(record_row(record, names)), "published": published}


def _document(row: Row) -> Document:
    published = published_on(row["date"])
    return bare_document(row["id"], row["text"], str(published) if published else None)


def _failure(row: Row, reason: str) -> Row:
    told = {"kind": FAILURE, "document": row["id"], "row": row["number"], "reason": reason}
    return {"kind": FAILURE, "document": row["id"], "record": json.dumps(told, ensure_ascii=False)}


def _head(row: Row) -> Row:
    """What every record has."""
    span = row["evidence"]
    return {
        "document": row["document"], "kind": row["kind"], "id": row["id"], "start": span["start"], "end": span["end"],
        "quote": span["quote"], "rule": row["origin"]["rule"],
        "confidence": row["confidence"], "record": json.dumps(row, ensure_ascii=False),
    }  # fmt: skip


def _columns(record: Record) -> Row:
    """What the measures read of events and statements, and the type and status of any record that has them."""
    found: Row = {"type": getattr(record, "type", None), "status": getattr(record, "status", None)}
    when: When | None = None
    if isinstance(record, Event):
        when = record.date
        found |= {"source": list(record.source), "target": list(record.target)}
        found |= {"mode": record.mode, "cameo": record.cameo, "quad": plover_quad(record.type)}
        found["plover"] = plover_score(record.type, record.mode)[0]
        found["goldstein"] = goldstein_score(record.cameo) if record.cameo else None
    elif isinstance(record, Statement):
        when, who = record.said_on, record.speaker
        found |= {"state": who.state, "speaker": who.actor or who.name}
        found["stance"] = [{"actor": tone.actor, "value": tone.value} for tone in record.stance]
    return found | ({"date": day_of(when.start), "precision": when.precision} if when and when.start else {})


def published_on(date: str | None) -> dt.date | None:
    """The day of a row; what names no day ("2024", "17.10.2024") is none, and the text is coded without."""
    try:
        return dt.date.fromisoformat(date[:10]) if date else None
    except ValueError:
        return None


def _pair(row: Row) -> tuple[str, str] | None:
    return (row["source"], row["target"]) if row["source"] and row["target"] else None
