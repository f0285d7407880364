"""A date as news gives it: a first and a last day, and how precisely it was said."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Precision", "When"]

Precision = Literal["day", "week", "month", "season", "year", "decade", "open"]


@dataclass(frozen=True, slots=True, order=True)
class When:
    """ISO days (YYYY-MM-DD), both inclusive; None is an open side ("since early 2022" has no end)."""

    start: str | None
    end: str | None
    precision: Precision
