"""Figures over years or sessions, a line each with its band, a panel a measure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from multivector.measure.plots.render import COLOURS, data, named
from multivector.model import Figure

if TYPE_CHECKING:
    import altair as alt

__all__ = ["over_time"]

WIDTH, HEIGHT, COLUMNS = 320, 170, 2


def over_time(
    places: Sequence[tuple[int, str, Figure]], axis: str, title: str, percent: bool = False
) -> "alt.TopLevelMixin":
    """A chart of figures at (period, name of the line); what has no value is left out, bands only where given."""
    import altair as alt  # late: it takes half a second to import

    rows: list[dict[str, Any]] = [
        {"x": x, "line": line, "measure": f.name, "value": f.value, "low": f.low, "high": f.high, "n": f.n}
        for x, line, f in places
        if f.value is not None
    ]
    measures = list(dict.fromkeys(row["measure"] for row in rows))
    lines = list(dict.fromkeys(row["line"] for row in rows))
    wide = len(measures) <= 1
    data(rows)  # refuses where there is nothing
    panels = [_panel(data([r for r in rows if r["measure"] == m]), lines, axis, percent, wide) for m in measures]
    if wide:
        single: alt.TopLevelMixin = panels[0].properties(title=alt.TitleParams(title, subtitle=named(measures[0])))
        return single
    titled = [
        panel.properties(title=alt.TitleParams(named(name), fontSize=12, fontWeight="normal", offset=4))
        for panel, name in zip(panels, measures, strict=True)
    ]
    whole: alt.TopLevelMixin = alt.concat(*titled, columns=COLUMNS).properties(title=title)
    return whole


def _panel(given: "alt.InlineData", lines: list[str], axis: str, percent: bool, wide: bool) -> "alt.LayerChart":
    import altair as alt  # late, as above

    across = alt.X("x:Q", title=axis, axis=alt.Axis(format="d", tickMinStep=1), scale=alt.Scale(zero=False, nice=False))
    legend = alt.Legend(title=None) if len(lines) > 1 else None
    colour = alt.Color("line:N", legend=legend, scale=alt.Scale(domain=lines, range=list(COLOURS)))
    ticks = alt.Axis(format="%") if percent else alt.Axis()
    up = alt.Y("value:Q", title=None, axis=ticks, scale=alt.Scale(zero=percent))
    base = alt.Chart(given)
    band = base.mark_area(opacity=0.18).encode(x=across, y=alt.Y("low:Q", title=None), y2="high:Q", color=colour)
    line = base.mark_line(point=alt.OverlayMarkDef(size=28), strokeWidth=2).encode(
        x=across, y=up, color=colour, tooltip=["line:N", "measure:N", "value:Q", "low:Q", "high:Q", "n:Q"]
    )
    both: alt.LayerChart = band.transform_filter("datum.low !== null") + line
    return both.properties(width=WIDTH * 2 if wide else WIDTH, height=HEIGHT * 1.5 if wide else HEIGHT)
