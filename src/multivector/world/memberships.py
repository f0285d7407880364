"""Who belonged to what when, by the project's own table."""

from collections.abc import Iterator
from functools import cache

from multivector.world.table import rows

__all__ = ["members_at", "standing_at", "standings"]


@cache
def standings() -> tuple[dict[str, str], ...]:
    """All rows: state, organisation, status, start, end, precision, contested, note, source."""
    return rows("memberships")


@cache
def _by_pair() -> dict[tuple[str, str], tuple[dict[str, str], ...]]:
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in standings():
        found.setdefault((row["state"], row["organisation"]), []).append(row)
    return {pair: tuple(sorted(group, key=lambda r: r["start"])) for pair, group in found.items()}


def standing_at(state: str, organisation: str, day: str) -> tuple[dict[str, str], ...]:
    """The rows that hold for the pair on that ISO day, oldest first; empty where the table knows none."""
    return tuple(r for r in _by_pair().get((state, organisation), ()) if _holds(r, day))


def members_at(organisation: str, day: str) -> Iterator[str]:
    """The states that were full members on that day, in the table's order."""
    seen: set[str] = set()
    for row in standings():
        full = row["organisation"] == organisation and row["status"] == "member"
        if full and row["state"] not in seen and _holds(row, day):
            seen.add(row["state"])
            yield row["state"]


def _holds(row: dict[str, str], day: str) -> bool:
    start, end = row["start"], row["end"]
    return (not start or day[: len(start)] >= start) and (not end or day[: len(end)] <= end)
