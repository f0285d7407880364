"""Net cooperation between states from events, by directed dyad and month: Ibis expressions for any engine.

net        sum of the events' scores (Goldstein 1992 by CAMEO code, or PLOVER's intensities), compound-Poisson
           bounds: net +- 1.96 sqrt(sum of squared scores), given from MIN_EVENTS events on
rolling    net over the last `months` calendar months / months; a month without events adds nothing, and before the
           table covers so many months there is no value
shares     cooperative (quads 1, 2) and conflictual (quads 3, 4) events / events with a quad
attention  the dyad's events / all events of the source in the month

Events are read from a table `events` (date, source, target, and the score or quad columns); events of a state with
itself and those without a score are left out. Scores are summed as whole hundredths (weights as millionths), so that a
sum does not depend on the order in which an engine adds: the same events give the same figures on any engine. They are
added as floats: exact for whole numbers up to 2^53, and faster than integers that must be watched for overflow.
"""

from typing import TYPE_CHECKING, Literal

from multivector.measure.intervals import Z

if TYPE_CHECKING:
    import ibis.expr.types as ir

__all__ = ["MIN_EVENTS", "SCORES", "Score", "month_of", "net_cooperation", "place_of", "quad_shares"]

Score = Literal["goldstein", "plover", "weight"]
SCORES: tuple[Score, ...] = ("goldstein", "plover", "weight")
UNITS: dict[Score, int] = {"goldstein": 100, "plover": 100, "weight": 1_000_000}
SQUARE_UNITS = 100  # squares serve the bounds only
MIN_EVENTS = 5  # below five events the normal bounds of a sum of scores mean nothing
COOPERATIVE, CONFLICTUAL = (1, 2), (3, 4)


def events(*columns: tuple[str, str]) -> "ir.Table":
    """The table `events` with the columns that every measure of events reads and the given (name, type)s."""
    import ibis  # late: it takes half a second to import

    return ibis.table({"date": "date", "source": "string", "target": "string", **dict(columns)}, name="events")


def net_cooperation(
    score: Score = "goldstein",
    months: int = 12,
    as_of: str | None = None,
    directed: bool = True,
    table: "ir.Table | None" = None,
) -> "ir.Table":
    """One row a dyad and month with events: source, target, month (its first day), n, net, low, high, rolling.

    Undirected: each pair once, source before target by name, both directions summed. Ordered by all three keys.
    `table` stands in for the table `events`.
    """
    import ibis  # late, as above

    given = _known(events((score, "float64")) if table is None else table, as_of)
    given = given.filter(given.source != given.target, given[score].notnull(), ~given[score].isnan())
    if not directed:
        given = given.mutate(
            source=ibis.least(given.source, given.target), target=ibis.greatest(given.source, given.target)
        )
    place = place_of(given.date)
    coarse = _units(given[score], SQUARE_UNITS)
    cells = given.group_by("source", "target", place=place).agg(
        n=given.count(), units=_units(given[score], UNITS[score]).sum().cast("int64"), squares=(coarse * coarse).sum()
    )
    window = ibis.range_window(preceding=months - 1, following=0, group_by=["source", "target"], order_by=cells.place)
    first = cells.place.min().as_scalar()  # over the cells: a second scan of the events would double the time
    enough, half = cells.n >= MIN_EVENTS, cells.squares.cast("float64").sqrt() * (Z / SQUARE_UNITS)
    net, summed = cells.units.cast("float64") / UNITS[score], cells.units.sum().over(window).cast("float64")
    covered = cells.place - first >= months - 1
    return cells.select(
        "source",
        "target",
        month=month_of(cells.place),
        n=cells.n,
        net=net,
        low=ibis.ifelse(enough, net - half, None),
        high=ibis.ifelse(enough, net + half, None),
        rolling=ibis.ifelse(covered, summed / float(UNITS[score] * months), None),
    ).order_by("source", "target", "month")


def quad_shares(as_of: str | None = None, table: "ir.Table | None" = None) -> "ir.Table":
    """One row a directed dyad and month: source, target, month, n, quad1..quad4, cooperation, conflict, attention.

    `table` stands in for the table `events`.
    """
    import ibis  # late, as above

    given = _known(events(("quad", "int64")) if table is None else table, as_of)
    given = given.filter(given.source != given.target)
    counts = {f"quad{quad}": (given.quad == quad).sum() for quad in (1, 2, 3, 4)}
    cells = given.group_by("source", "target", place=place_of(given.date)).agg(n=given.count(), **counts)
    friendly, hostile = cells.quad1 + cells.quad2, cells.quad3 + cells.quad4
    told = friendly + hostile
    sent = cells.n.sum().over(ibis.window(group_by=["source", "place"]))
    return cells.select(
        "source",
        "target",
        month=month_of(cells.place),
        n=cells.n,
        quad1=cells.quad1,
        quad2=cells.quad2,
        quad3=cells.quad3,
        quad4=cells.quad4,
        cooperation=ibis.ifelse(told > 0, friendly.cast("float64") / told.cast("float64"), None),
        conflict=ibis.ifelse(told > 0, hostile.cast("float64") / told.cast("float64"), None),
        attention=cells.n.cast("float64") / sent.cast("float64"),
    ).order_by("source", "target", "month")


def _known(given: "ir.Table", as_of: str | None) -> "ir.Table":
    import ibis  # late, as above

    return given if as_of is None else given.filter(given.date <= ibis.date(as_of))


def _units(score: "ir.FloatingValue", units: int) -> "ir.FloatingValue":
    """The score as a whole number of units."""
    return (score * units).round().cast("float64")


def place_of(date: "ir.DateValue") -> "ir.IntegerValue":
    """A month's place in time: months since the year 0, so that windows over months are windows over numbers."""
    return date.year().cast("int32") * 12 + date.month().cast("int32") - 1


def month_of(place: "ir.IntegerValue") -> "ir.DateValue":
    import ibis  # late, as above

    return ibis.date((place // 12).cast("int32"), (place % 12 + 1).cast("int32"), 1)
