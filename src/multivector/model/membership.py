"""Who belongs to what, as a text says it."""

from dataclasses import dataclass
from typing import Literal

from multivector.model.evidence import Evidence, Origin
from multivector.model.when import When

__all__ = ["MEMBERSHIP_STATUSES", "Membership", "MembershipStatus"]

MembershipStatus = Literal[
    "member", "associate", "observer", "partner", "guest", "applicant", "declined", "withdrawn", "suspended", "expelled"
]
MEMBERSHIP_STATUSES: tuple[MembershipStatus, ...] = (
    "member", "associate", "observer", "partner", "guest", "applicant", "declined", "withdrawn", "suspended",
    "expelled",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's standing in an organisation, said by a text."""

    id: str
    evidence: Evidence
    origin: tuple[Origin, ...]
    confidence: float
    state: str
    organisation: str
    status: MembershipStatus
    date: When | None
    also: tuple[Evidence, ...] = ()
