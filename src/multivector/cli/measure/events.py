"""`multivector measure cooperation`, `changes` and `answers`: from events of a case or of other people's files."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from multivector.cli.measure.options import CASE, CODE, Shared, common, reference

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["answers", "changes", "cooperation"]

SHAPE = "events(id, date, source, target, type, cameo, quad, goldstein, plover)"
Score = Literal["goldstein", "plover"]


@dataclass(frozen=True, slots=True)
class Events:
    """Which events count: a case's or a table's, scored how, from which day to which."""

    case: Path | None
    given: str | None
    score: Score
    first: str | None
    last: str | None

    def table(self, as_of: str | None) -> "pa.Table":
        """The events of the period as known on the day."""
        from multivector.cli.measure.tables import events_of  # late: --help needs none of it
        from multivector.measure.events import between

        return between(events_of(self.case, self.given), self.first, self.last, as_of)


def of_events(command: Callable[..., None]) -> Callable[..., None]:
    """Adds --case, --events, --score, --first and --last, which reach the command as one argument `events`."""

    @wraps(command)
    def called(
        case: Path | None, events: str | None, score: Score, first: str | None, last: str | None, **given: Any
    ) -> None:
        command(**given, events=Events(case, events, score, first, last))

    asked: Callable[..., None] = called
    for option in (
        click.option("--last", metavar="DATE", help="The last day that counts."),
        click.option("--first", metavar="DATE", help="The first day that counts."),
        click.option("--score", type=click.Choice(["goldstein", "plover"]), default="goldstein", show_default=True),
        reference("events", SHAPE),
        click.option("--case", type=CASE, help="The case whose events count."),
    ):
        asked = option(asked)
    return asked


@click.command()
@click.argument("source", type=CODE)
@click.argument("target", type=CODE)
@click.option("--by", type=click.Choice(["month", "year"]), help="A row for each period with events.")
@of_events
@common
def cooperation(
    source: str,
    target: str,
    by: str | None,
    events: Events,
    shared: Shared,
) -> None:
    """Net cooperation of one state toward another, events by quad class, shares of either, and attention.

    \b
    Example:
      multivector measure cooperation RUS KAZ --case kazakhstan/ --by month --plot timeline.svg
    """
    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.measure.events import between, dyad_figures, periods_of
    from multivector.measure.plots import dyad_timeline
    from multivector.measure.tables import equal_to

    table = events.table(shared.as_of)
    label = f"{source} -> {target}"
    rows = [(label, figure) for figure in dyad_figures(table, source, target, events.score)]
    for name, first, last in periods_of(equal_to(table, source=source, target=target), by) if by else ():
        cut = between(table, first, last)
        rows += [(f"{label} {name}", figure) for figure in dyad_figures(cut, source, target, events.score)]

    tell(Answer(rows, chart=lambda: dyad_timeline(table, source, target, events.score)), shared)


@click.command()
@click.argument("source", type=CODE)
@click.argument("target", type=CODE)
@of_events
@common
def changes(
    source: str,
    target: str,
    events: Events,
    shared: Shared,
) -> None:
    """When monthly net cooperation of one state toward another changed its level, and how sure that is.

    \b
    Example:
      multivector measure changes RUS UKR --events polecat.parquet
    """
    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.measure.changes import change_points
    from multivector.measure.exchange import months_of, net_by_month
    from multivector.measure.plots import dyad_timeline
    from multivector.measure.series import month_names

    table = events.table(shared.as_of)
    months = months_of(table)
    values = net_by_month(table, source, target, events.score, months)
    figures = change_points(
        values, month_names(*months) if months else (), ("events", f"{source} -> {target}", events.score)
    )
    notes = tuple(
        f"{figure.inputs[-2]}, {figure.inputs[-1]}"
        for figure in figures
        if figure.name == "change_point" and figure.value
    )

    tell(
        Answer(
            [(f"{source} -> {target}", figure) for figure in figures],
            notes,
            lambda: dyad_timeline(table, source, target, events.score),
        ),
        shared,
    )


@click.command()
@click.argument("a", type=CODE)
@click.argument("b", type=CODE)
@click.option("--window", type=click.IntRange(1, 3650), default=None, help="Days within which an answer counts.")
@of_events
@common
def answers(
    a: str,
    b: str,
    window: int | None,
    events: Events,
    shared: Shared,
) -> None:
    """Whether two states answer each other in kind, how fast, and whether one leads the other.

    \b
    Example:
      multivector measure answers RUS KAZ --case kazakhstan/
    """
    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.measure.answers import WINDOW
    from multivector.measure.exchange import exchange, told_table

    table = events.table(shared.as_of)
    notes = tuple(told_table(table, *pair, window or WINDOW) for pair in ((a, b), (b, a)))
    tell(Answer(exchange(table, a, b, events.score, window or WINDOW), notes), shared)
