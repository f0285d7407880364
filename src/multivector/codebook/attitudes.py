"""How much each feature of two marked actors speaks for an attitude of the one toward the other (tone/directed.csv).

`python tools/fit_directed.py` writes the table of English, `python tools/fit_russian_directed.py` that of Russian
(ru/tone/directed.csv); docs/decisions/2026-11-directed-tone.md and 2026-11-russian-attitudes.md say from what.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from multivector.errors import CodebookError

__all__ = ["CLASSES", "FILE", "Attitudes", "attitudes"]

FILE = "directed.csv"
HEADER = ("feature", "praise", "blame")
# In the order of the labels of bywords/directed_sentiment_analysis: p is the actor named first.
CLASSES = ("neutral", "good of q by p", "good of p by q", "ill of q by p", "ill of p by q")
START = tuple(f"start {name}" for name in CLASSES[1:])

Weights = tuple[float, float]
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Attitudes:
    """What each of the four attitudes begins with, and each feature's weights toward praise and toward blame."""

    start: tuple[float, ...]
    weights: Mapping[str, Weights]

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
    folder = ("data", "tone") if language == "en" else ("data", language, "tone")
    text = files("multivector.codebook").joinpath(*folder, FILE).read_text(encoding="utf-8")
    header, *rows = csv.reader(text.splitlines())
    if tuple(header) != HEADER:
        raise CodebookError(f"{FILE}: its columns are not {', '.join(HEADER)}; write it with the tool that fits it")
    try:
        table = {name: (float(praise or 0), float(blame or 0)) for name, praise, blame in rows}
        return Attitudes(tuple(sum(table.pop(name)) for name in START), table)
    except (KeyError, ValueError) as error:
        raise CodebookError(f"{FILE}: {error}; write it anew with the tool that fits it") from error
