"""The multi-vector position of a state: how near it stands to each chosen pole, on each measure, with intervals.

There is no single score: a profile keeps every part. `disagreements` says in words where the parts do not point the
same way. Kazakhstan and Russia cast 58% identical votes in 2022-23, and beyond chance agree by .17.

hedging (our proposal, not an established index): evenness of a state's nearness to the poles on one measure,
-sum w ln w / ln k with w_p = nearness to p / sum of them: 1 where all k poles are equally near, 0 where one is all.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from multivector.measure.figures import EXACT, Measure, cannot_judge, measured
from multivector.model import Figure

__all__ = ["HEDGING", "Part", "Profile", "disagreements", "hedging", "nearest", "profile"]

MOSTLY_SAME = 0.5  # more than half of the votes identical
SLIGHT = 0.20  # Landis and Koch 1977: kappa up to .20 is "slight" agreement
RAW, CORRECTED = ("pct_identical", "agreement_lijphart"), ("kappa_sq", "pi_sq", "kappa_nominal", "pi_nominal")
FARTHER = ("ideal_point_distance",)  # measures whose larger value is farther; of all others the larger is nearer
HEDGING = Measure("hedging_evenness", "-sum w ln w / ln k over the poles (our proposal)", "poles", 2)


@dataclass(frozen=True, slots=True)
class Part:
    """One measure of how near the state is to one pole."""

    pole: str
    figure: Figure

    def nearness(self) -> float | None:
        """The value turned so that larger is nearer; None where it cannot be judged."""
        if self.figure.value is None:
            return None
        return -self.figure.value if self.figure.name in FARTHER else self.figure.value

    def bounds(self) -> tuple[float, float] | None:
        """The interval of the nearness, or None where there is none."""
        if self.figure.low is None or self.figure.high is None:
            return None
        low, high = self.figure.low, self.figure.high
        return (-high, -low) if self.figure.name in FARTHER else (low, high)


@dataclass(frozen=True, slots=True)
class Profile:
    """A state's parts in a period, by measure and pole; nothing is averaged over measures."""

    state: str
    when: str
    parts: tuple[Part, ...]

    def measures(self) -> tuple[str, ...]:
        """The names of the measures, in the order in which they came."""
        return tuple(dict.fromkeys(part.figure.name for part in self.parts))

    def on(self, name: str) -> tuple[Part, ...]:
        """The parts of one measure that can be judged."""
        return tuple(part for part in self.parts if part.figure.name == name and part.figure.value is not None)


def profile(state: str, when: str, parts: Sequence[Part]) -> Profile:
    """The profile, its parts ordered by pole within each measure."""
    names = list(dict.fromkeys(part.figure.name for part in parts))
    ordered = sorted(parts, key=lambda part: (names.index(part.figure.name), part.pole))
    return Profile(state, when, tuple(ordered))


def nearest(given: Profile, name: str) -> str | None:
    """The pole nearest on a measure; None with fewer than two poles judged, or where its interval meets the next's."""
    ranked = sorted(given.on(name), key=lambda part: (-(part.nearness() or 0.0), part.pole))
    if len(ranked) < 2:
        return None
    first, second = ranked[0].bounds(), ranked[1].bounds()
    if first and second:
        return ranked[0].pole if first[0] > second[1] else None
    return ranked[0].pole if (ranked[0].nearness() or 0.0) > (ranked[1].nearness() or 0.0) else None


def disagreements(given: Profile) -> tuple[str, ...]:
    """Where the measures do not point the same way, one sentence each; none means that no two of them contradict."""
    found = []
    ahead = {name: pole for name in given.measures() if (pole := nearest(given, name))}
    for first, second in combinations(ahead, 2):
        if ahead[first] != ahead[second]:
            found.append(f"{given.state} is nearest to {ahead[first]} by {first}, to {ahead[second]} by {second}.")
    for pole in sorted({part.pole for part in given.parts}):
        found.extend(_beyond_chance(given, pole))
    return tuple(found)


def _beyond_chance(given: Profile, pole: str) -> list[str]:
    values = {part.figure.name: part.figure.value for part in given.parts if part.pole == pole}
    raw = next(((name, values[name]) for name in RAW if values.get(name) is not None), None)
    low = [(name, value) for name in CORRECTED if (value := values.get(name)) is not None and value <= SLIGHT]
    if raw is None or raw[1] is None or raw[1] <= MOSTLY_SAME or not low:
        return []
    told = ", ".join(f"{name} {value:.2f}" for name, value in low)
    return [f"{given.state} and {pole}: {raw[0]} is {raw[1]:.2f}, but beyond chance little is left ({told})."]


def hedging(given: Profile, name: str) -> Figure:
    """The evenness of nearness to the poles on one measure with values of 0 and more (our proposal)."""
    parts = given.on(name)
    inputs = (given.state, given.when, name, *(part.pole for part in parts))
    values = [part.figure.value or 0.0 for part in parts]
    if len(parts) < HEDGING.minimum:
        return cannot_judge(HEDGING, len(parts), inputs)
    if name in FARTHER or min(values) < 0 or math.fsum(values) <= 0:
        return cannot_judge(HEDGING, len(parts), inputs, "needs a measure whose values are shares of 0 and more")
    weights = [value / math.fsum(values) for value in values]
    evenness = -math.fsum(weight * math.log(weight) for weight in weights if weight > 0) / math.log(len(weights))
    return measured(HEDGING, evenness, len(parts), inputs, EXACT)
