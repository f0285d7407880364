"""`multivector tone`: the tone of sentences toward marked words, by the lexicon or by the sentence model."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from multivector.errors import UnreadableInput

__all__ = ["tone"]

FIELDS = {"text": str, "start": int, "end": int}


@click.command()
@click.argument("given", metavar="INPUT", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--out", metavar="OUTPUT", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--reader", type=click.Choice(["lexicon", "embed"]), default="lexicon", show_default=True)
def tone(given: Path, out: Path, reader: str) -> None:
    """Read the tone of each row of a .jsonl file (fields text, start, end: where the target stands) toward its target.

    English and Russian are read. Each row is written with `tone` {label, value, words, reader}: negative, neutral or
    positive, -1 to 1, the words that carry it. `--reader embed` needs the extra multivector[embed], is surer on opinion
    and made for English.

    \b
    Example:
      multivector tone sentences.jsonl -o tones.jsonl --reader embed
    """
    from multivector.tones import tone_of  # late: reading needs the model, --help does not

    rows = list(_rows(given))
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            heard = tone_of(row["text"], row["start"], row["end"], "embed" if reader == "embed" else "lexicon")
            told = {"label": heard.label, "value": heard.value, "words": heard.words, "reader": heard.reader}
            file.write(json.dumps(row | {"tone": told}, ensure_ascii=False) + "\n")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of the file; raises UnreadableInput that names the line where one does not fit."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8 text") from error
    for number, line in enumerate(text.split("\n"), start=1):  # a text's own "\u2028" ends no row
        if line.strip():
            yield _row(f"{path}, line {number}", line)


def _row(where: str, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{where}: no JSON ({error}); give one object a line") from error
    if not isinstance(row, dict) or not all(type(row.get(k)) is kind for k, kind in FIELDS.items()):
        raise UnreadableInput(f"{where}: text, start and end (whole numbers) are needed")
    if not 0 <= row["start"] < row["end"] <= len(row["text"]):
        raise UnreadableInput(f"{where}: start and end do not lie within the text")
    return row
