"""The tone of one state's voices toward another: means, gaps between speakers, and a shift at a date.

tone    mean stance (-1..1) of A's statements about B; several in one article by one speaker count as their mean, and
        near-copies of an article as one, because they are not independent
gap     mean tone of one speaker (or rank) less that of another, of the same government
shift   mean tone from a date on less mean tone before it; p by permutation of the articles over the date
Bounds: bootstrap over the articles' means. Below MIN_ARTICLES no figure is given.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from multivector.measure.arrays import Floats
from multivector.measure.as_of import as_known, day_of
from multivector.measure.events import between, periods_of
from multivector.measure.figures import Interval, Measure, cannot_judge, measured
from multivector.measure.intervals import DRAWS, bounds, generator, mean_interval, permutation_p
from multivector.measure.tables import equal_to, need
from multivector.model import Figure, Statement

__all__ = ["SCHEMA", "Units", "by_period", "by_rank", "tone", "tone_gap", "tone_shift", "tones_table", "units"]

MIN_ARTICLES = 5  # at four the permutation test of a shift cannot reach p < .05 whatever the tones
SCHEMA = pa.schema([
    ("id", pa.string()), ("date", pa.date32()), ("published", pa.date32()), ("cluster", pa.string()),
    ("state", pa.string()), ("speaker", pa.string()), ("rank", pa.string()), ("toward", pa.string()),
    ("tone", pa.float64()),
])  # fmt: skip
TONE = Measure("tone", "mean stance of articles", "articles", MIN_ARTICLES)
GAP = Measure("tone_gap", "mean stance of the first - of the second", "articles", MIN_ARTICLES)
SHIFT = Measure("tone_shift", "mean stance from the date on - before it", "articles", MIN_ARTICLES)
SHIFT_P = Measure("tone_shift_p", "permutation of articles over the date", "articles", MIN_ARTICLES)


@dataclass(frozen=True, slots=True)
class Units:
    """One value an article and speaker, by date: the independent units of tone, and the statements behind them."""

    values: Floats
    dates: tuple[str, ...]
    records: tuple[str, ...]


def tones_table(
    statements: Iterable[Statement],
    published: Mapping[str, str | None],
    clusters: Mapping[str, str],
    rank_of: Callable[[Statement], str | None],
) -> pa.Table:
    """One row a statement and state that it is about, in the shape `SCHEMA`; speakers without a state are left out."""
    rows: list[dict[str, object]] = []
    for one in statements:
        told = published.get(one.evidence.document)
        said = one.said_on.start if one.said_on and one.said_on.start else told
        if one.speaker.state is None or said is None:
            continue
        kept = {
            "id": one.id, "date": day_of(said), "published": day_of(told or said), "rank": rank_of(one),
            "cluster": clusters.get(one.evidence.document, one.evidence.document), "state": one.speaker.state,
            "speaker": one.speaker.actor or one.speaker.name,
        }  # fmt: skip
        rows.extend({**kept, "toward": stance.actor, "tone": stance.value} for stance in one.stance)
    rows.sort(key=lambda row: (str(row["date"]), str(row["id"]), str(row["toward"])))
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def units(table: pa.Table, state: str, toward: str, as_of: str | None = None, **only: str) -> Units:
    """The articles' mean tones of a state's voices; `only` narrows by columns, such as speaker="..." or rank="..."."""
    need(table, *SCHEMA.names, what="tones")
    rows = equal_to(as_known(table, as_of), state=state, toward=toward, **only)
    cells: dict[tuple[str, str], list[tuple[str, float, str]]] = {}
    for row in rows.to_pylist():
        if row["tone"] is not None:
            cells.setdefault((row["cluster"], row["speaker"]), []).append((str(row["date"]), row["tone"], row["id"]))
    means = sorted((min(cell)[0], float(np.mean(sorted(tone for _, tone, _ in cell)))) for cell in cells.values())
    records = tuple(sorted({name for cell in cells.values() for _, _, name in cell}))
    return Units(np.array([mean for _, mean in means], dtype=np.float64), tuple(day for day, _ in means), records)


def by_rank(table: pa.Table, as_of: str | None = None) -> tuple[tuple[str, pa.Table, dict[str, str]], ...]:
    """The ranks that the table has, each with the table and the columns that narrow it to the rank."""
    ranks = sorted({rank for rank in as_known(table, as_of)["rank"].to_pylist() if rank})
    return tuple((rank, table, {"rank": rank}) for rank in ranks)


def by_period(table: pa.Table, by: str) -> tuple[tuple[str, pa.Table, dict[str, str]], ...]:
    """The months or years in which something was said, each with its rows."""
    return tuple((name, between(table, first, last), {}) for name, first, last in periods_of(table, by))


def tone(found: Units, inputs: tuple[str, ...]) -> Figure:
    """The mean tone with bootstrap bounds."""
    n = found.values.size
    if n < MIN_ARTICLES:
        return cannot_judge(TONE, n, inputs, records=found.records)
    return measured(
        TONE, _mean(found.values), n, inputs, mean_interval(found.values, "articles"), records=found.records
    )


def tone_gap(first: Units, second: Units, inputs: tuple[str, ...]) -> Figure:
    """How much warmer the first speaker (or rank) is than the second; both need the least number of articles."""
    records = tuple(sorted({*first.records, *second.records}))
    least = min(first.values.size, second.values.size)
    if least < MIN_ARTICLES:
        return cannot_judge(GAP, least, inputs, records=records)
    gap = _mean(first.values) - _mean(second.values)
    return measured(GAP, gap, least, inputs, _difference(first.values, second.values), records=records)


def tone_shift(found: Units, date: str, inputs: tuple[str, ...]) -> tuple[Figure, Figure]:
    """The shift of tone at a date and its p value; both sides need the least number of articles."""
    later = np.array([day >= str(day_of(date)) for day in found.dates], dtype=bool)
    least = int(min(later.sum(), (~later).sum()))
    told = (*inputs, f"at {date}")
    if least < MIN_ARTICLES:
        first, second = (cannot_judge(one, least, told, records=found.records) for one in (SHIFT, SHIFT_P))
        return first, second
    after, before = found.values[later], found.values[~later]
    shift = _mean(after) - _mean(before)
    draws = _shuffled(found.values, after.size)
    none = Interval(None, None, f"none: a p value from {DRAWS} permutations")
    p = None if np.ptp(found.values) == 0 else permutation_p(shift, draws)
    return (
        measured(SHIFT, shift, least, told, _difference(after, before), records=found.records),
        measured(SHIFT_P, p, least, told, none, records=found.records),
    )


def _mean(values: Floats) -> float:
    return float(np.sort(values).mean())


def _difference(first: Floats, second: Floats) -> Interval:
    draw = generator()
    picked = [np.sort(side)[draw.integers(0, side.size, (DRAWS, side.size))].mean(axis=1) for side in (first, second)]
    return bounds(picked[0] - picked[1], f"bootstrap over {first.size} and {second.size} articles")


def _shuffled(values: Floats, after: int) -> Floats:
    rows = generator().permuted(np.tile(np.sort(values), (DRAWS, 1)), axis=1)
    return np.asarray(rows[:, :after].mean(axis=1) - rows[:, after:].mean(axis=1))
