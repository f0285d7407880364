"""The reference tables at hand: those that `multivector world add` keeps, and the ledger of memberships."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["kept", "ledger", "own_books"]

BEFORE_ALL = "1815-01-01"
ENDED = "-ended"  # sorts before every status: a row that starts on the day after another's end goes over it


def kept(shape: str, name: str | None = None) -> "pa.Table | None":
    """The kept table of that shape (and name); None where there is none."""
    from multivector.world.datasets import shaped_table  # late: --help needs none of it

    return shaped_table(shape, name)


def own_books(table: "pa.Table", reporters: tuple[str, ...]) -> "pa.Table":
    """The rows that stand in these states' own books, where the table says in whose; both sides' books never add up."""
    import pyarrow as pa  # late, as above
    import pyarrow.compute as pc

    if "reporter" not in table.column_names or table["reporter"].null_count == table.num_rows:
        return table
    return table.filter(pc.is_in(table["reporter"], pa.array(reporters, table.schema.field("reporter").type)))


def ledger() -> "pa.Table":
    """The memberships that Multivector ships, as dated changes (state, organisation, date, status)."""
    import pyarrow as pa  # late, as above

    from multivector.world.memberships import standings

    changes = []
    for row in standings():
        pair = {"state": row["state"], "organisation": row["organisation"]}
        changes.append({**pair, "date": row["start"] or BEFORE_ALL, "status": row["status"]})
        if row["end"]:
            changes.append({**pair, "date": _after(row["end"]), "status": ENDED})
    return pa.Table.from_pylist(changes)


def _after(end: str) -> str:
    """The day after a day, month or year."""
    import datetime as dt  # late, as above

    from multivector.measure.as_of import next_month

    if len(end) == 4:
        return f"{int(end) + 1}-01-01"
    if len(end) == 7:
        return str(next_month(dt.date.fromisoformat(f"{end}-01")))
    return str(dt.date.fromisoformat(end) + dt.timedelta(days=1))
