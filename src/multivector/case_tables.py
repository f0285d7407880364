"""A case's records as the tables that the measures read: the second spine, from the store to `measure`."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from multivector.codebook.cameo import plover_type
from multivector.codebook.scores import goldstein_score, plover_quad, plover_score
from multivector.judge.rank import rank_of
from multivector.measure.as_of import day_of
from multivector.measure.chains import Answered, answered
from multivector.measure.events import EventScores, events_table
from multivector.measure.tone import tones_table
from multivector.model import Event, Link, Statement, TradeMeasure
from multivector.pipeline import readings_of
from multivector.store import Store

if TYPE_CHECKING:
    import pyarrow as pa

    from multivector.model import Reading

__all__ = ["case_answers", "case_events", "case_measures", "case_tones", "codebook_scores", "scored"]


def codebook_scores() -> EventScores:
    """The codebook's scores in the shape that the measures of events take."""
    return EventScores(lambda name, mode: plover_score(name, mode)[0], plover_quad, goldstein_score)


def case_events(case: Path) -> "pa.Table":
    """The asserted events of the case's articles; of near-copies only the first counts, as it is one source."""
    readings = _first_of_each(case)
    published = {one.document.id: one.document.published for one in readings}
    events = [record for one in readings for record in one.records if isinstance(record, Event)]
    return events_table(events, published, codebook_scores())


def scored(table: "pa.Table") -> "pa.Table":
    """Other people's events with type, quad and scores filled in from CAMEO code or type where their file has none."""
    import pyarrow as pa  # late: a case needs it only in `measure`
    import pyarrow.compute as pc

    pairs = list(zip(*(table[name].to_pylist() for name in ("type", "cameo")), strict=True))
    types = {pair: pair[0] or (plover_type(pair[1]) if pair[1] else None) for pair in set(pairs)}
    filled: dict[str, list[object]] = {
        "type": [types[pair] for pair in pairs],
        "quad": [plover_quad(name) if (name := types[pair]) else None for pair in pairs],
        "plover": [plover_score(name)[0] if (name := types[pair]) else None for pair in pairs],
        "goldstein": [goldstein_score(code) if code else None for _, code in pairs],
    }
    for name, values in filled.items():
        kind = table.schema.field(name).type
        whole = pc.coalesce(table[name], pa.array(values, kind))
        table = table.set_column(table.column_names.index(name), name, whole)
    return table


def case_tones(case: Path) -> "pa.Table":
    """The tone of every statement of the case toward every state that it is about."""
    readings = _readings(case)
    actors = {actor.code: actor for one in readings for actor in one.actors}
    published = {one.document.id: one.document.published for one in readings}
    together = {one.document.id: one.document.cluster for one in readings}
    said = [record for one in readings for record in one.records if isinstance(record, Statement)]
    return tones_table(said, published, together, lambda statement: rank_of(statement.speaker, actors))


def case_measures(case: Path, as_of: str | None = None) -> tuple[TradeMeasure, ...]:
    """The trade measures of the case, those of articles published by the day `as_of`."""
    return tuple(r for one in _known(case, as_of) for r in one.records if isinstance(r, TradeMeasure))


def case_answers(case: Path, as_of: str | None = None) -> tuple[Answered, ...]:
    """Each trade measure of the case with the earlier ones that it may answer, as known on the day `as_of`."""
    links = [r for one in _known(case, as_of) for r in one.records if isinstance(r, Link)]
    return answered(case_measures(case, as_of), links)


def _known(case: Path, as_of: str | None) -> tuple["Reading", ...]:
    """The readings by that day; an article without a day cannot be shown to have been known."""
    day = str(day_of(as_of)) if as_of else None
    return tuple(one for one in _first_of_each(case) if day is None or (one.document.published or "9")[:10] <= day)


def _first_of_each(case: Path) -> tuple["Reading", ...]:
    found: dict[str, Reading] = {}
    for one in sorted(_readings(case), key=lambda r: (r.document.published or "9", r.document.id)):
        found.setdefault(one.document.cluster, one)
    return tuple(found.values())


@cache
def _readings(case: Path) -> tuple["Reading", ...]:
    return tuple(readings_of(Store.open(case).view()))
