"""An event as read, before it becomes a record, and its codes."""

from dataclasses import dataclass

from multivector.extract.article import Party
from multivector.extract.frames import Match
from multivector.model import Status

__all__ = ["Composed", "cameo_of", "modes_of", "root_code"]

REFUSED = {
    "CONSULT": "meet", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONCEDE": "yield",
    "RETREAT": "yield",
}  # fmt: skip
ROOTS = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "COOPERATE": "060", "AID": "070", "CONCEDE": "080",
    "RETREAT": "087", "ACCUSE": "110", "REQUEST": "100", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "MOBILIZE": "150", "SANCTION": "160", "COERCE": "170", "ASSAULT": "190",
}  # fmt: skip


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


def modes_of(event: Composed) -> str | None:
    """The mode: the act's own where the type is still the act's, for REJECT what is refused."""
    if event.type == event.match.act.event:
        return event.match.act.mode
    if event.type == "REJECT":
        return REFUSED.get(str(event.match.act.event), "change")
    return None


def cameo_of(event: Composed) -> str | None:
    """The CAMEO code: the act's own where the type is still the act's, else the root of the new type."""
    if event.type == event.match.act.event:
        return event.match.act.cameo
    return root_code(event.type)


def root_code(kind: str) -> str | None:
    """The CAMEO root of a PLOVER type."""
    return ROOTS.get(kind)
