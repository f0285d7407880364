"""What a case says was due: a [[due]] table of case.toml."""

import re

from multivector.errors import CaseError
from multivector.judge.case_fields import check_keys, day, text
from multivector.model.judgement import Due

__all__ = ["UNLESS", "due_of"]

SIDES = ("observer", "subject")
UNLESS = ("words", "friendly", "conflict", "cooperation", "answer", "any")
KEYS = ("id", "what", "by", "unless", "side", "after")
ID = re.compile(r"[a-z][a-z0-9-]*")


def due_of(raw: object, trigger: object) -> Due:
    """The rule of one table; raises CaseError with the key that is wrong."""
    table = check_keys(raw, KEYS, "what was due")
    mark = table.get("id")
    if not isinstance(mark, str) or not ID.fullmatch(mark):
        raise CaseError(f"id: {mark!r} must be a word in small letters, such as congratulations")
    what = text(table, "what")
    unless, side = table.get("unless", "words"), table.get("side", "observer")
    if unless not in UNLESS:
        raise CaseError(f"unless: {unless!r} is none of {', '.join(UNLESS)}")
    if side not in SIDES:
        raise CaseError(f"side: {side!r} is neither observer nor subject")
    by, after = day(table, "by"), day(table, "after") if "after" in table else None
    _check_order(by, after, trigger)
    return Due(mark, what, by, unless, side, after)


def _check_order(by: str, after: str | None, trigger: object) -> None:
    if after is None and trigger is None:
        raise CaseError("after: is needed where the case has no trigger: from which day on it was due")
    if after is not None and after >= by:
        raise CaseError(f"by: {by} does not come after {after}")
