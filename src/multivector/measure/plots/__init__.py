"""Pictures of measures: Vega-Lite specifications by Altair, drawn without a network by vl-convert.

Each function gives a chart that a notebook shows, and `write_chart` writes it as SVG or PNG; the same input gives the
same bytes. What cannot be judged is not drawn.
"""

from multivector.measure.plots.calibration import calibration_chart
from multivector.measure.plots.matrix import pair_matrix
from multivector.measure.plots.mirror import mirror_chart
from multivector.measure.plots.over_time import over_time
from multivector.measure.plots.render import svg, write_chart
from multivector.measure.plots.timeline import dyad_timeline

__all__ = ["calibration_chart", "dyad_timeline", "mirror_chart", "over_time", "pair_matrix", "svg", "write_chart"]
