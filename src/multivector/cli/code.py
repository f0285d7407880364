"""`multivector code`: bulk sentences or articles in, records out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from multivector.cli.progress import reading_progress
from multivector.errors import MissingInput, UnreadableInput

__all__ = ["code"]


@click.command()
@click.argument("rows", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Records as JSON lines."
)
def code(rows: Path, out: Path) -> None:
    """Code each row of a JSON-lines file (fields id, text, optional date) and write its records.

    Where a row has the fields source and target, phrases of its text, only the event between these two is coded.
    Spans refer to the row's text as it stands; a bad row is named and the rest goes on.

    \b
    Example:
      multivector code sentences.jsonl -o records.jsonl
    """
    from multivector.pipeline import code_row  # late: reading needs the model, --help does not
    from multivector.store.export.lines import record_row

    written, bad = 0, 0
    with out.open("w", encoding="utf-8", newline="\n") as file, reading_progress() as progress:
        for number, row in _rows(rows):
            if row is None:
                bad += 1
                click.echo(f"not coded: {rows}, line {number}: no JSON object with id and text", err=True)
                continue
            progress(str(row["id"]))
            try:
                reading = code_row(str(row["id"]), str(row["text"]), row.get("date"), _pair(row))
            except UnreadableInput as error:
                bad += 1
                click.echo(f"not coded: {rows}, line {number}: {error}", err=True)
                continue
            for record in reading.records:
                line = record_row(record, {reading.document.id: str(row["id"])})
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
            written += 1
    if not written:
        raise UnreadableInput(f"{rows}: no row could be coded; each line needs a JSON object with id and text")
    click.echo(f"{written} rows coded, {bad} not; records: {out}", err=True)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any] | None]]:
    if not path.exists():
        raise MissingInput(f"{path}: no such file")
    with path.open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, _row(line)


def _pair(row: dict[str, Any]) -> tuple[str, str] | None:
    source, target = row.get("source"), row.get("target")
    return (source, target) if isinstance(source, str) and isinstance(target, str) and source and target else None


def _row(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) and row.get("id") is not None and isinstance(row.get("text"), str) else None
