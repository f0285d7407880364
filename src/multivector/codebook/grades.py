"""Learned grades of tone: how words of the news speak of persons and parties, and what a target's place adds.

Two tables that `python tools/fit_grades.py` writes from the training part of NewsMTSC (MIT licence): `tone/grades.csv`
says of a word (lemma, part of speech) and of the target's part in it how well it speaks of the target; the hand-written
lexicon (stance/*.yaml) comes first, these add what it lacks. `tone/standing.csv` says how far each sort of evidence,
and the target's own place in the sentence, speak for negative, neutral and positive.

Russian has a standing.csv of its own and, in place of single words' grades, directions.csv: by the part of the target
in a word, how far each of the 300 numbers of the word's vector speaks for each label. Both are written by
`python tools/fit_russian_tone.py` from RuSentNE (MIT licence).
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from multivector.codebook.tone_table import tone_table

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["DIRECTIONS", "GRADES", "LABELS", "STANDING", "Grade", "directions", "grades", "standing"]

GRADES, STANDING, DIRECTIONS = "grades.csv", "standing.csv", "directions.csv"
LABELS = ("negative", "neutral", "positive")

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
def standing(language: str = "en") -> Mapping[str, Triple]:
    """Feature -> its weights for negative, neutral and positive; "bias" stands whatever the sentence says."""
    rows = _rows(STANDING, language)
    a, b, c = LABELS
    return MappingProxyType({row["feature"]: (float(row[a]), float(row[b]), float(row[c])) for row in rows})


@cache
def directions(language: str) -> Mapping[str, tuple["ndarray[Any, Any]", ...]]:
    """Part of the target in a word -> for each of LABELS the direction of word vectors that speaks for it."""
    import numpy as np  # late: English has none

    rows = list(_rows(DIRECTIONS, language))
    parts = dict.fromkeys(name.rpartition(" ")[0] for name in rows[0] if name != "dimension")
    return MappingProxyType(
        {part: tuple(np.array([float(r[f"{part} {label}"]) for r in rows]) for label in LABELS) for part in parts}
    )


def _rows(name: str, language: str = "en") -> Iterator[dict[str, str]]:
    yield from csv.DictReader(tone_table(name, language).splitlines())
