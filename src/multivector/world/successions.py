"""Organisations under their former names, and organs under the organisation they act for."""

from functools import cache

from multivector.world.table import rows

__all__ = ["named_forms", "successor"]


@cache
def _table() -> dict[str, str]:
    return {row["code"]: row["successor"] for row in rows("successions")}


def successor(code: str) -> str:
    """The organisation that acts under this code today; the code itself where nothing has changed."""
    return _table().get(code, code)


def named_forms(code: str) -> tuple[str, ...]:
    """The code with its successor and predecessors, itself first."""
    now = successor(code)
    forms = (code, now, *(c for c, s in _table().items() if s == now))
    return tuple(dict.fromkeys(forms))
