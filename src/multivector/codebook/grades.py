"""Learned grades of tone: how words of the news speak of persons and parties, and what a target's place adds.

Two tables that `python tools/fit_grades.py` writes from the training part of NewsMTSC (MIT licence): `tone/grades.csv`
says of a word (lemma, part of speech) and of the target's part in it how well it speaks of the target; the hand-written
lexicon (stance/*.yaml) comes first, these add what it lacks. `tone/standing.csv` says how far each sort of evidence,
and the target's own place in the sentence, speak for negative, neutral and positive.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["GRADES", "STANDING", "Grade", "grades", "standing"]

GRADES, STANDING = "grades.csv", "standing.csv"

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Grade:
    """How a word speaks of a target, about -1 to 1, and in how many training sentences it did."""

    value: float
    seen: int


@cache
def grades() -> Mapping[tuple[str, str, str], Grade]:
    """(lemma with its particle, part of speech, part of the target) -> grade; the parts are those of tone_graded."""
    return MappingProxyType(
        {(r["word"], r["pos"], r["part"]): Grade(float(r["grade"]), int(r["seen"])) for r in _rows(GRADES)}
    )


@cache
def standing() -> Mapping[str, Triple]:
    """Feature -> its weights for negative, neutral and positive; "bias" stands whatever the sentence says."""
    return MappingProxyType(
        {r["feature"]: (float(r["negative"]), float(r["neutral"]), float(r["positive"])) for r in _rows(STANDING)}
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = files("multivector.codebook").joinpath("data", "tone", name)
    yield from csv.DictReader(path.read_text(encoding="utf-8").splitlines())
