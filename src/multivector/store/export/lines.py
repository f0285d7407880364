"""The export: one JSON object a line, the contract that tools outside the project read."""

import json
from collections.abc import Iterator
from typing import Any

from multivector.model import Actor, Document, Record, kind_of
from multivector.model.codec import to_plain
from multivector.store.view import View

__all__ = ["actor_row", "document_row", "export_lines", "record_plain", "record_row", "rows"]

UNPRINTED = ("retrieved", "offsets")  # of a document: when it was fetched and where its bytes were, not what it says
RENAMED = {"from_": "from"}
ORIGINAL = {told: name for name, told in RENAMED.items()}
TOLD = ("kind", "document", "evidence", "origin", "origins", "stance", "stance_words", "also")  # otherwise than stored
BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}  # some tools break lines at these

Row = dict[str, Any]


def export_lines(view: View) -> Iterator[str]:
    """Each document, actor and record of the view as one line of JSON without its line end.

    Documents come by name, actors by code, records by document name, start, end, kind and id; keys in the contract's
    order. Same case, same lines.
    """
    for row in rows(view):
        yield json.dumps(row, ensure_ascii=False, allow_nan=False).translate(BREAKS)


def rows(view: View) -> Iterator[Row]:
    """The same as dicts."""
    documents = view.documents()
    names = {document.id: document.name for document in documents}
    yield from map(document_row, documents)
    yield from map(actor_row, view.actors())
    for record in view.records():
        yield record_row(record, names)


def document_row(document: Document) -> Row:
    """A document as the export has it: without the day of retrieval, which would differ from run to run."""
    plain = {key: value for key, value in to_plain(document).items() if key not in UNPRINTED}
    text = plain.pop("text")
    head = {"kind": "document", "id": plain.pop("id"), "document": document.name}
    return {**head, **plain, "length": len(text), "text": text}


def actor_row(actor: Actor) -> Row:
    """An actor as the export has it: its code is its id, and its own kind is called `type`."""
    plain = to_plain(actor)
    head = {"kind": "actor", "id": plain.pop("code"), "document": None, "type": plain.pop("kind")}
    return {**head, **plain}


def record_row(record: Record, names: dict[str, str]) -> Row:
    """A record as the export has it; `names` leads from a document's id to its name."""
    plain = {RENAMED.get(key, key): value for key, value in to_plain(record).items()}
    found, origins = plain.pop("evidence"), plain.pop("origin")
    head = {
        "kind": kind_of(record),
        "id": plain.pop("id"),
        "document": names[found.pop("document")],
        "evidence": found,
        "origin": origins[0],
        **({"origins": origins} if len(origins) > 1 else {}),
        "confidence": plain.pop("confidence"),
    }
    return {**head, **_body(plain, names)}


def _body(plain: Row, names: dict[str, str]) -> Row:
    """The rest: tones by actor, and other evidence by its document's name."""
    body: Row = {}
    for key, value in plain.items():
        body[key] = value
        if key == "stance":
            body["stance"] = {tone["actor"]: tone["value"] for tone in value}
            body["stance_words"] = {tone["actor"]: tone["words"] for tone in value}
        if key == "also":
            body["also"] = [{**item, "document": names[item["document"]]} for item in value]
    return body


def record_plain(row: Row, ids: dict[str, str]) -> Row:
    """What `record_row` was made of, as `to_plain` gives it; `ids` leads from a document's name to its id. Of a record
    that says two tones toward one actor the last is left."""
    plain = {ORIGINAL.get(key, key): value for key, value in row.items() if key not in TOLD}
    plain["evidence"] = {"document": ids[row["document"]], **row["evidence"]}
    plain["origin"] = row.get("origins") or [row["origin"]]
    if "stance" in row:
        words = row["stance_words"]
        plain["stance"] = [
            {"actor": code, "value": value, "words": words[code]} for code, value in row["stance"].items()
        ]
    if "also" in row:
        plain["also"] = [{**item, "document": ids[item["document"]]} for item in row["also"]]
    return plain
