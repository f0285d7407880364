"""Pictures of cost against size, in the look of the project's other charts."""

import math
from collections.abc import Iterable, Sequence

from multivector.measure.plots.render import COLOURS, data, svg

__all__ = ["Curve", "exponent", "growth_svg"]

Curve = tuple[str, Sequence[tuple[float, float]]]  # its name, and (size, cost) pairs
WIDTH, HEIGHT = 460, 300


def exponent(points: Iterable[tuple[float, float]]) -> float:
    """The power of the size by which the cost grows: the slope of the least-squares line through their logarithms."""
    pairs = [(math.log(size), math.log(cost)) for size, cost in points]
    mean_x, mean_y = (sum(axis) / len(pairs) for axis in zip(*pairs, strict=True))
    over = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    return float(over / sum((x - mean_x) ** 2 for x, _ in pairs))


def growth_svg(curves: Sequence[Curve], sizes: str, costs: str) -> str:
    """Both axes logarithmic, a line a curve, and in grey what linear growth from each first point would be."""
    import altair as alt  # late: it takes half a second to import

    rows = [{"line": name, "x": size, "y": cost} for name, points in curves for size, cost in points]
    linear = [
        {"line": name, "x": size, "y": points[0][1] * size / points[0][0]}
        for name, points in curves
        for size in (points[0][0], points[-1][0])
    ]
    names = [name for name, _ in curves]
    across = alt.X("x:Q", title=sizes, scale=alt.Scale(type="log"), axis=alt.Axis(format="~s"))
    up = alt.Y("y:Q", title=costs, scale=alt.Scale(type="log"), axis=alt.Axis(format="~g"))
    legend = alt.Legend(title=None) if len(names) > 1 else None
    colour = alt.Color("line:N", legend=legend, scale=alt.Scale(domain=names, range=list(COLOURS)))
    guide = (
        alt.Chart(data(linear)).mark_line(color="#bbbbbb", strokeDash=[4, 3]).encode(x=across, y=up, detail="line:N")
    )
    line = alt.Chart(data(rows)).mark_line(point=True).encode(x=across, y=up, color=colour)
    return svg((guide + line).properties(width=WIDTH, height=HEIGHT))
