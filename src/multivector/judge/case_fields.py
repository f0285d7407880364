"""The fields of a table of case.toml, each checked for what it must be.

Every error is a CaseError that begins with the key and says how to write it; who knows the file adds its name and line.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from multivector.errors import CaseError

__all__ = ["chance", "check_keys", "day", "text"]


def check_keys(raw: object, keys: Sequence[str], what: str) -> Mapping[str, Any]:
    """The table, where it is one and has none but these keys; `what` says what it describes."""
    if not isinstance(raw, dict):
        raise CaseError(f"{what}: must be a table of {', '.join(keys)}, not {raw!r}")
    for key in raw:
        if key not in keys:
            raise CaseError(f"{key}: is no key of {what}; the keys are {', '.join(keys)}")
    return raw


def text(raw: Mapping[str, Any], key: str) -> str:
    """A text that says something, without blanks around it."""
    value = raw.get(key)
    if not isinstance(value, str) or not value.strip():
        missing = ", and is missing" if value is None else ""
        raise CaseError(f"{key}: must be a text between quotation marks{missing}")
    return value.strip()


def day(raw: Mapping[str, Any], key: str) -> str:
    """An ISO day, written as a TOML date or as a text."""
    try:
        return date.fromisoformat(str(raw[key])).isoformat()
    except (KeyError, ValueError):
        raise CaseError(f"{key}: {raw.get(key)!r} is no day; write it as 2024-10-16") from None


def chance(value: object) -> float | None:
    """A probability that leaves both outcomes open; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1:
        return None
    return float(value)
