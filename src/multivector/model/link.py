"""A relation between two records that somebody asserts, or that their texts show."""

from dataclasses import dataclass
from typing import Literal

from multivector.model.evidence import Evidence, Origin

__all__ = ["Link", "LinkKind"]

LinkKind = Literal["response_to", "same_event", "contradicts"]


@dataclass(frozen=True, slots=True)
class Link:
    """`from_` answers, repeats or contradicts `to`; `attributed_to` is who says so (None: the text itself)."""

    id: str
    evidence: Evidence
    origin: tuple[Origin, ...]
    confidence: float
    link: LinkKind
    from_: str
    to: str
    attributed_to: str | None
