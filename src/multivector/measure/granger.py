"""Does what A did to B help to predict what B does to A? Granger 1969, by the F test of two regressions.

The effect is regressed on a constant and its own last p values (restricted), then on the cause's last p values too:
F = ((RSS_r - RSS_u) / p) / (RSS_u / (n - 2p - 1)). "Helps to predict" is all it says: a third cause can drive both.
"""

from dataclasses import dataclass

import numpy as np

from multivector.measure.arrays import Floats
from multivector.measure.figures import EXACT, Interval, Measure, cannot_judge, measured
from multivector.measure.series import lagged, residual_sum, var_fit
from multivector.model import Figure

__all__ = ["Granger", "best_lags", "granger", "granger_test", "least_length"]

PER_COEFFICIENT = 10  # observations for each coefficient: the usual rule for regressions (Harrell 2015)
FORMULA = "F = ((RSS_r - RSS_u) / p) / (RSS_u / (n - 2p - 1)) (Granger 1969)"


@dataclass(frozen=True, slots=True)
class Granger:
    """The F statistic, its p value and its degrees of freedom."""

    f: float
    p: float
    df: tuple[int, int]


def least_length(lags: int) -> int:
    """The least number of periods at which the test is made with so many lags."""
    return PER_COEFFICIENT * (2 * lags + 1) + lags


def granger_test(cause: Floats, effect: Floats, lags: int) -> Granger | None:
    """The test on two series of one length; None where nothing is left to explain (constant or collinear series)."""
    from scipy.stats import f as f_distribution  # late: scipy.stats takes half a second to import

    own, both = lagged(effect[:, None], lags), lagged(np.column_stack([effect, cause]), lags)
    target = effect[lags:]
    free = len(target) - 2 * lags - 1
    if free < 1 or np.linalg.matrix_rank(both) < both.shape[1]:
        return None
    restricted, full = residual_sum(own, target), residual_sum(both, target)
    if full <= 1e-12 * max(restricted, 1.0):
        return None
    value = (restricted - full) / lags / (full / free)
    return Granger(value, float(f_distribution.sf(value, lags, free)), (lags, free))


def granger(cause: Floats, effect: Floats, lags: int, names: tuple[str, str]) -> tuple[Figure, Figure]:
    """F and p that the first named series helps to predict the second; not judged where the series are short."""
    n = len(effect)
    f_measure = Measure("granger_F", FORMULA, "periods", least_length(lags))
    p_measure = Measure("granger_p", "upper tail of F(p, n - 2p - 1)", "periods", least_length(lags))
    inputs = (f"{names[0]} -> {names[1]}", f"{lags} lags")
    if n < least_length(lags):
        return cannot_judge(f_measure, n, inputs), cannot_judge(p_measure, n, inputs)
    found = granger_test(cause, effect, lags)
    if found is None:
        why = "a series does not vary, or one repeats the other"
        return cannot_judge(f_measure, n, inputs, why), cannot_judge(p_measure, n, inputs, why)
    told = (*inputs, f"df {found.df[0]}, {found.df[1]}")
    none = Interval(None, None, "none: a test statistic, see granger_p")
    return measured(f_measure, found.f, n, told, none), measured(p_measure, found.p, n, told, EXACT)


def best_lags(first: Floats, second: Floats, most: int = 12) -> int:
    """The number of lags with the least BIC, among those for which the series are long enough; 1 where none is."""
    pair = np.column_stack([first, second])
    allowed = [lags for lags in range(1, most + 1) if len(first) >= least_length(lags)]
    if not allowed or np.linalg.matrix_rank(pair - pair.mean(axis=0)) < 2:
        return 1
    return min(allowed, key=lambda lags: (var_fit(pair[most - lags :], lags).bic, lags))
