"""A person's decision on a record: kept, dated, superseded rather than deleted."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Review", "ReviewAct"]

ReviewAct = Literal["accept", "reject", "correct", "rate", "undo"]


@dataclass(frozen=True, slots=True)
class Review:
    """One row of reviews.jsonl. `field` and `value` are set for corrections and ratings; `undoes` for an undo."""

    id: str
    record: str
    act: ReviewAct
    who: str
    when: str  # ISO 8601, UTC
    why: str
    field: str | None = None
    value: str | None = None
    undoes: str | None = None
