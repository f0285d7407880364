"""Forecasts of a case, and the scores of those that are resolved."""

from dataclasses import dataclass

__all__ = ["Calibration", "Forecast", "Score"]


@dataclass(frozen=True, slots=True)
class Forecast:
    """A yes-or-no question: its probability when asked, the day and rule of its resolution, the outcome if known."""

    question: str
    asked: str
    by: str
    p: float
    rule: str
    who: str = ""
    outcome: bool | None = None
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often what was given a probability came to be."""

    p: float
    n: int
    share: float


@dataclass(frozen=True, slots=True)
class Score:
    """Scores of resolved forecasts, or why there are none; brier = reliability - resolution + uncertainty."""

    n: int
    brier: float | None = None
    reliability: float | None = None
    resolution: float | None = None
    uncertainty: float | None = None
    log: float | None = None
    calibration: tuple[Calibration, ...] = ()
    reason: str | None = None
