"""A job on this machine: in this process, or in several that are started afresh (`spawn`) and share nothing.

A process holds one shard at a time. One that dies, killed or out of memory, is replaced and its shard done again; a
shard that kills MOST_DEATHS processes is given up by name, and the rest goes on. Children leave with their parent.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from typing import Any

from multivector.engine.stage import Job, Receipt, run_shard
from multivector.errors import MultivectorError, StoreError
from multivector.model import Shard

__all__ = ["run_local"]

MOST_DEATHS = 3
WORTHWHILE = (
    8  # shards a core below which starting processes, each with its own model, gives little: half a minute's work
)
Told = Callable[[Shard, Receipt], None]
Task = tuple[int, Shard]


def run_local(job: Job, shards: Iterable[Shard], told: Told, workers: int | None = None) -> list[Receipt]:
    """The receipts of all shards in their order; `told` hears of each as it is done, in any order.

    Shards are taken as they are needed. Without a number of workers there are as many as cores where the shards are
    many, else one, which is this process. Raises what `run_shard` raises, and StoreError naming the shards that were
    given up; what is done by then stays.
    """
    shards = iter(shards)
    if workers is None:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        begun = list(islice(shards, WORTHWHILE * cores))
        workers, shards = (cores if len(begun) == WORTHWHILE * cores else 1), chain(begun, shards)
    if workers == 1:
        return [_one(job, shard, told) for shard in shards]
    return _Crew(job, told).run(shards, workers)


def _one(job: Job, shard: Shard, told: Told) -> Receipt:
    receipt = run_shard(job, shard)
    told(shard, receipt)
    return receipt


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: Connection
    task: Task | None = None


class _Crew:
    """The processes of one run, what they are at, and what is done."""

    def __init__(self, job: Job, told: Told) -> None:
        self._job, self._told = job, told
        self._workers: list[_Worker] = []
        self._again: deque[Task] = deque()
        self._deaths: dict[int, int] = {}
        self._given_up: list[str] = []
        self._receipts: dict[int, Receipt] = {}

    def run(self, shards: Iterable[Shard], workers: int) -> list[Receipt]:
        tasks = enumerate(shards)
        try:
            while self._feed(tasks, workers):
                self._hear()
        finally:
            self._end()
        if self._given_up:
            raise StoreError(
                f"given up after {MOST_DEATHS} processes died over each (memory?): {'; '.join(self._given_up)}; "
                "the rest is done; run the command again to try them once more"
            )
        return [self._receipts[number] for number in sorted(self._receipts)]

    def _feed(self, tasks: Iterator[Task], most: int) -> bool:
        """Give each free process a shard, starting processes as needed; False where all is done."""
        free = [worker for worker in self._workers if worker.task is None]
        while free or len(self._workers) < most:
            task = self._again.popleft() if self._again else next(tasks, None)
            if task is None:
                break
            worker = free.pop() if free else self._start()
            worker.task = task
            with suppress(BrokenPipeError, ConnectionResetError):  # it has died meanwhile: heard of below
                worker.connection.send(task[1])
        return any(worker.task is not None for worker in self._workers)

    def _start(self) -> _Worker:
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs, self._job), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _hear(self) -> None:
        ready = wait([worker.connection for worker in self._workers if worker.task is not None])
        for worker in [worker for worker in self._workers if worker.connection in ready and worker.task]:
            try:
                reply = worker.connection.recv()
            except (EOFError, ConnectionResetError):
                self._bury(worker)
                continue
            number, shard = worker.task or (0, None)
            worker.task = None
            if isinstance(reply, Exception):
                raise reply
            self._receipts[number] = reply
            if shard is not None:
                self._told(shard, reply)

    def _bury(self, worker: _Worker) -> None:
        """Take a dead process off the list; its shard goes to another, or is given up."""
        self._workers.remove(worker)
        worker.process.join()
        worker.connection.close()
        if worker.task is None:
            return
        number, shard = worker.task
        self._deaths[number] = self._deaths.get(number, 0) + 1
        if self._deaths[number] < MOST_DEATHS:
            self._again.append(worker.task)
        else:
            self._given_up.append(shard.label)

    def _end(self) -> None:
        for worker in self._workers:
            if worker.task is not None:
                worker.process.terminate()
            worker.connection.close()
        for worker in self._workers:
            worker.process.join()


def _serve(connection: Connection, job: Job) -> None:
    """A child's life: shards in, receipts or errors out, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends us
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    while True:
        try:
            shard = connection.recv()
        except EOFError:
            return
        try:
            reply: Receipt | Exception = run_shard(job, shard)
        except (MultivectorError, OSError) as error:
            reply = error
        connection.send(reply)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
