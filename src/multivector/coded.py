"""A coded lake brought into a case: the records of its parts beside the texts that they were read from, as whole
tables.

A lake holds records and no texts. These are read again where they lie, and are those that were coded: a part's name is
a hash of them. Sentences and names are found by their letters (`extract.glance`), nothing is parsed again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyarrow as pa

from multivector.coded_tables import Part, part_tables
from multivector.coding import CODING
from multivector.engine.lake import Content, content_of
from multivector.engine.parts import read_part
from multivector.engine.stage import Hearing, Receipt, Stage, part_name
from multivector.errors import MissingInput, UnreadableInput
from multivector.model import Shard
from multivector.sources.places import find_files
from multivector.sources.rows import read_shard
from multivector.sources.shards import KINDS, shards_of
from multivector.store import Store
from multivector.store.bulk.writer import BulkWriter
from multivector.store.kinds import RECORD_KINDS, STORED
from multivector.world.own import NONE, Own

__all__ = ["Given", "Taken", "take_lake"]

DOCUMENTS, CHARACTERS = 20_000, 50_000_000  # in one segment: some 100 MB of tables
MEND = "run `multivector code` again"
Told = tuple[Shard, Receipt]


@dataclass(frozen=True, slots=True)
class Given:
    """A lake by path or URL, where its texts lie if no longer where they were coded, and the user's actors it knew."""

    lake: str
    texts: str | None = None
    own: Own = NONE


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took: documents and records; the rows of parts that an earlier run took; rows that were not coded, or
    share their id with another text."""

    documents: int = 0
    records: int = 0
    earlier: int = 0
    not_taken: int = 0


@dataclass(slots=True)
class _Batch:
    """Parts that go in as one segment: no two of them have a document of the same name."""

    told: list[Told] = field(default_factory=list)
    tables: list[dict[str, pa.Table]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    characters: int = 0

    def has_room(self, part: Part) -> bool:
        full = len(self.names) >= DOCUMENTS or self.characters >= CHARACTERS
        return not full and self.names.isdisjoint(part.names)

    def take(self, told: Told, part: Part) -> None:
        self.told.append(told)
        self.tables.append(part.tables)
        self.names |= part.names
        self.characters += part.characters


def take_lake(given: Given, case: Path, hearing: Hearing) -> Taken:
    """Bring the articles and records of a finished lake into the case, some ten thousand articles a step.

    Each step stands whole or not at all with the names of its parts, so a run that was stopped goes on, a run again
    takes only what is new in the lake, and what comes later under an article's id replaces. Raises MissingInput where
    there is no such lake or its texts are gone, UnreadableInput where they are others than were coded.
    """
    content = content_of(given.lake)
    tasks = _tasks(given, content)
    hearing.total(sum(shard.weight for shard, _ in tasks))
    documents = records = 0
    store = Store.open(case)
    with store.bulk(content.version) as writer:
        held = writer.taken()
        fresh = [task for task in tasks if task[1].file not in held]
        for shard, receipt in tasks:
            if receipt.file in held:
                hearing.done(shard, receipt)
        for batch in _batches(given, content, fresh, hearing):
            records += _put(writer, batch)
            documents += len(batch.names)
            for shard, receipt in batch.told:
                hearing.done(shard, replace(receipt, fresh=True))
    store.compact()
    rows = sum(receipt.rows for _, receipt in fresh)
    return Taken(documents, records, sum(receipt.rows for _, receipt in tasks) - rows, rows - documents)


def _tasks(given: Given, content: Content) -> list[Told]:
    """The lake's parts, each with the shard of the texts that it was made of."""
    place = given.texts or content.given
    try:
        shards = {shard.label: shard for file in find_files(place, KINDS) for shard in shards_of(file)}
    except MissingInput as error:
        raise MissingInput(f"{error}; a lake holds no texts: say with --texts where its input lies now") from error
    strange = next((one.shard for one in content.receipts if one.shard not in shards), None)
    if strange:
        raise UnreadableInput(f"{place}: has not {strange}, which {given.lake} was coded from; {MEND}")
    return [(shards[one.shard], one) for one in content.receipts]


def _batches(given: Given, content: Content, tasks: Sequence[Told], hearing: Hearing) -> Iterator[_Batch]:
    batch = _Batch()
    for task in tasks:
        part = _part(given, content, *task)
        for name in part.doubtful:
            hearing.failed(f"not taken: {task[0].path}: several texts have the id {name!r}; give each its own")
        if batch.told and not batch.has_room(part):
            yield batch
            batch = _Batch()
        batch.take(task, part)
    if batch.told:
        yield batch


def _part(given: Given, content: Content, shard: Shard, receipt: Receipt) -> Part:
    """Raises UnreadableInput unless the shard's texts are those that the part was coded from."""
    texts = read_shard(shard)
    if part_name(Stage(content.stage, content.version, CODING.schema, CODING.run), shard, texts) != receipt.file:
        raise UnreadableInput(f"{shard.label}: its texts are others than {given.lake} was coded from; {MEND}")
    return part_tables(texts, read_part(given.lake, receipt.file, ["kind", "document", "record"]), given.own)


def _put(writer: BulkWriter, batch: _Batch) -> int:
    """Commit a batch; gives its number of records."""
    parts = [receipt.file for _, receipt in batch.told]
    tables = {k: [one[k] for one in batch.tables if k in one] for k in STORED}
    whole = {kind: pa.concat_tables(found) for kind, found in tables.items() if found}
    if not batch.names:
        writer.note(parts)
        return 0
    writer.add(whole, parts)
    return sum(table.num_rows for kind, table in whole.items() if kind in RECORD_KINDS)
