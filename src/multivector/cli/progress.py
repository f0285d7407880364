"""Progress on the terminal's error stream, silent where that is no terminal."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from multivector.engine.stage import Receipt
    from multivector.model import Shard

__all__ = ["Coding", "coding_progress", "indexing_progress", "reading_progress", "tell_failures"]

MOST_CODED = 1000  # rows told one by one in bulk coding
MOST_TOLD = 20  # failures told one by one; a folder of wrong files must not flood the terminal


@contextmanager
def reading_progress() -> Iterator[Callable[[str], None]]:
    """Gives a function to call with the name of each source as it is read; shows count, rate and the last name."""
    from rich.console import Console  # late: rich takes 80 ms to import, and --help needs none of it
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("read {task.completed}"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None)

        def step(name: str) -> None:
            progress.update(task, advance=1, description=name.encode("ascii", "replace").decode()[-60:])

        yield step


@contextmanager
def indexing_progress() -> Iterator[Callable[[int], None]]:
    """Gives a function to call with the number of rows that went into an index; shows how many and how fast."""
    from rich.console import Console  # late, as above
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    words = TextColumn("indexed {task.completed:,.0f} sentences and records, {task.fields[rate]:,.0f} a second")
    columns = (SpinnerColumn(), words, TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None, visible=False, rate=0)

        def step(rows: int) -> None:
            progress.update(task, advance=rows, visible=True, rate=progress.tasks[0].speed or 0)

        yield step


def tell_failures(failures: Sequence[tuple[str, str, str]]) -> None:
    """Name each source that was not read, with reason and mend, on the error stream."""
    for name, reason, mend in failures[:MOST_TOLD]:
        click.echo(f"not read: {name}: {reason}; {mend}", err=True)
    if len(failures) > MOST_TOLD:
        click.echo(f"not read: {len(failures) - MOST_TOLD} more", err=True)


@dataclass(slots=True)
class Coding:
    """What is told of a run over shards: a bar with rows, rate and time left, and each failure as a line."""

    bar: "Progress"
    task: "TaskID"
    rows: int = 0
    earlier: int = 0
    told: int = 0
    untold: int = 0

    def total(self, size: int) -> None:
        """The bytes of all files together."""
        self.bar.update(self.task, total=size)

    def done(self, shard: "Shard", receipt: "Receipt") -> None:
        """A shard is done, by this run or an earlier one."""
        if receipt.fresh and self.earlier and not self.rows:
            click.echo(f"going on after {self.earlier} rows", err=True)
        self.rows += receipt.rows * receipt.fresh
        self.earlier += receipt.rows * (not receipt.fresh)
        took = self.bar.tasks[0].elapsed or 0
        rate = f", {self.rows / took:,.1f} rows/s" if took and self.rows else ""
        words = f"{self.rows + self.earlier:,} rows{rate}"
        self.bar.update(self.task, advance=shard.weight, description=words)

    def failed(self, message: str) -> None:
        """Something could not be coded: told at once, up to MOST_CODED."""
        if self.told < MOST_CODED:
            click.echo(message, err=True)
        self.told, self.untold = self.told + 1, max(self.told + 1 - MOST_CODED, 0)


@contextmanager
def coding_progress() -> Iterator[Coding]:
    """The progress of `multivector code` on the error stream; only the lines where that is no terminal."""
    from rich.console import Console  # late, as above
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    console = Console(stderr=True)
    left = TimeRemainingColumn(compact=True)
    columns = (BarColumn(), TextColumn("{task.percentage:.0f}%, {task.description},"), TimeElapsedColumn(), left)
    with Progress(
        *columns, TextColumn("left"), console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        yield Coding(bar, bar.add_task("0 rows", total=None))
