"""Events of a case as a table, and the figures of one directed dyad, down to the records behind them.

A record becomes one row a pair of source and target. Only what is asserted counts: the denied, planned and hypothetical
did not happen. An event is dated by its text where that names a day, week or month, else by its article's publication.
The measures of a whole archive are in `cooperation`; here n is small and each figure keeps its records' ids.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from multivector.measure.as_of import as_known, day_of, next_month
from multivector.measure.cooperation import CONFLICTUAL, COOPERATIVE, MIN_EVENTS, Score
from multivector.measure.figures import EXACT, Measure, cannot_judge, measured
from multivector.measure.intervals import share_interval, sum_interval
from multivector.measure.tables import equal_to, need, numbers
from multivector.model import Event, Figure, When

__all__ = ["SCHEMA", "EventScores", "between", "dyad_figures", "events_table", "periods_of"]

SCHEMA = pa.schema([
    ("id", pa.string()), ("date", pa.date32()), ("published", pa.date32()), ("source", pa.string()),
    ("target", pa.string()), ("type", pa.string()), ("cameo", pa.string()), ("quad", pa.int64()),
    ("goldstein", pa.float64()), ("plover", pa.float64()),
])  # fmt: skip
PRECISE = ("day", "week", "month")
ATTENTION = Measure(
    "attention", "events toward the target / all events of the source", "events of the source", MIN_EVENTS
)
COOPERATION = Measure("cooperation_share", "events in quads 1, 2 / events with a quad", "events", MIN_EVENTS)
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
COUNTS = tuple(
    Measure(f"{name}_events", f"events in quad {quad}", "events with a quad") for quad, name in enumerate(QUADS, 1)
)
CONFLICT = Measure("conflict_share", "events in quads 3, 4 / events with a quad", "events", MIN_EVENTS)


@dataclass(frozen=True, slots=True)
class EventScores:
    """The codebook's scores, handed in: type and mode to intensity, type to quad, CAMEO code to Goldstein's score."""

    plover: Callable[[str, str | None], float | None]
    quad: Callable[[str], int | None]
    goldstein: Callable[[str], float | None]


def events_table(events: Iterable[Event], published: Mapping[str, str | None], scores: EventScores) -> pa.Table:
    """Rows in the shape `SCHEMA`; `published` gives each document's day. An event that cannot be dated is left out."""
    rows = []
    for event in events:
        told = published.get(event.evidence.document)
        day = _day(event.date, told)
        if event.status != "asserted" or day is None:
            continue
        kept = {
            "id": event.id, "date": day, "published": day_of(told) if told else day, "type": event.type,
            "cameo": event.cameo, "quad": scores.quad(event.type), "plover": scores.plover(event.type, event.mode),
            "goldstein": scores.goldstein(event.cameo) if event.cameo else None,
        }  # fmt: skip
        # a mutual act ("A and B signed ...") names all its parties as sources: each did it toward each other one
        for source, target in product(sorted(set(event.source)), sorted(set(event.target or event.source))):
            if source != target:
                rows.append({**kept, "source": source, "target": target})
    rows.sort(key=lambda row: (row["date"], row["id"], row["source"], row["target"]))
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _day(said: When | None, published: str | None) -> dt.date | None:
    if said and said.start and said.precision in PRECISE:
        return day_of(said.start)
    return day_of(published) if published else None


def between(table: pa.Table, first: str | None, last: str | None, as_of: str | None = None) -> pa.Table:
    """The rows dated from first to last, both inclusive, and known by `as_of`."""
    need(table, "date")
    table = as_known(table, as_of)
    if first:
        table = table.filter(pc.greater_equal(table["date"], pa.scalar(day_of(first), pa.date32())))
    if last:
        table = table.filter(pc.less_equal(table["date"], pa.scalar(day_of(last), pa.date32())))
    return table


def periods_of(table: pa.Table, by: str) -> tuple[tuple[str, str, str], ...]:
    """The months or years (`by`) in which the table has rows, each with its first and last day."""
    need(table, "date")
    width = {"month": 7, "year": 4}[by]
    names = sorted({day.isoformat()[:width] for day in table["date"].to_pylist() if day is not None})
    return tuple((name, *_ends(name)) for name in names)


def _ends(name: str) -> tuple[str, str]:
    if len(name) == 4:
        return f"{name}-01-01", f"{name}-12-31"
    first = dt.date.fromisoformat(f"{name}-01")
    return first.isoformat(), (next_month(first) - dt.timedelta(days=1)).isoformat()


def dyad_figures(table: pa.Table, source: str, target: str, score: Score = "goldstein") -> tuple[Figure, ...]:
    """Net cooperation, events by quad class, shares of cooperation and conflict, and attention, of source to target.

    `table` is cut to the period by the caller (`between`).
    """
    need(table, "id", "source", "target", "quad", score, what="events")
    sent = equal_to(table, source=source)
    rows = equal_to(sent, target=target)
    inputs = ("events", f"{source} -> {target}", score)
    values = numbers(rows, score)
    scored = np.isfinite(values)
    ids = tuple(sorted(set(rows["id"].to_pylist())))
    net = Measure(f"net_{score}", f"sum of {score} scores", "events", MIN_EVENTS)
    n = int(scored.sum())
    band = sum_interval(np.sort(values[scored]), "events") if n >= MIN_EVENTS else EXACT
    total = float(np.sort(values[scored]).sum())
    return (
        measured(net, total, n, inputs, band, records=ids),
        *_counts(rows, inputs),
        *_shares(rows, inputs, ids),
        _attention(rows.num_rows, sent.num_rows, inputs, ids),
    )


def _counts(rows: pa.Table, inputs: tuple[str, ...]) -> tuple[Figure, ...]:
    """The events of each quad class: a count of what was read, with the records of that class."""
    pairs = list(zip(rows["quad"].to_pylist(), rows["id"].to_pylist(), strict=True))
    n = sum(quad is not None for quad, _ in pairs)
    found = []
    for quad, measure in enumerate(COUNTS, 1):
        own = sorted(name for one, name in pairs if one == quad)
        found.append(measured(measure, float(len(own)), n, inputs, EXACT, records=tuple(dict.fromkeys(own))))
    return tuple(found)


def _shares(rows: pa.Table, inputs: tuple[str, ...], ids: tuple[str, ...]) -> tuple[Figure, Figure]:
    quads = [quad for quad in rows["quad"].to_pylist() if quad in (*COOPERATIVE, *CONFLICTUAL)]
    friendly = sum(quad in COOPERATIVE for quad in quads)
    first, second = (
        measured(measure, hits / len(quads), len(quads), inputs, share_interval(hits, len(quads)), records=ids)
        if len(quads) >= MIN_EVENTS
        else cannot_judge(measure, len(quads), inputs, records=ids)
        for measure, hits in ((COOPERATION, friendly), (CONFLICT, len(quads) - friendly))
    )
    return first, second


def _attention(toward: int, sent: int, inputs: tuple[str, ...], ids: tuple[str, ...]) -> Figure:
    if sent < MIN_EVENTS:
        return cannot_judge(ATTENTION, sent, inputs, records=ids)
    return measured(ATTENTION, toward / sent, sent, inputs, share_interval(toward, sent), records=ids)
