"""The rows of `multivector tone`: a text with a marked target, or with two marked actors."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from multivector.codebook.attitudes import CLASSES
from multivector.errors import UnreadableInput

__all__ = ["ToneRow", "labelled_rows", "tone_rows"]

Place = tuple[int, int]
WANTED = "text, start and end (whole numbers) are needed, or text, first and second ([start, end] each)"


@dataclass(frozen=True, slots=True)
class ToneRow:
    """A row as it was given, its text, the places of its one target or two actors, and its class if one was asked."""

    given: dict[str, Any]
    text: str
    places: tuple[Place, ...]
    label: int = 0


def tone_rows(path: Path) -> Iterator[ToneRow]:
    """The rows of a .jsonl file; raises UnreadableInput that names the line where one does not fit."""
    for where, row in _objects(path):
        yield ToneRow(row, row["text"], _placed(where, row))


def labelled_rows(path: Path) -> Iterator[ToneRow]:
    """Rows with two actors and the class that people gave; raises UnreadableInput as above."""
    for where, row in _objects(path):
        if "first" not in row or "second" not in row:
            raise UnreadableInput(f"{where}: to fit on, first and second ([start, end] each) are needed")
        yield ToneRow(row, row["text"], _placed(where, row), _label(where, row.get("label")))


def _objects(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line's object that has a text, with the words that name its place."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8 text") from error
    for number, line in enumerate(text.split("\n"), start=1):  # a text's own "\u2028" ends no row
        if line.strip():
            where = f"{path}, line {number}"
            yield where, _object(where, line)


def _object(where: str, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{where}: no JSON ({error}); give one object a line") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableInput(f"{where}: {WANTED}")
    return row


def _placed(where: str, row: dict[str, Any]) -> tuple[Place, ...]:
    """The target's place, or those of both actors."""
    pair = "first" in row or "second" in row
    given = [row.get("first"), row.get("second")] if pair else [[row.get("start"), row.get("end")]]
    places = tuple(_place(where, one) for one in given)
    if not all(0 <= start < end <= len(row["text"]) for start, end in places):
        raise UnreadableInput(f"{where}: {'first or second' if pair else 'start and end'} do not lie within the text")
    if pair and places[0][1] > places[1][0]:
        raise UnreadableInput(f"{where}: first must end before second begins; first is the actor named first")
    return places


def _place(where: str, given: object) -> Place:
    if isinstance(given, list) and [type(i) for i in given] == [int, int]:
        return given[0], given[1]
    raise UnreadableInput(f"{where}: {WANTED}")


def _label(where: str, label: object) -> int:
    """The class's number; it may be given by name or by number."""
    if isinstance(label, str) and label in CLASSES:
        return CLASSES.index(label)
    if type(label) is int and 0 <= label < len(CLASSES):
        return label
    raise UnreadableInput(f"{where}: label is none of {', '.join(CLASSES)} (or 0 to {len(CLASSES) - 1})")
