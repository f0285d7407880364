"""Directed tone between two marked actors: five classes of bywords/directed_sentiment_analysis, by learned weights.

The set is free with citation: it is measured on, and nothing that ships is fitted on it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from multivector.codebook.attitudes import CLASSES
from multivector.tones import attitude_between

__all__ = ["CLASSES", "Marked", "directed", "marked", "rows"]

MARK = re.compile(r"\[([^\[\]]*)\]")
FILE = Path("data/reading/directed_valid.jsonl")


class Marked(NamedTuple):
    """A sentence without its marks, the places of p and q in it, and the class that people gave."""

    text: str
    first: tuple[int, int]
    second: tuple[int, int]
    label: int


def directed(shared: Path) -> dict[str, float]:
    """Macro-F1 of the five classes on the validation part, and how many rows could be used."""
    pairs = [(row.label, attitude_between(row.text, row.first, row.second).label) for row in rows(shared)]
    return {"directed": five_f1(pairs), "directed_rows": len(pairs)}


def rows(shared: Path) -> Iterator[Marked]:
    """The rows in which both marks stand."""
    for line in (shared / FILE).read_text(encoding="utf-8").splitlines():
        found = marked(json.loads(line))
        if found is not None:
            yield found


def marked(row: dict[str, object]) -> Marked | None:
    """The row with its brackets taken out; None where p and q are not both marked, in this order."""
    text, wanted = str(row["text"]), [str(row["p"]), str(row["q"])]
    plain, at = "", 0
    places: list[tuple[int, int]] = []
    for match in MARK.finditer(text):
        if len(places) == len(wanted) or match[1] != wanted[len(places)]:
            continue
        plain += text[at : match.start()]
        places.append((len(plain), len(plain) + len(match[1])))
        plain, at = plain + match[1], match.end()
    if len(places) < len(wanted):
        return None
    return Marked(plain + text[at:], places[0], places[1], int(str(row["label_id"])))


def five_f1(pairs: Iterable[tuple[int, int]]) -> float:
    """The mean F1 of the five classes, to three digits."""
    pairs = list(pairs)
    total = 0.0
    for label in range(len(CLASSES)):
        hit = sum(gold == label == read for gold, read in pairs)
        named = sum(gold == label for gold, _ in pairs) + sum(read == label for _, read in pairs)
        total += 2 * hit / named if named else 0.0
    return round(total / len(CLASSES), 3)
