"""What a brief is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from multivector.model import Judgement, Reading
from multivector.model.forecast import Forecast, Score
from multivector.model.judgement import Indicator, Pool, Step
from multivector.model.story import Contradiction, Moment

__all__ = ["BriefInput", "Standing"]


@dataclass(frozen=True, slots=True, order=True)
class Standing:
    """A state's standing in an organisation by the project's own table; ISO dates as fine as the source's."""

    state: str
    organisation: str
    status: str
    start: str | None = None
    end: str | None = None
    contested: bool = False
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class BriefInput:
    """Everything that a brief shows. Readings and their records stand in the order in which they are to be numbered."""

    readings: tuple[Reading, ...]  # documents with records, after reviews
    judgement: Judgement
    names: Mapping[str, str]  # actor code -> display name
    failures: tuple[tuple[str, str, str], ...]  # (file name, reason, mend) of what was not read
    versions: tuple[tuple[str, str], ...]  # (what, version): reader, tables, model
    case_hash: str
    memberships_known: tuple[Standing, ...] = ()  # the table's rows for the pairs that the texts speak of
    case: str = ""  # the case's name
    replay: tuple[Step, ...] = ()  # the answer day by day
    indicators: tuple[Indicator, ...] = ()
    pool: Pool | None = None  # where several people rated the evidence
    forecasts: tuple[Forecast, ...] = ()
    score: Score | None = None  # of the resolved forecasts
    ratings: Mapping[str, str] = field(default_factory=dict)  # Admiralty codes by outlet, document name or id
    contradictions: tuple[Contradiction, ...] = ()  # what the articles say that cannot both be so
    moments: tuple[Moment, ...] = ()  # every dated thing, with how far along it was
    texts: bool = True  # False: the cited sentences alone, with outlet and date, where copyright asks for it
