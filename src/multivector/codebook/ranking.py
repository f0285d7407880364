"""How much each feature of a marked pair speaks for a root, as learned from the project's own sentences.

See docs/decisions/2026-11-learned-ranker.md; `python tools/fit_ranker.py` writes the weights.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from multivector.codebook.strongest import strongest
from multivector.errors import CodebookError

__all__ = ["ROOTS", "Ranking", "ranking", "shared_part"]

# ZSP's fifteen roots: CONCEDE and RETREAT are both YIELD (Hu et al. 2024).
ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
NAMED = 3  # features given as the reason
FILE = "ranking.csv"


@dataclass(frozen=True, slots=True)
class Ranking:
    """The weights of ranking.csv. `shared` has one weight for "act:ST:ACCUSE", "act:ST:AID" and so on, toward the
    root that the feature names; `own` has a weight of each feature toward each root; `start` is what a root begins
    with."""

    start: tuple[float, ...]
    shared: Mapping[str, float]
    own: Mapping[str, tuple[float, ...]]

    def best(self, features: Mapping[str, float]) -> str:
        """The root with the highest sum of weights times strengths, the first by name of equals."""
        scores = self.scores(features)
        return min(ROOTS, key=lambda root: (-scores[root], root))

    def scores(self, features: Mapping[str, float]) -> dict[str, float]:
        """Each root's sum over the features, in log-odds."""
        sums = list(self.start)
        for name, strength in features.items():
            for i, weight in enumerate(self.weights(name)):
                sums[i] += weight * strength
        return dict(zip(ROOTS, sums, strict=True))

    def reasons(self, features: Mapping[str, float], root: str) -> tuple[str, ...]:
        """The features that speak most for the root and not for all, strongest first."""
        gain: dict[str, float] = {}
        for name, strength in features.items():
            weights = self.weights(name)
            gain[name] = strength * (weights[ROOTS.index(root)] - sum(weights) / len(ROOTS))
        return strongest(gain, NAMED)

    def weights(self, name: str) -> tuple[float, ...]:
        """What the feature adds to each root at full strength."""
        own = self.own.get(name, NOTHING)
        kind, root = shared_part(name)
        if root is None or kind not in self.shared:
            return own
        at = ROOTS.index(root)
        return (*own[:at], round(own[at] + self.shared[kind], 4), *own[at + 1 :])


NOTHING = (0.0,) * len(ROOTS)


def shared_part(name: str) -> tuple[str, str | None]:
    """A feature's kind and the root that it names: "act:ST" and "AID" of "act:ST:AID"; None for one that names none."""
    kind, _, value = name.rpartition(":")
    return (kind, value) if value in ROOTS else (name, None)


@cache
def ranking() -> Ranking:
    """The shipped weights; raises CodebookError where the file is not what fit_ranker.py writes."""
    text = files("multivector.codebook").joinpath("data", FILE).read_text(encoding="utf-8")
    header, *rows = csv.reader(text.splitlines())
    if tuple(header[2:]) != ROOTS:
        raise CodebookError(f"{FILE}: its columns are not the fifteen roots; write it anew with tools/fit_ranker.py")
    try:
        shared = {name: float(one) for name, one, *_ in rows if one}
        own = {name: tuple(float(w or 0) for w in weights) for name, one, *weights in rows if not one}
        return Ranking(own.pop("start"), shared, own)
    except (KeyError, ValueError) as error:
        raise CodebookError(f"{FILE}: {error}; write it anew with tools/fit_ranker.py") from error
