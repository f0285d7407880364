"""What exporters say they sold beside what importers say they bought, and the gap between."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from multivector.measure.plots.render import COLOURS, LARGE, data
from multivector.model import Figure

if TYPE_CHECKING:
    import altair as alt

__all__ = ["mirror_chart"]

WIDTH, HEIGHT = 220, 180
SOLD = "the exporters' books"
BOOKS = {"reported_exports": SOLD, "reported_imports": "the importer's books"}


def mirror_chart(gaps: Sequence[tuple[int, str, Figure]], title: str) -> "alt.TopLevelMixin":
    """A panel an importer: both books by year, the gap shaded where both are there."""
    import altair as alt  # late: it takes half a second to import

    rows: list[dict[str, Any]] = [
        {"year": year, "importer": importer, "book": BOOKS[figure.name], "value": figure.value}
        for year, importer, figure in gaps
        if figure.name in BOOKS and figure.value is not None
    ]
    cells: dict[tuple[int, str], dict[str, float]] = {}
    for row in rows:
        cells.setdefault((row["year"], row["importer"]), {})[row["book"]] = row["value"]
    for row in rows:
        other = [value for book, value in cells[row["year"], row["importer"]].items() if book != row["book"]]
        row["other"] = other[0] if other else None
    panels = [_panel(data([row for row in rows if row["importer"] == name])).properties(title=name)
              for name in dict.fromkeys(row["importer"] for row in rows)]  # fmt: skip
    data(rows)  # refuses where there is nothing
    whole: alt.TopLevelMixin = alt.concat(*panels, columns=3).properties(title=title)
    return whole


def _panel(given: "alt.InlineData") -> "alt.LayerChart":
    import altair as alt  # late, as above

    across = alt.X(
        "year:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1), scale=alt.Scale(zero=False, nice=False)
    )
    base = alt.Chart(given)
    gap = base.mark_area(opacity=0.15, color="#888888").encode(x=across, y="value:Q", y2="other:Q")
    books = alt.Scale(domain=list(BOOKS.values()), range=list(COLOURS[:2]))
    lines = base.mark_line(point=True, strokeWidth=2).encode(
        x=across, y=alt.Y("value:Q", title="value", axis=alt.Axis(labelExpr=LARGE)),
        color=alt.Color("book:N", title=None, scale=books),
    )  # fmt: skip
    both: alt.LayerChart = gap.transform_filter(f"datum.other !== null && datum.book === {SOLD!r}") + lines
    return both.properties(width=WIDTH, height=HEIGHT)
