"""What a measure answers, printed: a table for people, JSON for scripts, a picture where one is asked for."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from multivector.cli.measure.options import Shared
from multivector.errors import InputError

if TYPE_CHECKING:
    import altair as alt

    from multivector.model import Figure

__all__ = ["Answer", "tell"]

PIPED = 200  # columns
MOST_LABELS = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """Figures with what each is of ("session 77"), sentences about them, and how to draw them."""

    rows: "Sequence[tuple[str, Figure]]"
    notes: tuple[str, ...] = ()
    chart: "Callable[[], alt.TopLevelMixin] | None" = None


def tell(answer: Answer, shared: Shared) -> None:
    """Print the answer; write the picture, if asked for, as SVG or PNG by the file's ending."""
    if shared.plot is not None:
        _draw(answer, shared.plot)
    if shared.as_json:
        rows = [{"of": label, **asdict(figure)} for label, figure in answer.rows]
        click.echo(json.dumps({"figures": rows, "notes": answer.notes}, ensure_ascii=False, indent=2))
        return
    _table(answer)
    for note in answer.notes:
        click.echo(note)


def _draw(answer: Answer, plot: Path) -> None:
    from multivector.measure.plots import write_chart  # late: Altair takes half a second to import

    if answer.chart is None:
        raise InputError("this measure has no picture; leave --plot out")
    write_chart(answer.chart(), plot)
    click.echo(f"picture: {plot}", err=True)


def _table(answer: Answer) -> None:
    from rich.console import Console  # late: rich takes 80 ms to import
    from rich.table import Table

    table = Table("", "measure", "value", "interval", "n", box=None, pad_edge=False)
    for column in (2, 3, 4):
        table.columns[column].justify = "right"
    for label, figure in answer.rows:
        table.add_row(label, figure.name, _value(figure), _band(figure), str(figure.n))
    console = Console(highlight=False, markup=False, soft_wrap=True)
    if not console.is_terminal:
        console.width = PIPED  # a script or a file has no edge to wrap at
    console.print(table)
    for name, formula in dict.fromkeys((figure.name, figure.formula) for _, figure in answer.rows if figure.formula):
        console.print(f"{name}: {formula}", style="dim")
    for reason, labels in _reasons(answer).items():
        more = f" and {len(labels) - MOST_LABELS} more" if len(labels) > MOST_LABELS else ""
        console.print(f"{', '.join(labels[:MOST_LABELS])}{more}: {reason}")


def _value(figure: "Figure") -> str:
    return "-" if figure.value is None else _number(figure.value)


def _band(figure: "Figure") -> str:
    """The interval, where the figure has one."""
    return "" if figure.low is None or figure.high is None else f"{_number(figure.low)} to {_number(figure.high)}"


def _reasons(answer: Answer) -> dict[str, list[str]]:
    """Why figures have no value, each reason once, with what it holds for."""
    found: dict[str, list[str]] = {}
    for label, figure in answer.rows:
        if figure.reason:
            found.setdefault(f"{figure.name} {figure.reason}", []).append(label)
    return found


def _number(value: float) -> str:
    """Four significant digits; whole numbers and large ones as they are."""
    if abs(value) >= 10_000 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.4g}"
