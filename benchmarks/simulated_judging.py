"""Judging in worlds whose truth is known: Brier score and calibration of four ways to weigh the same reports.

    python -m benchmarks.simulated_judging [--worlds 1000]

In each world one of two hypotheses is true (a fair coin). On each of six occasions the observer does one act, whose
kind is drawn from the table given the truth. One to four reports tell it: the first as reliably as its outlet is rated,
else a kind drawn without regard to the truth; further ones are copies of the first, or repeat it in other words.
Four regimes, of which only the first is the one that the table and the ratings describe:

    right       reports are as reliable as rated
    wrong       reports are far less reliable than rated
    dependent   acts of neighbouring occasions repeat the first one's kind half of the time
    table       the world's likelihoods are nearer to level than the table says

ours       `judge` as a whole, from articles with records to the posterior: evidence chosen, copies and retellings
           merged, reports softened, occasions discounted, with the world's table as the case's own
naive      Bayes' rule with every report counted fully, unsoftened
counting   Heuer's weighted inconsistency turned into shares: the less inconsistent hypothesis takes all, a tie is even
exact      the posterior of the model that made the world, which knows what repeats what (the limit)
"""

import argparse
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.report import tell
from multivector.judge import judge
from multivector.judge.bayes import posterior
from multivector.judge.matrix import inconsistency, marks_of
from multivector.judge.reliability import parse_rating
from multivector.model import Actor, Document, Event, Evidence, Hypothesis, Origin, Question, Reading, When, make_id
from multivector.model.judgement import LikelihoodRow

__all__ = ["main"]

# P(kind | neutral), P(kind | betrayal); each column sums to 1, as the kinds here are all that can be seen
TABLE = ((0.30, 0.14), (0.24, 0.16), (0.16, 0.16), (0.14, 0.22), (0.10, 0.18), (0.06, 0.14))
OCCASIONS, SEED, RATING = 6, 11, "B"
REGIMES = ("right", "wrong", "dependent", "table")
TYPES = ("AGREE", "SUPPORT", "CONSULT", "REQUEST", "ACCUSE", "THREATEN")  # an event type for each kind
IDS = ("neutrality", "distancing")
QUESTION = Question(
    "Which of the two?", "RUS", "KAZ", tuple(Hypothesis(key, key) for key in IDS), trigger="2024-01-01",
    likelihood=tuple(
        LikelihoodRow(f"observer_event_{type_}", tuple(zip(IDS, row, strict=True)), "the world's own table")
        for type_, row in zip(TYPES, TABLE, strict=True)
    ),
)  # fmt: skip
ACTORS = tuple(Actor(code, "state", code, (code,), code) for code in ("RUS", "KAZ"))
PERSON = Actor("person:speaker", "person", "A Minister", (), "RUS", "GOV", "Minister of Foreign Affairs")
LEVELLED = 0.5  # in the regime "table" the world lies half way between the table and level odds
WAYS = ("ours", "naive", "counting", "exact")


@dataclass(frozen=True, slots=True)
class Report:
    """A report of an occasion: the kind that it tells. Copies of one another share `origin` (0: the first's words).

    `first` is the place among the reports of the one that it copies, or its own.
    """

    occasion: int
    kind: int
    origin: int
    first: int


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
        start = len(reports)
        for copy in range(chance.choice((1, 1, 2, 4))):
            anew = copy == 2  # one of them tells it in words of its own
            reports.append(Report(occasion, told, len(reports) if anew else 0, len(reports) if anew else start))
    return truth, reports, [math.prod(_group(rows, h, told, real) for told in groups) for h in (0, 1)]


def _group(rows: Sequence[tuple[float, float]], h: int, told: Sequence[int], real: float) -> float:
    """P(what was told of one act | hypothesis), summed over the kinds that the act may have been."""
    base = (1 - real) / len(TABLE)
    return math.fsum(row[h] * math.prod(real * (one == kind) + base for one in told) for kind, row in enumerate(rows))


def ours(reports: Sequence[Report]) -> float:
    """The share of the first hypothesis, by `judge` from the articles' records."""
    readings = [_reading(one, n) for n, one in enumerate(reports)]
    outlets = {one.document.outlet or "": RATING for one in readings}
    return judge(QUESTION, readings, reliability=outlets).posterior[0]


def _reading(one: Report, n: int) -> Reading:
    """The article of a report; copies of one another share their cluster and their outlet's words."""
    first = make_id("document", one.occasion, one.origin)
    own = first if n == one.first else make_id("document", one.occasion, one.origin, n)
    day = f"2024-{2 + one.occasion:02d}-10"
    outlet = f"Outlet {n}"
    document = Document(own, f"{n}.txt", outlet, None, None, None, day, None, "en", "", own, (), first)
    words = f"act {one.kind} of occasion {one.occasion}" + (f" told anew {n} in words of its own" if one.origin else "")
    evidence = Evidence(own, 0, len(words), words)
    type_ = TYPES[one.kind]
    act = Event(
        make_id("event", own), evidence, (Origin("benchmark", type_, "1"),), 0.9, ("RUS",), ("KAZ",), type_, None, (),
        None, "asserted", None, When(day, day, "day"), actors=(PERSON.code,),
    )  # fmt: skip
    return Reading(document, (), (), (*ACTORS, PERSON), (act,))


def counting(reports: Sequence[Report]) -> float:
    """All to the hypothesis with less inconsistency."""
    first, second = inconsistency([marks_of(TABLE[one.kind]) for one in reports])
    return 0.5 if first == second else float(first < second)


def main() -> None:
    """Simulate every regime and print Brier scores, their ratio to the limit, and calibration."""
    parser = argparse.ArgumentParser(description="Ways of judging against worlds whose truth is known.")
    parser.add_argument("--worlds", type=int, default=1000)
    given = parser.parse_args()
    found = []
    for regime in REGIMES:
        chance = random.Random(SEED)
        rows = [_shares(*world(chance, regime)) for _ in range(given.worlds)]
        scores = [_mean([(p[way] - (truth == 0)) ** 2 for truth, p in rows]) for way in range(len(WAYS))]
        told = {way: f"{score:.4f} ({score / scores[-1]:.2f})" for way, score in zip(WAYS, scores, strict=True)}
        found.append({"regime": regime} | told)
    chance = random.Random(SEED)
    rows = [_shares(*world(chance, "right")) for _ in range(given.worlds)]
    said = {f"{WAYS[way]}_said_came_to_be_n": ", ".join(_calibration(rows, way)) for way in (0, 1)}
    tell("simulated_judging", found, worlds_a_regime=given.worlds, occasions=OCCASIONS, **said)


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
