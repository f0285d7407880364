"""What a case stores: one kind of table for each kind of noun."""

from typing import Any

from multivector.model import KINDS, Actor, Document, Mention, Reading, Sentence, Withheld

__all__ = ["HEAD", "LOOKUP", "OWNER", "RECORD_KINDS", "SCHEMA_VERSION", "STORED", "VERSION_KEY", "rows_of"]

SCHEMA_VERSION = 1
VERSION_KEY = b"multivector.schema"
HEAD = 4  # characters of an id that only tell its kind
LOOKUP = "lookup"  # the folder of the indexes of segments, beside that of the segments
OWNER = "in_document"  # the column that says which document a row was read from

RECORD_KINDS: tuple[str, ...] = tuple(kind for kind, _ in KINDS)
STORED: dict[str, type] = {
    "document": Document,
    "sentence": Sentence,
    "mention": Mention,
    "actor": Actor,
    "withheld": Withheld,
    **dict(KINDS),
}


def rows_of(reading: Reading) -> dict[str, tuple[Any, ...]]:
    """The nouns of a reading by kind, for every stored kind, in the reading's order."""
    rows: dict[str, tuple[Any, ...]] = {
        "document": (reading.document,),
        "sentence": reading.sentences,
        "mention": reading.mentions,
        "actor": reading.actors,
        "withheld": reading.withheld,
    }
    for kind, cls in KINDS:
        rows[kind] = tuple(record for record in reading.records if type(record) is cls)
    return rows
