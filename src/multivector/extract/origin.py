"""The name and version that every record of this reader carries."""

from multivector.model import Origin

__all__ = ["READER", "READER_VERSION", "origin"]

READER = "multivector"
READER_VERSION = "0.1.0"  # raise it when rules, frames or tables change what is read: stored readings are then redone


def origin(rule: str) -> tuple[Origin, ...]:
    """The origin of a record that the given rule made."""
    return (Origin(READER, rule, READER_VERSION),)
