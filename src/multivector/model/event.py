"""Who did what to whom."""

from dataclasses import dataclass
from typing import Literal

from multivector.model.evidence import Evidence, Origin
from multivector.model.when import When

__all__ = ["Amount", "Event", "Good", "Status"]

Status = Literal["asserted", "denied", "planned", "hypothetical"]


@dataclass(frozen=True, slots=True, order=True)
class Good:
    """A good as the text names it, with its HS headings (2022)."""

    text: str
    hs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """A quantity, value or share: the text's words, the number in units, and the unit (ISO 4217 code, t, bbl, %)."""

    text: str
    number: float
    unit: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `evidence` is its best sentence, `also` the others that tell it."""

    id: str
    evidence: Evidence
    origin: tuple[Origin, ...]
    confidence: float
    source: tuple[str, ...]
    target: tuple[str, ...]
    type: str  # one of PLOVER's sixteen
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    status: Status
    attributed_to: str | None
    date: When | None
    goods: tuple[Good, ...] = ()
    actors: tuple[str, ...] = ()  # the exact actors (persons, bodies, sectors) behind source and target
    also: tuple[Evidence, ...] = ()
    amounts: tuple[Amount, ...] = ()
