"""Who goes with whom: a square of one measure for every pair, alike states side by side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from multivector.measure.plots.render import INK, data, named
from multivector.model import Figure

if TYPE_CHECKING:
    import altair as alt

__all__ = ["pair_matrix"]

CELL = 34
LABELLED = 20  # more states than this leave no room for numbers


def pair_matrix(pairs: Sequence[tuple[tuple[str, str], Figure]], title: str) -> "alt.TopLevelMixin":
    """A chart of pairs of states and their figure; a pair that cannot be judged stays empty."""
    import altair as alt  # late: it takes half a second to import

    order = _alike(pairs)
    rows: list[dict[str, Any]] = [
        {"a": one, "b": other, "value": figure.value, "n": figure.n}
        for (first, second), figure in pairs
        for one, other in ((first, second), (second, first))
        if figure.value is not None
    ]
    values = [row["value"] for row in rows]
    middle = (min(values) + max(values)) / 2 if values else 0.0
    base = alt.Chart(data(rows)).encode(
        x=alt.X("a:N", sort=order, title=None, axis=alt.Axis(orient="top", labelAngle=0, domain=False, ticks=False)),
        y=alt.Y("b:N", sort=order, title=None, axis=alt.Axis(domain=False, ticks=False)),
    )
    squares = base.mark_rect(stroke="white", strokeWidth=1).encode(
        color=alt.Color("value:Q", title=None, scale=alt.Scale(scheme="blues", zero=False)),
        tooltip=["a:N", "b:N", "value:Q", "n:Q"],
    )
    chart = squares
    if len(order) <= LABELLED:
        shade = alt.condition(f"datum.value > {middle}", alt.value("white"), alt.value(INK))
        chart = squares + base.mark_text(fontSize=10).encode(text=alt.Text("value:Q", format=".2f"), color=shade)
    size = CELL * len(order)
    whole: alt.TopLevelMixin = chart.properties(
        width=size, height=size, title=alt.TitleParams(title, subtitle=named(pairs[0][1].name))
    )
    return whole


def _alike(pairs: Sequence[tuple[tuple[str, str], Figure]]) -> list[str]:
    """The states in the order of a tree of mean distances (Bar-Joseph, Gifford and Jaakkola 2001 for the leaves)."""
    from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering
    from scipy.spatial.distance import squareform

    names = sorted({name for pair, _ in pairs for name in pair})
    if len(names) < 3:
        return names
    known = [figure.value for _, figure in pairs if figure.value is not None]
    far = max(known) - np.full((len(names), len(names)), min(known)) if known else np.zeros((len(names),) * 2)
    np.fill_diagonal(far, 0.0)
    for (first, second), figure in pairs:
        if figure.value is not None:
            one, other = names.index(first), names.index(second)
            far[one, other] = far[other, one] = max(known) - figure.value
    flat = squareform(far, checks=False)
    return [names[leaf] for leaf in leaves_list(optimal_leaf_ordering(linkage(flat, "average"), flat))]
