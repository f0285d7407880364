"""How much each feature of two marked actors speaks for an attitude of the one toward the other (tone/directed.csv).

`python tools/fit_directed.py` writes the table of English, `python tools/fit_russian_directed.py` that of Russian
(ru/tone/directed.csv); docs/decisions/2026-11-directed-tone.md and 2026-11-russian-attitudes.md say from what.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import StringIO
from math import isfinite

from multivector.codebook.tone_table import tone_table
from multivector.errors import CodebookError

__all__ = ["CLASSES", "FILE", "START", "Attitudes", "attitudes", "parsed", "written"]

FILE = "directed.csv"
HEADER = ("feature", "praise", "blame")
# In the order of the labels of bywords/directed_sentiment_analysis: p is the actor named first.
CLASSES = ("neutral", "good of q by p", "good of p by q", "ill of q by p", "ill of p by q")
SMALL = 0.02  # weights nearer to 0 are not written
START = tuple(f"start {name}" for name in CLASSES[1:])

Weights = tuple[float, float]
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Attitudes:
    """What each of the four attitudes begins with, and each feature's weights toward praise and toward blame."""

    start: tuple[float, ...]
    weights: Mapping[str, Weights]

    def has(self, beginning: str) -> bool:
        """True where a feature whose name begins so has a weight."""
        return any(name.startswith(beginning) for name in self.weights)

    def scores(self, forth: Features, back: Features) -> tuple[float, ...]:
        """A score in log-odds for each class; 0.0 is neutral. The features are those seen from p and from q."""
        sums = [self._sum(f, way) for way in (0, 1) for f in (forth, back)]
        return (0.0, *(s + begin for s, begin in zip(sums, self.start, strict=True)))

    def ways(self, features: Features) -> Weights:
        """The log-odds of praise and of blame against neither, for an actor named first."""
        return self._sum(features, 0) + self.start[0], self._sum(features, 1) + self.start[2]

    def _sum(self, features: Features, way: int) -> float:
        return sum(self.weights[name][way] * v for name, v in features.items() if name in self.weights)


@cache
def attitudes(language: str = "en") -> Attitudes:
    """The shipped weights of a language; raises CodebookError where the file is not what its tool writes."""
    text = tone_table(FILE, language)
    try:
        return parsed(text)
    except ValueError as error:
        raise CodebookError(f"{FILE}: {error}; write it anew with the tool that fits it") from error


def parsed(text: str) -> Attitudes:
    """The weights of a table as `written` makes it; raises ValueError that says what is wrong."""
    try:
        header, *rows = list(csv.reader(text.splitlines())) or [[]]
    except csv.Error as error:
        raise ValueError(f"no table: {error}") from error
    if tuple(header) != HEADER:
        raise ValueError(f"its columns are not {', '.join(HEADER)}")
    if any(len(row) != len(HEADER) for row in rows):
        raise ValueError(f"a row has not {len(HEADER)} columns")
    table = {name: (float(praise or 0), float(blame or 0)) for name, praise, blame in rows}
    missing = [name for name in START if name not in table]
    if missing or not all(isfinite(w) for row in table.values() for w in row):
        raise ValueError(f"no row for {missing[0]}" if missing else "a weight is no finite number")
    return Attitudes(tuple(sum(table.pop(name)) for name in START), table)


def written(table: Attitudes) -> str:
    """The table as CSV, weights to two digits, those too small to matter left out; `parsed` reads it."""
    rows = [[START[0], *_cells(table.start[0], 0.0)], [START[1], *_cells(table.start[1], 0.0)]]
    rows += [[START[2], *_cells(0.0, table.start[2])], [START[3], *_cells(0.0, table.start[3])]]
    rows += [[name, *cells] for name, pair in table.weights.items() if any(cells := _cells(*pair))]
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADER, *rows])
    return out.getvalue()


def _cells(praise: float, blame: float) -> list[str]:
    return [f"{w:.2f}" if abs(w) >= SMALL else "" for w in (praise, blame)]
