"""`multivector code`: bulk sentences or articles in, records out."""

import json
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from multivector.cli.progress import reading_progress
from multivector.errors import InputError, UnreadableInput

if TYPE_CHECKING:
    from multivector.store import Journal

__all__ = ["code"]


@click.command()
@click.argument("rows", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="A .jsonl or .parquet file."
)
def code(rows: Path, out: Path) -> None:
    """Code each row of a .jsonl, .csv or .parquet file (fields id, text, optional date) and write its records.

    Where a row has the fields source and target, phrases of its text, only the event between these two is coded.
    Spans refer to the row's text as it stands; a bad row is named and the rest goes on. A run that was stopped goes on
    where it stopped when it is given again.

    \b
    Examples:
      multivector code sentences.jsonl -o records.jsonl
      multivector code archive.parquet -o records.parquet
    """
    from multivector.extract import READER_VERSION  # late: reading needs the model, --help does not
    from multivector.sources.rows import read_rows
    from multivector.store import Journal, identity_of

    given = read_rows(rows)
    first = next(given, None)  # a missing or broken file is told before anything is written
    plain = out.suffix != ".parquet"
    with Journal(out, identity_of(rows, READER_VERSION)) as journal, reading_progress() as progress:
        if journal.done:
            click.echo(f"going on after {journal.done} rows", err=True)
        written, bad = 0, 0
        for place, (number, row) in enumerate(chain(() if first is None else (first,), given)):
            if place < journal.done:
                written += row is not None
                continue
            lines = _coded(rows, number, row)
            progress(str(row["id"]) if row else f"row {number}")
            journal.add(lines or ())
            written, bad = written + (lines is not None), bad + (lines is None)
        if not written:
            raise UnreadableInput(f"{rows}: no row could be coded; each needs an id and a text")
        _publish(journal, out, plain)
    click.echo(f"{written} rows coded, {bad} not; records: {out}", err=True)


def _coded(path: Path, number: int, row: dict[str, Any] | None) -> list[str] | None:
    """The records of a row as lines of JSON; None, and the reason on the error stream, where it cannot be coded."""
    from multivector.pipeline import code_row  # late, as above
    from multivector.store.export.lines import record_row

    if row is None:
        click.echo(f"not coded: {path}, line {number}: no object with id and text", err=True)
        return None
    try:
        reading = code_row(str(row["id"]), row["text"], row.get("date"), _pair(row))
    except InputError as error:
        click.echo(f"not coded: {path}, line {number}: {error}", err=True)
        return None
    names = {reading.document.id: str(row["id"])}
    return [json.dumps(record_row(record, names), ensure_ascii=False) for record in reading.records]


def _publish(journal: "Journal", out: Path, plain: bool) -> None:
    from multivector.store.export.bulk import lines_to_parquet  # late, as above

    lines = journal.finish()
    journal.publish(None if plain else lines_to_parquet(lines, out.with_name(f"{out.name}.made")))


def _pair(row: dict[str, Any]) -> tuple[str, str] | None:
    source, target = row.get("source"), row.get("target")
    return (source, target) if isinstance(source, str) and isinstance(target, str) and source and target else None
