"""Coded records as events, and the tone of states toward one another by month: Ibis expressions for any engine.

Records are read from a table `records` in the shape of `multivector code`'s Parquet output. Only asserted events count;
each becomes one row a pair of source and target. An event is dated by its text where that names a day, week or month,
else by its row's own date. What was known on a day is what was published by then.

tone  mean stance (-1..1) of A's statements about B in a month; several by one speaker in one document count as their
      mean, because they are not independent. Bounds: mean +- 1.96 standard errors, from MIN_UNITS on. Values are
      summed as whole thousandths, so that a mean does not depend on the order in which an engine adds.
"""

from typing import TYPE_CHECKING

from multivector.measure.cooperation import month_of, place_of
from multivector.measure.intervals import Z

if TYPE_CHECKING:
    import ibis.expr.types as ir

__all__ = ["MIN_UNITS", "events_of_records", "tone_months"]

PRECISE = ("day", "week", "month")
MIN_UNITS = 5  # as for the measures of one case: below five the bounds of a mean mean nothing
THOUSANDTHS = 1000
COLUMNS = {
    "document": "string", "kind": "string", "id": "string", "type": "string", "source": "array<string>",
    "target": "array<string>", "status": "string", "cameo": "string", "date": "date", "precision": "string",
    "published": "date", "quad": "int64", "goldstein": "float64", "plover": "float64", "state": "string",
    "speaker": "string", "stance": "array<struct<actor: string, value: float64>>",
}  # fmt: skip


def events_of_records(as_of: str | None = None) -> "ir.Table":
    """The asserted events in the shape of the table `events`: one row a pair of different source and target."""
    import ibis  # late: it takes half a second to import

    given = _records("event", as_of)
    precise = given.date.notnull() & given.precision.isin(PRECISE)
    told = given.filter(given.status == "asserted").mutate(day=ibis.ifelse(precise, given.date, given.published))
    sources = told.filter(told.day.notnull()).mutate(one=told.source.unique().unnest())
    pairs = sources.mutate(other=sources.target.unique().unnest())
    return pairs.filter(pairs.one != pairs.other).select(
        "id",
        "type",
        "cameo",
        "quad",
        "goldstein",
        "plover",
        date=pairs.day,
        published=ibis.coalesce(pairs.published, pairs.day),
        source=pairs.one,
        target=pairs.other,
    )


def tone_months(as_of: str | None = None) -> "ir.Table":
    """One row a state, a state that it speaks of, and month: state, toward, month, n, statements, tone, low, high."""
    import ibis  # late, as above

    given = _records("statement", as_of)
    said = given.filter(given.state.notnull()).mutate(day=ibis.coalesce(given.date, given.published))
    tones = said.filter(said.day.notnull()).mutate(about=said.stance.unnest())
    tones = tones.select(
        "state", "document", "speaker", place=place_of(tones.day), toward=tones.about["actor"],
        value=(tones.about["value"] * THOUSANDTHS).round().cast("int64"),
    )  # fmt: skip
    units = tones.group_by("state", "toward", "place", "document", "speaker").agg(
        said=tones.count(), mean=(tones.value.sum().cast("float64") / tones.count()).round().cast("int64")
    )
    cells = units.group_by("state", "toward", "place").agg(
        n=units.count(),
        statements=units.said.sum().cast("int64"),
        total=units["mean"].sum().cast("int64"),
        squares=(units["mean"] * units["mean"]).sum().cast("int64"),
    )
    n, total, squares = (cells[name].cast("float64") for name in ("n", "total", "squares"))
    tone = total / (n * THOUSANDTHS)
    spread = ibis.greatest((squares - total * total / n) / (n - 1.0).nullif(0.0), 0.0)
    half = (spread / n).sqrt() * (Z / THOUSANDTHS)
    enough = cells.n >= MIN_UNITS
    return cells.select(
        "state",
        "toward",
        "n",
        "statements",
        month=month_of(cells.place),
        tone=tone,
        low=ibis.ifelse(enough, ibis.greatest(tone - half, -1.0), None),
        high=ibis.ifelse(enough, ibis.least(tone + half, 1.0), None),
    ).order_by("state", "toward", "month")


def _records(kind: str, as_of: str | None) -> "ir.Table":
    import ibis  # late, as above

    given = ibis.table(COLUMNS, name="records")
    given = given.filter(given.kind == kind)
    return given if as_of is None else given.filter(given.published <= ibis.date(as_of))
