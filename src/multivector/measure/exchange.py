"""How two states answer each other, from a table of events: in kind or not, how fast, and whether one leads.

All measures of `answers`, `granger` and `hawkes` on one dyad. Friendly acts are those of quads 1 and 2, hostile ones of
quads 3 and 4. Monthly series run from the table's first month to its last.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from multivector.measure.answers import WINDOW, Act, act_response, lagged_correlation, median_lag, response_table
from multivector.measure.arrays import Floats
from multivector.measure.cooperation import CONFLICTUAL, COOPERATIVE, Score
from multivector.measure.granger import best_lags, granger
from multivector.measure.hawkes import branching_ratio, spread_days
from multivector.measure.series import monthly
from multivector.measure.tables import equal_to, need
from multivector.model import Figure

__all__ = ["acts", "exchange", "months_of", "net_by_month", "told_table"]


def acts(table: pa.Table, source: str, target: str) -> tuple[Act, ...]:
    """What the source did to the target, in order: each event once, friendly or hostile by its quad."""
    need(table, "id", "date", "quad", "source", "target", what="events")
    found = set()
    for row in equal_to(table, source=source, target=target).to_pylist():
        if row["quad"] in (*COOPERATIVE, *CONFLICTUAL):
            found.add(Act(row["date"].toordinal(), 1 if row["quad"] in COOPERATIVE else -1, row["id"]))
    return tuple(sorted(found))


def exchange(
    table: pa.Table, first: str, second: str, score: Score = "goldstein", window: int = WINDOW
) -> tuple[tuple[str, Figure], ...]:
    """Each figure with the direction it holds for ("RUS answers KAZ"); an empty table gives none that is judged."""
    found: list[tuple[str, Figure]] = []
    months = months_of(table)
    days = [date.toordinal() for date in table["date"].to_pylist()]
    span = (min(days), max(days)) if days else (0, 0)
    for asked, answering in ((first, second), (second, first)):
        label, inputs = f"{answering} answers {asked}", ("events", f"{asked} -> {answering} -> {asked}")
        given, back = acts(table, asked, answering), acts(table, answering, asked)
        figures = [*act_response(given, back, span, inputs, window), median_lag(given, back, inputs, window)]
        one, two = (net_by_month(table, *pair, score, months) for pair in ((asked, answering), (answering, asked)))
        figures += lagged_correlation(one, two, 1, (*inputs, f"monthly {score}", "one month later"))
        figures += granger(one, two, best_lags(one, two), (f"{asked} -> {answering}", f"{answering} -> {asked}"))
        found += [(label, figure) for figure in figures]
    return (*found, (f"{first} and {second}", _branching(table, first, second)))


def told_table(table: pa.Table, asked: str, answering: str, window: int = WINDOW) -> str:
    """The act-response table in a sentence: of the acts of `asked`, how many `answering` answered, and how."""
    found = response_table(acts(table, asked, answering), acts(table, answering, asked), window)
    parts = [
        f"{sum(found[sign].values())} {word} acts, {found[sign]['in kind']} answered in kind, "
        f"{found[sign]['otherwise']} otherwise, {found[sign]['none']} not at all"
        for sign, word in ((1, "friendly"), (-1, "hostile"))
    ]
    return f"{asked} toward {answering}, first answer within {window} days: {'; '.join(parts)}"


def months_of(table: pa.Table) -> tuple[str, str] | None:
    """The first and last month with an event of anybody, as "2024-01"; None where the table is empty."""
    dates = [date for date in table["date"].to_pylist() if date is not None]
    return (f"{min(dates):%Y-%m}", f"{max(dates):%Y-%m}") if dates else None


def net_by_month(table: pa.Table, source: str, target: str, score: Score, months: tuple[str, str] | None) -> Floats:
    """The sum of scores of what the source did to the target in each month; 0 where nothing was recorded."""
    if months is None:
        return np.zeros(0)
    cells: dict[str, list[float]] = {}
    for row in equal_to(table, source=source, target=target).to_pylist():
        if row[score] is not None:
            cells.setdefault(f"{row['date']:%Y-%m}", []).append(row[score])
    return monthly({month: sum(sorted(values)) for month, values in cells.items()}, *months)


def _branching(table: pa.Table, first: str, second: str) -> Figure:
    days = sorted(act.day for pair in ((first, second), (second, first)) for act in acts(table, *pair))
    return _over(days, ("events", f"{first} <-> {second}"))


def _over(days: Sequence[int], inputs: tuple[str, ...]) -> Figure:
    start = days[0] if days else 0
    until = float(days[-1] - start + 1) if days else 1.0
    return branching_ratio(spread_days([day - start for day in days]), until, inputs)
