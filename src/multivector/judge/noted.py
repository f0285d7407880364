"""What no reader found and yet is evidence: a silence where something was due, and what a person adds."""

from dataclasses import dataclass

__all__ = ["Noted"]


@dataclass(frozen=True, slots=True)
class Noted:
    """It stands where a record stands. `coverage` 0..1 is set for a silence alone: how far it can be believed."""

    id: str
    words: str  # the sentence that a person gives; for a silence, what was due
    label: str
    direct: bool  # at first hand
    coverage: float | None = None
    note: str = ""  # how the coverage was found, or who added it and why
    confidence: float = 1.0
    attributed_to: str | None = None
