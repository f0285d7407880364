"""Progress on the terminal's error stream, silent where that is no terminal."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

__all__ = ["reading_progress", "tell_failures"]

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


def tell_failures(failures: Sequence[tuple[str, str, str]]) -> None:
    """Name each source that was not read, with reason and mend, on the error stream."""
    for name, reason, mend in failures[:MOST_TOLD]:
        click.echo(f"not read: {name}: {reason}; {mend}", err=True)
    if len(failures) > MOST_TOLD:
        click.echo(f"not read: {len(failures) - MOST_TOLD} more", err=True)
