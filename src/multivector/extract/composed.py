"""An event as read, before it becomes a record."""

from dataclasses import dataclass

from multivector.extract.article import Party
from multivector.extract.frames import Match
from multivector.model import Status

__all__ = ["Composed"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A matched act with its parties and status; `chain` holds the operators above it, nearest first."""

    match: Match
    chain: tuple[Match, ...]
    type: str
    source: tuple[Party, ...]
    target: tuple[Party, ...]
    status: Status
    rule: str
