"""What an attribution is."""

from dataclasses import dataclass

__all__ = ["Attribution"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue, the head of its speaker phrase (None: not said) and the span of what is said."""

    cue: int
    speaker: int | None
    start: int
    end: int
    rule: str
