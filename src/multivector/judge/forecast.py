"""Forecasts of a case: questions with a day of resolution and a rule, and how the resolved ones turned out.

Brier     mean of (p - o)^2 (Brier 1950), split by Murphy 1973 into reliability - resolution + uncertainty, over the
          forecasts of each stated probability (the sum is exact, since nothing is binned)
log       mean of -ln p of what came to be (Good 1952)
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from multivector.errors import CaseError
from multivector.model.forecast import Calibration, Forecast, Score

__all__ = ["LEAST", "Calibration", "Forecast", "Score", "forecast_of", "score"]

LEAST = 5  # fewer resolved forecasts say nothing about a forecaster
KEYS = ("question", "asked", "by", "p", "rule", "outcome", "resolved", "who")


def forecast_of(raw: Mapping[str, Any]) -> Forecast:
    """A forecast from its table in case.toml; raises CaseError with the key that is wrong."""
    for key in raw:
        if key not in KEYS:
            raise CaseError(f"{key}: is no key of a forecast; the keys are {', '.join(KEYS)}")
    for key in ("question", "rule"):
        if not isinstance(raw.get(key), str) or not str(raw[key]).strip():
            raise CaseError(f"{key}: must be a text between quotation marks")
    p, outcome = raw.get("p"), raw.get("outcome")
    if isinstance(p, bool) or not isinstance(p, int | float) or not 0 < p < 1:
        raise CaseError(f"p: {p!r} must lie between 0 and 1, without either: nothing about the future is certain")
    if outcome is not None and not isinstance(outcome, bool):
        raise CaseError("outcome: must be true or false, or be left out until it is known")
    asked, by = _day(raw, "asked"), _day(raw, "by")
    if asked > by:
        raise CaseError(f"by: {by} comes before the day on which it was asked, {asked}")
    resolved = _day(raw, "resolved") if "resolved" in raw else None
    return Forecast(raw["question"], asked, by, float(p), raw["rule"], str(raw.get("who", "")), outcome, resolved)


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


def _day(raw: Mapping[str, Any], key: str) -> str:
    try:
        return date.fromisoformat(str(raw[key])).isoformat()
    except (KeyError, ValueError):
        raise CaseError(f"{key}: {raw.get(key)!r} is no day; write it as 2024-10-16") from None
