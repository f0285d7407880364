"""The look that all charts share, and their writing as SVG or PNG."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from multivector.errors import InputError

if TYPE_CHECKING:
    import altair as alt

__all__ = ["COLOURS", "CONFLICT", "COOPERATION", "INK", "LARGE", "data", "named", "svg", "write_chart"]

# Okabe and Ito 2008: told apart by people who do not see all colours
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
COOPERATION, CONFLICT, INK, FAINT = "#0072B2", "#D55E00", "#222222", "#dddddd"
FONT = "Helvetica, Arial, sans-serif"
PNG_SCALE = 2.0
LARGE = "replace(replace(format(datum.value, '~s'), 'G', ' bn'), 'M', ' m')"  # billions as people write them
NAMES = {
    "pct_identical": "identical votes (share)", "agreement_lijphart": "agreement (Lijphart)", "S_abs": "S, absolute",
    "S_sq": "S, squared", "kappa_sq": "kappa, squared distance", "pi_sq": "pi, squared distance",
    "kappa_nominal": "kappa", "pi_nominal": "pi", "alliance_S_abs": "alliances: S, absolute",
    "alliance_S_sq": "alliances: S, squared", "alliance_kappa": "alliances: kappa", "alliance_pi": "alliances: pi",
    "HHI": "HHI", "HHI_norm": "HHI, normalised", "entropy_norm": "entropy, normalised",
}  # fmt: skip
CONFIG: dict[str, Any] = {
    "font": FONT, "background": "white", "view": {"stroke": None},
    "axis": {"labelColor": INK, "titleColor": INK, "titleFontWeight": "normal", "gridColor": "#eeeeee",
             "domainColor": "#999999", "tickColor": "#999999", "labelFontSize": 11, "titleFontSize": 12},
    "title": {"anchor": "start", "fontSize": 15, "color": INK, "offset": 10, "subtitleColor": "#555555",
              "subtitleFontSize": 11},
    "legend": {"symbolOpacity": 1,
               "titleFontWeight": "normal", "labelFontSize": 11, "titleFontSize": 11, "symbolStrokeWidth": 2},
    "header": {"labelFontSize": 12, "labelColor": INK, "title": None},
}  # fmt: skip


def data(rows: list[dict[str, Any]]) -> "alt.InlineData":
    """Rows as the data of a chart; raises InputError where there is nothing to draw."""
    import altair as alt  # late: it takes half a second to import

    if not rows:
        raise InputError("nothing to draw: no figure could be judged")
    return alt.InlineData(values=rows)


def named(measure: str) -> str:
    """The measure's name as a reader is shown it."""
    return NAMES.get(measure, measure.replace("_", " "))


def svg(chart: "alt.TopLevelMixin") -> str:
    """The chart as SVG text."""
    import vl_convert  # late: it loads a JavaScript engine

    return str(vl_convert.vegalite_to_svg(_spec(chart)))


def write_chart(chart: "alt.TopLevelMixin", path: Path) -> None:
    """Write the chart to a .svg or .png file; raises InputError for any other ending."""
    import vl_convert  # late, as above

    if path.suffix == ".svg":
        path.write_text(svg(chart), encoding="utf-8")
    elif path.suffix == ".png":
        path.write_bytes(vl_convert.vegalite_to_png(_spec(chart), scale=PNG_SCALE))
    else:
        raise InputError(f"{path}: pictures are written as .svg or .png")


def _spec(chart: "alt.TopLevelMixin") -> dict[str, Any]:
    return {**chart.to_dict(), "config": CONFIG}
