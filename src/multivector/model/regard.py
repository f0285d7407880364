"""How one actor stands to another over a whole article."""

from dataclasses import dataclass
from typing import Literal

from multivector.model.evidence import Evidence

__all__ = ["Regard", "Sign"]

Sign = Literal["pos", "neg"]


@dataclass(frozen=True, slots=True, order=True)
class Regard:
    """One ordered pair: `source` is for or against `target`, as the article as a whole tells it.

    `value`, -1..1, is the share of praise less that of blame. `evidence` are the sentences that speak most for it, the
    strongest first; `reasons` are the features that do.
    """

    source: str
    target: str
    value: float
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]

    @property
    def sign(self) -> Sign:
        """For or against."""
        return "pos" if self.value > 0 else "neg"
