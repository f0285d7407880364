"""Trade measures: bans, tariffs, quotas, licences, and their lifting."""

from dataclasses import dataclass
from typing import Literal

from multivector.model.event import Amount, Good, Status
from multivector.model.evidence import Evidence, Origin

__all__ = ["MeasureKind", "TradeMeasure"]

MeasureKind = Literal["import_ban", "export_ban", "transit_ban", "tariff", "quota", "licence", "lifted"]


@dataclass(frozen=True, slots=True)
class TradeMeasure:
    """One measure on trade. `start` and `end` are ISO days, None where the text gives none."""

    id: str
    evidence: Evidence
    origin: tuple[Origin, ...]
    confidence: float
    imposer: str
    authority: str | None
    target: tuple[str, ...]
    measure: MeasureKind
    goods: tuple[Good, ...]
    reason: str | None
    temporary: bool
    start: str | None
    end: str | None
    status: Status = "asserted"
    attributed_to: str | None = None
    also: tuple[Evidence, ...] = ()
    amounts: tuple[Amount, ...] = ()
