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
    header, *lines = csv.reader(path.read_text(encoding="utf-8").splitlines())
    found = []
    for number, cells in enumerate(lines, start=2):
        if cells and len(cells) != len(header):
            raise CodebookError(f"{name}.csv, line {number}: {len(cells)} cells do not fit the header")
        if cells:  # an empty line is no row
            found.append(dict(zip(header, cells, strict=True)))
    return tuple(found)


def cell_list(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, joined by '|'."""
    if "|" not in cell:  # most are empty or hold one, and there are tens of thousands
        one = cell.strip()
        return (one,) if one else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())
