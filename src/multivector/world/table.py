"""Reading the package's own tables of facts."""

import csv
from functools import cache
from importlib.resources import files

from multivector.errors import CodebookError

__all__ = ["cell_list", "rows"]


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `world/data/NAME.csv`, each a dict by the header; raises CodebookError where a row is too long."""
    path = files("multivector.world") / "data" / f"{name}.csv"
    found = tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    for number, row in enumerate(found, start=2):
        if None in row or None in row.values():
            raise CodebookError(f"{name}.csv, line {number}: {len(row)} cells do not fit the header")
    return found


def cell_list(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, joined by '|'."""
    if "|" not in cell:  # most are empty or hold one, and there are tens of thousands
        one = cell.strip()
        return (one,) if one else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())
