"""An archive coded: files cut into shards, an engine's run over them, one file, a lake or a stream of records out."""

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from multivector.coding import CODING
from multivector.engine import lake
from multivector.engine.parts import read_part, whole
from multivector.engine.stage import FAILURE, Hearing, Job, Receipt, Stage
from multivector.errors import UnreadableInput
from multivector.model import Shard
from multivector.sources.places import Place, find_files, system_of
from multivector.sources.rows import read_shard
from multivector.sources.shards import KINDS, shards_of

__all__ = ["Coded", "Hearing", "Runner", "code_archive", "code_stream"]

FILES = (".jsonl", ".parquet")  # an output with such a name is one file, any other is a lake
# What an engine gives: the receipts of a job's shards in their order; it tells of each as it is done.
Runner = Callable[[Job, Iterable[Shard], Callable[[Shard, Receipt], None]], Sequence[Receipt]]


@dataclass(frozen=True, slots=True)
class Coded:
    """How many rows were coded and how many were not."""

    rows: int
    failed: int


def code_archive(given: str, out: str, run: Runner, hearing: Hearing, *, stage: Stage = CODING) -> Coded:
    """Code every row of a file, or of the files in a folder, at a path or URL.

    An output that ends in .jsonl or .parquet is one file with the records in the rows' order, whole or not there;
    any other is a lake (`engine.lake`). What a stopped run has done is not done again. Raises MissingInput and
    UnreadableInput where there is nothing to code; of a folder, a file that cannot be read is told of and left out.
    """
    single = out.endswith(FILES)
    parts = f"{out}.parts" if single else out
    source = out if single else _absolute(given)
    try:
        receipts = _run(given, (parts, source), run, hearing, stage)
    except _NothingError:
        if single:
            _clear(parts)
        raise
    if single:
        _publish_one(out, parts, receipts)
        _clear(parts)
    else:
        lake.finish(parts, source, stage, receipts)
    return _counted(receipts)


def code_stream(
    given: str, write: Callable[[bytes], object], run: Runner, hearing: Hearing, *, stage: Stage = CODING
) -> Coded:
    """Code as `code_archive` does and give each record as a line of JSON to `write`, in the rows' order and as soon as
    what stands before it is done. Nothing is kept: a run that was stopped begins anew."""
    with TemporaryDirectory(prefix="multivector-") as folder:
        stream = _Stream(folder, write)

        def told(shard: Shard, receipt: Receipt) -> None:
            hearing.done(shard, receipt)
            stream.done(shard, receipt)

        def in_order(job: Job, shards: Iterable[Shard], tell: Callable[[Shard, Receipt], None]) -> Sequence[Receipt]:
            return run(job, stream.noted(shards), tell)

        return _counted(_run(given, (folder, folder), in_order, replace(hearing, done=told), stage))


class _NothingError(UnreadableInput):
    """No row was coded."""


class _Stream:
    """Lines written in the order of their shards, whatever the order in which these are done."""

    def __init__(self, parts: str, write: Callable[[bytes], object]) -> None:
        self._parts, self._write = parts, write
        self._waiting: deque[Shard] = deque()
        self._done: dict[Shard, Receipt] = {}

    def noted(self, shards: Iterable[Shard]) -> Iterator[Shard]:
        for shard in shards:
            self._waiting.append(shard)
            yield shard

    def done(self, shard: Shard, receipt: Receipt) -> None:
        self._done[shard] = receipt
        while self._waiting and self._waiting[0] in self._done:
            for line in _lines(self._parts, [self._done.pop(self._waiting.popleft())]):
                self._write(line)


def _run(given: str, where: tuple[str, str], run: Runner, hearing: Hearing, stage: Stage) -> Sequence[Receipt]:
    """The receipts of all shards, whose parts and the name of whose input are told by `where`."""
    parts, source = where
    places = find_files(given, KINDS)
    hearing.total(sum(place.size for place in places))
    first, rest = _begun(_shards(places, hearing.failed))
    lake.begin(parts, source)

    def told(shard: Shard, receipt: Receipt) -> None:
        hearing.done(shard, receipt)
        for message in _failures(parts, shard, receipt):
            hearing.failed(message)

    receipts = run(Job(stage, read_shard, parts), _chained(first, rest), told)
    if not _counted(receipts).rows:
        raise _NothingError(f"{given}: no row could be coded; each needs an id and a text")
    return receipts


def _counted(receipts: Sequence[Receipt]) -> Coded:
    return Coded(sum(r.rows - r.failed for r in receipts), sum(r.failed for r in receipts))


def _shards(places: Sequence[Place], failed: Callable[[str], None]) -> Iterator[Shard]:
    for place in places:
        try:
            yield from shards_of(place)
        except UnreadableInput as error:
            if len(places) == 1:
                raise
            failed(f"not read: {error}")


def _absolute(location: str) -> str:
    return location if "://" in location else os.path.abspath(location)


def _begun(shards: Iterator[Shard]) -> tuple[Shard | None, Iterator[Shard]]:
    """The first shard apart: a missing or broken file is told before anything is written."""
    return next(shards, None), shards


def _chained(first: Shard | None, rest: Iterator[Shard]) -> Iterator[Shard]:
    if first is not None:
        yield first
    yield from rest


def _failures(parts: str, shard: Shard, receipt: Receipt) -> Iterator[str]:
    if not receipt.failed:
        return
    table = read_part(parts, receipt.file, ["kind", "record"])
    for kind, record in zip(table["kind"].to_pylist(), table["record"].to_pylist(), strict=True):
        if kind == FAILURE:
            told = json.loads(record)
            yield f"not coded: {shard.path}, line {told['row']}: {told['reason']}"


def _tables(parts: str, receipts: Sequence[Receipt]) -> Iterator[pa.Table]:
    """The records of each part without the failures, which were told of."""
    for receipt in receipts:
        table = read_part(parts, receipt.file)
        yield table.filter(pc.not_equal(table["kind"], FAILURE))


def _lines(parts: str, receipts: Sequence[Receipt]) -> Iterator[bytes]:
    for table in _tables(parts, receipts):
        yield from (f"{line}\n".encode() for line in table["record"].to_pylist())


def _publish_one(out: str, parts: str, receipts: Sequence[Receipt]) -> None:
    """Put the parts together as one file, a part at a time, and give it its name."""
    with whole(out) as file:
        if out.endswith(".jsonl"):
            file.writelines(_lines(parts, receipts))
            return
        with pq.ParquetWriter(file, CODING.schema, compression="zstd") as writer:
            for table in _tables(parts, receipts):
                writer.write_table(table)


def _clear(parts: str) -> None:
    system, path = system_of(parts)
    system.rm(path, recursive=True)
