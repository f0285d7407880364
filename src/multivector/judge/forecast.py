"""Forecasts of a case: questions with a day of resolution and a rule, and how the resolved ones turned out.

Brier     mean of (p - o)^2 (Brier 1950), split by Murphy 1973 into reliability - resolution + uncertainty, over the
          forecasts of each stated probability (the sum is exact, since nothing is binned)
log       mean of -ln p of what came to be (Good 1952)
"""

import math
from collections import defaultdict
from collections.abc import Sequence

from multivector.errors import CaseError
from multivector.judge.case_fields import chance, check_keys, day, text
from multivector.model.forecast import Calibration, Forecast, Score

__all__ = ["LEAST", "Calibration", "Forecast", "Score", "forecast_of", "score"]

LEAST = 5  # fewer resolved forecasts say nothing about a forecaster
KEYS = ("question", "asked", "by", "p", "rule", "outcome", "resolved", "who")


def forecast_of(raw: object) -> Forecast:
    """A forecast from its table in case.toml; raises CaseError with the key that is wrong."""
    table = check_keys(raw, KEYS, "a forecast")
    question, rule = text(table, "question"), text(table, "rule")
    p, outcome = chance(table.get("p")), table.get("outcome")
    if p is None:
        given = table.get("p")
        raise CaseError(f"p: {given!r} must lie between 0 and 1, without either: nothing about the future is certain")
    if outcome is not None and not isinstance(outcome, bool):
        raise CaseError("outcome: must be true or false, or be left out until it is known")
    asked, by = day(table, "asked"), day(table, "by")
    if asked > by:
        raise CaseError(f"by: {by} comes before the day on which it was asked, {asked}")
    resolved = day(table, "resolved") if "resolved" in table else None
    return Forecast(question, asked, by, p, rule, str(table.get("who", "")), outcome, resolved)


def score(forecasts: Sequence[Forecast]) -> Score:
    """The scores of those with an outcome; none below `LEAST`."""
    known = [(one.p, float(one.outcome)) for one in forecasts if one.outcome is not None]
    n = len(known)
    if n < LEAST:
        return Score(n, reason=f"cannot be judged, {n} resolved forecasts: needs {LEAST}")
    groups: dict[float, list[float]] = defaultdict(list)
    for p, outcome in known:
        groups[p].append(outcome)
    base = math.fsum(outcome for _, outcome in known) / n
    rows = [
        Calibration(p, len(outcomes), math.fsum(outcomes) / len(outcomes)) for p, outcomes in sorted(groups.items())
    ]
    return Score(
        n,
        math.fsum((p - outcome) ** 2 for p, outcome in known) / n,
        math.fsum(row.n * (row.p - row.share) ** 2 for row in rows) / n,
        math.fsum(row.n * (row.share - base) ** 2 for row in rows) / n,
        base * (1 - base),
        -math.fsum(math.log(p if outcome else 1 - p) for p, outcome in known) / n,
        tuple(rows),
    )
