"""Judging in worlds whose truth is known: Brier score and calibration of four ways to weigh the same reports.

    python -m benchmarks.simulated_judging [--worlds 2000]

In each world one of two hypotheses is true (a fair coin). On each of six occasions the observer does one act, whose
kind is drawn from the table given the truth. One to four reports tell it: the first as reliably as its outlet is rated,
else a kind drawn without regard to the truth; further ones are copies of the first, or repeat it in other words.
Four regimes, of which only the first is the one that the table and the ratings describe:

    right       reports are as reliable as rated
    wrong       reports are far less reliable than rated
    dependent   acts of neighbouring occasions repeat the first one's kind half of the time
    table       the world's likelihoods are nearer to level than the table says

ours       the discounted posterior of this project: copies once, repeats harmonically, reliability softens
naive      Bayes' rule with every report counted fully, unsoftened
counting   Heuer's weighted inconsistency turned into shares: the less inconsistent hypothesis takes all, a tie is even
exact      the posterior of the model that made the world, which knows what repeats what (the limit)
"""

import argparse
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from multivector.judge.bayes import posterior
from multivector.judge.discount import SINGLE_OUTLET, harmonic
from multivector.judge.matrix import inconsistency, marks_of
from multivector.judge.reliability import parse_rating, soften

__all__ = ["main"]

# P(kind | neutral), P(kind | betrayal); each column sums to 1, as the kinds here are all that can be seen
TABLE = ((0.30, 0.14), (0.24, 0.16), (0.16, 0.16), (0.14, 0.22), (0.10, 0.18), (0.06, 0.14))
OCCASIONS, SEED, RATING = 6, 11, "B"
REGIMES = ("right", "wrong", "dependent", "table")
LEVELLED = 0.5  # in the regime "table" the world lies half way between the table and level odds
WAYS = ("ours", "naive", "counting", "exact")


@dataclass(frozen=True, slots=True)
class Report:
    """A report of an occasion: the kind that it tells. Copies of one another share `origin`."""

    occasion: int
    kind: int
    origin: int


def world(chance: random.Random, regime: str) -> tuple[int, list[Report], list[float]]:
    """The truth, the reports, and the exact model's likelihood of them under each hypothesis."""
    truth, share = chance.randrange(2), parse_rating(RATING).share
    rows = [_level(row) for row in TABLE] if regime == "table" else list(TABLE)
    real = share * 0.4 if regime == "wrong" else share
    reports: list[Report] = []
    acts: list[int] = []
    groups: list[list[int]] = []  # what is told of each act that was drawn anew
    for occasion in range(OCCASIONS):
        repeats = regime == "dependent" and occasion % 2 == 1 and chance.random() < 0.5
        acts.append(acts[-1] if repeats else _drawn(chance, [row[truth] for row in rows]))
        told = acts[-1] if chance.random() < real else chance.randrange(len(TABLE))
        if repeats:
            groups[-1].append(told)
        else:
            groups.append([told])
        for copy in range(chance.choice((1, 1, 2, 4))):
            reports.append(Report(occasion, told, len(reports) if copy == 2 else occasion * 100))
    return truth, reports, [math.prod(_group(rows, h, told, real) for told in groups) for h in (0, 1)]


def _group(rows: Sequence[tuple[float, float]], h: int, told: Sequence[int], real: float) -> float:
    """P(what was told of one act | hypothesis), summed over the kinds that the act may have been."""
    base = (1 - real) / len(TABLE)
    return math.fsum(row[h] * math.prod(real * (one == kind) + base for one in told) for kind, row in enumerate(rows))


def ours(reports: Sequence[Report]) -> float:
    """The share of the first hypothesis by this project's rules, with the functions that judge a case."""
    firsts = list({(one.occasion, one.origin): one for one in reports}.values())
    rows = [soften(TABLE[one.kind], parse_rating(RATING).share) for one in firsts]
    strength = [max(row) / min(row) for row in rows]
    order = [
        (str(one.occasion), value, (str(one.kind), str(n), ""))
        for n, (one, value) in enumerate(zip(firsts, strength, strict=True))
    ]
    weights = [SINGLE_OUTLET / place for place in harmonic(order)]
    return posterior((0.5, 0.5), [[value**weight for value in row] for row, weight in zip(rows, weights, strict=True)])[
        0
    ]


def counting(reports: Sequence[Report]) -> float:
    """All to the hypothesis with less inconsistency."""
    first, second = inconsistency([marks_of(TABLE[one.kind]) for one in reports])
    return 0.5 if first == second else float(first < second)


def main() -> None:
    """Simulate every regime and print Brier scores, their ratio to the limit, and calibration."""
    parser = argparse.ArgumentParser(description="Ways of judging against worlds whose truth is known.")
    parser.add_argument("--worlds", type=int, default=2000)
    given = parser.parse_args()
    print(f"{given.worlds} worlds a regime, {OCCASIONS} occasions each; Brier score (ratio to the exact posterior)")
    print(f"{'':11}" + "".join(f"{way:>18}" for way in WAYS))
    for regime in REGIMES:
        chance = random.Random(SEED)
        rows = [_shares(*world(chance, regime)) for _ in range(given.worlds)]
        scores = [_mean([(p[way] - (truth == 0)) ** 2 for truth, p in rows]) for way in range(len(WAYS))]
        print(f"{regime:11}" + "".join(f"{score:>11.4f} ({score / scores[-1]:.2f})" for score in scores))
    print("\ncalibration where the model is right: said, came to be, n")
    chance = random.Random(SEED)
    rows = [_shares(*world(chance, "right")) for _ in range(given.worlds)]
    for way in (0, 1):
        print(f"{WAYS[way]:6}" + "  ".join(_calibration(rows, way)))


def _shares(truth: int, reports: Sequence[Report], likelihood: Sequence[float]) -> tuple[int, tuple[float, ...]]:
    naive = posterior((0.5, 0.5), [TABLE[one.kind] for one in reports])[0]
    return truth, (ours(reports), naive, counting(reports), likelihood[0] / sum(likelihood))


def _calibration(rows: Sequence[tuple[int, tuple[float, ...]]], way: int) -> list[str]:
    found = []
    for low in range(0, 10, 2):
        hits = [(p[way], truth == 0) for truth, p in rows if low / 10 <= p[way] < (low + 2) / 10 + (low == 8)]
        if hits:
            found.append(f"{_mean([p for p, _ in hits]):.2f} {_mean([float(hit) for _, hit in hits]):.2f} {len(hits)}")
    return found


def _drawn(chance: random.Random, weights: Sequence[float]) -> int:
    return chance.choices(range(len(weights)), weights)[0]


def _level(row: Sequence[float]) -> tuple[float, float]:
    middle = sum(row) / 2
    return (row[0] + LEVELLED * (middle - row[0]), row[1] + LEVELLED * (middle - row[1]))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
