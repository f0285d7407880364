"""How often what was given a probability came to be, beside the line on which both agree."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from multivector.measure.plots.render import COLOURS, data

if TYPE_CHECKING:
    import altair as alt

__all__ = ["calibration_chart"]

SIZE = 300


def calibration_chart(rows: Sequence[tuple[float, float, int]]) -> "alt.TopLevelMixin":
    """A chart of (probability given, share that came to be, number of forecasts)."""
    import altair as alt  # late: it takes half a second to import

    points: list[dict[str, Any]] = [{"said": said, "came": came, "n": n} for said, came, n in rows]
    whole = alt.Scale(domain=[0, 1])
    across = alt.X("said:Q", title="probability given", axis=alt.Axis(format="%"), scale=whole)
    up = alt.Y("came:Q", title="share that came to be", axis=alt.Axis(format="%"), scale=whole)
    ends = [{"said": 0, "came": 0}, {"said": 1, "came": 1}]
    line = alt.Chart(data(ends)).mark_line(strokeDash=[4, 4], color="#999999").encode(x=across, y=up)
    dots = alt.Chart(data(points)).mark_circle(color=COLOURS[0], opacity=0.9).encode(
        x=across, y=up, size=alt.Size("n:Q", title="forecasts"), tooltip=["said:Q", "came:Q", "n:Q"]
    )  # fmt: skip
    both: alt.TopLevelMixin = (line + dots).properties(
        width=SIZE, height=SIZE, title="Calibration of resolved forecasts"
    )
    return both
