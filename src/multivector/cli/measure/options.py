"""The options that the measures share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

__all__ = ["CASE", "CODE", "CODES", "FILE", "SPAN", "Shared", "common", "reference"]

FILE = click.Path(path_type=Path, dir_okay=False)
CASE = click.Path(path_type=Path, file_okay=False)


class Span(click.ParamType[range]):
    """A year or session, or a run of them: 2022 or 2015-2023."""

    name = "FIRST[-LAST]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> range:
        """The numbers as a range; fails with a usage error where the text is no span."""
        if isinstance(value, range):
            return value
        found = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?", value.strip())
        if not found or int(found[2] or found[1]) < int(found[1]):
            self.fail(f"{value!r} is not a number or a run of numbers; write 2022 or 2015-2023", param, ctx)
        return range(int(found[1]), int(found[2] or found[1]) + 1)


class Code(click.ParamType[str]):
    """A state's code: ISO 3166 alpha-3."""

    name = "CODE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code in capitals; fails with a usage error where the text is no code."""
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{1,11}", value.strip()):
            self.fail(f"{value!r} is not a state's code; write three letters such as KAZ", param, ctx)
        return str(value).strip().upper()


class Codes(click.ParamType[tuple[str, ...]]):
    """Several states' codes with commas between."""

    name = "CODE,CODE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The codes in the order given, each once."""
        if isinstance(value, tuple):
            return value
        return tuple(dict.fromkeys(CODE.convert(part, param, ctx) for part in value.split(",") if part.strip()))


SPAN, CODE, CODES = Span(), Code(), Codes()


@dataclass(frozen=True, slots=True)
class Shared:
    """What every measure is asked besides its own arguments."""

    as_of: str | None
    as_json: bool
    plot: Path | None


def common(command: Callable[..., None]) -> Callable[..., None]:
    """Adds --as-of, --json and --plot, which reach the command as one argument `shared`."""

    @wraps(command)
    def called(as_of: str | None, as_json: bool, plot: Path | None, **given: Any) -> None:
        command(**given, shared=Shared(as_of, as_json, plot))

    asked: Callable[..., None] = called
    for option in (
        click.option("--plot", type=FILE, help="Draw the answer into this .svg or .png file."),
        click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON."),
        click.option("--as-of", metavar="DATE", help="Use only what was published by this day, e.g. 2023-01-01."),
    ):
        asked = option(asked)
    return asked


def reference(name: str, shape: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Adds an option --NAME: a table in the given shape, by the name under which it is kept, or a file."""
    return click.option(f"--{name}", metavar="NAME|FILE", help=f"A kept table, or a Parquet or CSV file: {shape}.")
