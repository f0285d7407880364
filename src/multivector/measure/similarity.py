"""Eight measures of how alike two states' choices are, from the table of who chose what together.

A table T counts, for one pair, how often the first chose category i and the second category j; the categories are
ordered and equally spaced (yes 0, abstain 1, no 2). With o = T/n, p and q the margins of o, m = (p + q)/2, d = |i - j|
and dmax the largest d:

pct_identical       sum o_ii                                      Lijphart 1963
agreement_lijphart  1 - sum o d / dmax                            Lijphart 1963; Voeten 2013
S_abs, S_sq         1 - 2 sum o d / dmax, 1 - 2 sum o d^2/dmax^2  Signorino and Ritter 1999
kappa_sq            1 - sum o d^2 / sum p_i q_j d^2               Cohen 1968
pi_sq               1 - sum o d^2 / sum m_i m_j d^2               Scott 1955, weighted as in Haege 2011
kappa_nominal, pi_nominal: the same with d = 1 for any difference  Cohen 1960, Scott 1955
"""

import numpy as np
from numpy.typing import NDArray

from multivector.measure.arrays import Floats, ratio

__all__ = ["NAMES", "canonical", "similarities", "similarity"]

NAMES = (
    "pct_identical", "agreement_lijphart", "S_abs", "S_sq", "kappa_sq", "pi_sq", "kappa_nominal", "pi_nominal",
)  # fmt: skip


def similarities(tables: Floats) -> dict[str, Floats]:
    """Each measure for an array (..., k, k) of tables; NaN where it has no value (no choices, or nothing varies)."""
    size = tables.shape[-1]
    gap = np.abs(np.subtract.outer(np.arange(size), np.arange(size))).astype(np.float64)
    n = tables.sum(axis=(-2, -1), keepdims=True)
    shares = ratio(tables, np.broadcast_to(n, tables.shape))
    far, far_sq = _weighed(shares, gap / (size - 1)), _weighed(shares, gap**2 / (size - 1) ** 2)
    differ = _weighed(shares, (gap > 0).astype(np.float64))
    found = {"pct_identical": 1 - differ, "agreement_lijphart": 1 - far, "S_abs": 1 - 2 * far, "S_sq": 1 - 2 * far_sq}
    rows, columns = shares.sum(axis=-1), shares.sum(axis=-2)
    middle = (rows + columns) / 2
    for ending, weights, seen in (("sq", gap**2 / (size - 1) ** 2, far_sq), ("nominal", gap > 0, differ)):
        found[f"kappa_{ending}"] = _corrected(seen, _expected(rows, columns, weights))
        found[f"pi_{ending}"] = _corrected(seen, _expected(middle, middle, weights))
    return {name: found[name] for name in NAMES}


def similarity(table: Floats) -> dict[str, float | None]:
    """Each measure for one table; None where it has no value."""
    found = similarities(table[None])
    return {name: float(values[0]) if np.isfinite(values[0]) else None for name, values in found.items()}


def canonical(table: Floats) -> Floats:
    """The table or its transpose, the same one for (a, b) and (b, a): all measures are symmetric, so bounds must be."""
    return min(table, table.T, key=lambda given: tuple(given.ravel()))


def _weighed(shares: Floats, weights: Floats) -> Floats:
    return np.asarray((shares * weights).sum(axis=(-2, -1)))


def _expected(rows: Floats, columns: Floats, weights: NDArray[np.bool_] | Floats) -> Floats:
    return np.asarray(np.einsum("...i,ij,...j->...", rows, weights.astype(np.float64), columns))


def _corrected(seen: Floats, expected: Floats) -> Floats:
    return 1 - ratio(seen, expected, 1e-12)
