"""The records that are stored and exported, as one union."""

from multivector.model.event import Event
from multivector.model.link import Link
from multivector.model.measure import TradeMeasure
from multivector.model.membership import Membership
from multivector.model.statement import Statement

__all__ = ["KINDS", "Record", "kind_of"]

Record = Statement | Event | TradeMeasure | Membership | Link

KINDS: tuple[tuple[str, type[Record]], ...] = (
    ("statement", Statement),
    ("event", Event),
    ("trade_measure", TradeMeasure),
    ("membership", Membership),
    ("link", Link),
)


def kind_of(record: Record) -> str:
    """The export's name for a record's kind."""
    for name, cls in KINDS:
        if isinstance(record, cls):
            return name
    raise TypeError(f"not a record: {type(record).__name__}")
