"""A person's decision on a record: kept, dated, superseded rather than deleted."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Review", "ReviewAct"]

ReviewAct = Literal["accept", "reject", "correct", "rate", "comment", "retract", "undo"]


@dataclass(frozen=True, slots=True)
class Review:
    """One row of reviews.jsonl. `field` and `value` are set for corrections and ratings; `undoes` for an undo.

    `record` is a record's id; for a retraction the id or name of a document, or an outlet.
    """

    id: str
    record: str
    act: ReviewAct
    who: str
    when: str  # ISO 8601, UTC
    why: str
    field: str | None = None
    value: str | None = None
    undoes: str | None = None
