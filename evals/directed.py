"""Directed tone between two marked actors: five classes of bywords/directed_sentiment_analysis, by learned weights.

The set is free with citation: it is measured on, and nothing that ships is fitted on it. `python -m evals.directed`
prints what ships and then what the same features reach when a user fits them on the set's own training part with
`multivector tone --fit`; as that takes minutes it is no part of `make eval`.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from multivector.codebook.attitudes import CLASSES
from multivector.tones import attitude_between

__all__ = ["CLASSES", "Marked", "directed", "fitted", "main", "marked", "rows"]

MARK = re.compile(r"\[([^\[\]]*)\]")
FOLDER = Path("data/reading")
TRAIN, VALID = "directed_train.jsonl", "directed_valid.jsonl"


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


def main(shared: Path) -> None:
    """Print both figures, the shipped one first; says so where the data is absent."""
    if not (shared / FOLDER / TRAIN).is_file():
        print(f"not measured: the development data is absent ({shared})")
        return
    print(f"as it ships: {directed(shared)['directed']}")
    print(f"fitted on {TRAIN} by multivector tone --fit: {fitted(shared)['fitted']}")


def fitted(shared: Path) -> dict[str, float]:
    """The same by weights fitted on the training part, in a folder that is gone afterwards; takes some minutes."""
    with tempfile.TemporaryDirectory() as scratch:
        labels, weights, out = (Path(scratch) / name for name in ("labels.jsonl", "weights.csv", "out.jsonl"))
        _give(rows(shared, TRAIN), labels)
        _tone("--fit", labels, "--keep", weights)
        _give(rows(shared), labels)
        _tone(labels, "-o", out, "--weights", weights)
        read = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return {"fitted": five_f1([(row["label"], CLASSES.index(row["attitude"]["label"])) for row in read])}


def _give(given: Iterable[Marked], path: Path) -> None:
    """The rows as `multivector tone` takes them."""
    with path.open("w", encoding="utf-8") as file:
        for row in given:
            told = {"text": row.text, "first": row.first, "second": row.second, "label": row.label}
            file.write(json.dumps(told) + "\n")


def _tone(*arguments: str | Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "multivector", "tone", *map(str, arguments)], check=True, stdout=subprocess.PIPE
    )


def rows(shared: Path, name: str = VALID) -> Iterator[Marked]:
    """The rows in which both marks stand."""
    for line in (shared / FOLDER / name).read_text(encoding="utf-8").splitlines():
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


if __name__ == "__main__":
    main(Path(__file__).resolve().parents[2] / "shared")
