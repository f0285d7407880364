"""What a case says was due: a [[due]] table of case.toml."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from multivector.errors import CaseError
from multivector.model.judgement import Due

__all__ = ["UNLESS", "due_of"]

UNLESS = ("words", "friendly", "conflict", "cooperation", "answer", "any")
KEYS = ("id", "what", "by", "unless", "side", "after")
ID = re.compile(r"[a-z][a-z0-9-]*")


def due_of(raw: Mapping[str, Any], trigger: object) -> Due:
    """The rule of one table; raises CaseError with the key that is wrong."""
    for key in raw:
        if key not in KEYS:
            raise CaseError(f"{key}: is no key of what was due; the keys are {', '.join(KEYS)}")
    mark = raw.get("id")
    if not isinstance(mark, str) or not ID.fullmatch(mark):
        raise CaseError(f"id: {mark!r} must be a word in small letters, such as congratulations")
    if not isinstance(raw.get("what"), str) or not str(raw["what"]).strip():
        raise CaseError("what: must say in words what was due")
    unless, side = raw.get("unless", "words"), raw.get("side", "observer")
    if unless not in UNLESS:
        raise CaseError(f"unless: {unless!r} is none of {', '.join(UNLESS)}")
    if side not in ("observer", "subject"):
        raise CaseError(f"side: {side!r} is neither observer nor subject")
    by, after = _day(raw, "by"), _day(raw, "after") if "after" in raw else None
    if after is None and trigger is None:
        raise CaseError("after: is needed where the case has no trigger: from which day on it was due")
    if after is not None and after >= by:
        raise CaseError(f"by: {by} does not come after {after}")
    return Due(mark, str(raw["what"]).strip(), by, unless, side, after)


def _day(raw: Mapping[str, Any], key: str) -> str:
    try:
        return date.fromisoformat(str(raw[key])).isoformat()
    except (KeyError, ValueError):
        raise CaseError(f"{key}: {raw.get(key)!r} is no day; write it as 2024-10-16") from None
