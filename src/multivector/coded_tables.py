"""A part of a coded lake and the texts that it was read from, as the tables that a case takes whole."""

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

from multivector.coding import published_on
from multivector.engine.stage import FAILURE
from multivector.extract import glance, main_language
from multivector.model import Document
from multivector.model.codec import to_plain
from multivector.reading import bare_document
from multivector.store.columns import as_columns
from multivector.store.export.lines import record_plain
from multivector.store.kinds import OWNER, STORED
from multivector.store.schema import schema_of
from multivector.world.own import NONE, Own

__all__ = ["Part", "part_tables"]

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """The tables of a part by kind, its documents' names, the characters of their texts, and the ids that stand for
    several texts, none of which is in the tables."""

    tables: dict[str, pa.Table]
    names: frozenset[str]
    characters: int
    doubtful: tuple[str, ...]


def part_tables(texts: pa.Table, coded: pa.Table, own: Own = NONE) -> Part:
    """The tables of a part: `texts` are its rows (`sources.rows`), `coded` the records that these gave (`coding`).

    A row that was not coded is left out. Sentences and names are found by their letters; `own` are a user's actors.
    """
    failed, records = _records(coded)
    rows = [row for row in texts.to_pylist() if row["text"] is not None and row["number"] not in failed]
    documents = list(dict.fromkeys(map(_document, rows)))
    often = Counter(document.name for document in documents)
    documents = [document for document in documents if often[document.name] == 1]
    found: dict[str, list[Row]] = {}
    for document in documents:
        _add(found, document, records.get(document.name, {}).values(), own)
    return Part(
        {kind: as_columns(found[kind], schema_of(STORED[kind])) for kind in STORED if kind in found},
        frozenset(document.name for document in documents),
        sum(len(document.text) for document in documents),
        tuple(name for name, count in often.items() if count > 1),
    )


def _document(row: Row) -> Document:
    day = published_on(row["date"])
    bare = bare_document(row["id"], row["text"], str(day) if day else None)
    return replace(bare, language=main_language(row["text"]))


def _records(coded: pa.Table) -> tuple[set[int], dict[str, dict[str, Row]]]:
    """The numbers of the rows that were not coded; the others' records by the row's id and their own."""
    failed, records = set[int](), dict[str, dict[str, Row]]()
    for kind, name, told in zip(*(coded[n].to_pylist() for n in ("kind", "document", "record")), strict=True):
        row = json.loads(told)
        if kind == FAILURE:
            failed.add(row["row"])
        else:
            records.setdefault(name, {})[row["id"]] = row
    return failed, records


def _add(found: dict[str, list[Row]], document: Document, records: Any, own: Own) -> None:
    """Put the document's rows to those of the others, by kind."""
    owner, ids = {OWNER: document.id}, {document.name: document.id}
    sentences, mentions, actors = glance(document, own)
    for kind, nouns in (("document", [document]), ("sentence", sentences), ("mention", mentions), ("actor", actors)):
        found.setdefault(kind, []).extend(owner | to_plain(noun) for noun in nouns)
    for row in records:
        found.setdefault(row["kind"], []).append(owner | record_plain(row, ids))
