"""What two states did to each other: scores month by month in both directions, with the single events marked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from multivector.measure.cooperation import CONFLICTUAL, COOPERATIVE, Score
from multivector.measure.plots.render import CONFLICT, COOPERATION, INK, data
from multivector.measure.tables import equal_to

if TYPE_CHECKING:
    import altair as alt

__all__ = ["dyad_timeline"]

WIDTH, HEIGHT = 640, 150
MARKED = 400  # more events than this are drawn as months only
KINDS = ("cooperation", "conflict")


def dyad_timeline(table: pa.Table, first: str, second: str, score: Score = "goldstein") -> "alt.TopLevelMixin":
    """A panel a direction: bars are the month's sums of cooperative and conflictual scores, ticks the events."""
    import altair as alt  # late: it takes half a second to import

    rows = [row for pair in ((first, second), (second, first)) for row in _events(table, *pair, score)]
    across = alt.X("date:T", title=None)
    kind = alt.Color("kind:N", title=None, scale=alt.Scale(domain=list(KINDS), range=[COOPERATION, CONFLICT]))
    bars = alt.Chart().mark_bar(opacity=0.75).encode(
        x=alt.X("yearmonth(date):T", title=None, axis=alt.Axis(format="%b %Y", labelOverlap=True)),
        y=alt.Y("sum(score):Q", title=f"sum of {score} scores"), color=kind,
        tooltip=["yearmonth(date):T", "kind:N", "sum(score):Q", "count():Q"],
    )  # fmt: skip
    layers: list[Any] = [bars]
    if len(rows) <= MARKED:
        ticks = alt.Chart().mark_tick(thickness=1.5, size=9, color=INK).encode(
            x=across, y=alt.Y("score:Q"), tooltip=["date:T", "type:N", "score:Q"]
        )  # fmt: skip
        layers.append(ticks)
    panel = alt.layer(*layers, data=data(rows)).properties(width=WIDTH, height=HEIGHT)
    order = [f"{first} toward {second}", f"{second} toward {first}"]
    chart = panel.facet(
        row=alt.Row(
            "way:N", sort=order, title=None, header=alt.Header(labelAngle=0, labelAnchor="start", labelOrient="top")
        )
    )
    whole: alt.TopLevelMixin = chart.properties(title=f"{first} and {second}: what each did to the other")
    return whole


def _events(table: pa.Table, source: str, target: str, score: Score) -> Iterator[dict[str, Any]]:
    for row in equal_to(table, source=source, target=target).to_pylist():
        if row[score] is not None and row["quad"] in (*COOPERATIVE, *CONFLICTUAL):
            kind = KINDS[row["quad"] in CONFLICTUAL]
            way = f"{source} toward {target}"
            yield {"date": str(row["date"]), "score": row[score], "type": row.get("type"), "kind": kind, "way": way}
