"""Regular series (a value a week or month) and their vector autoregressions by least squares (Luetkepohl 2005)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from multivector.errors import InputError
from multivector.measure.arrays import Floats
from multivector.measure.as_of import next_month

__all__ = ["Fit", "lagged", "month_names", "monthly", "residual_sum", "var_fit"]


@dataclass(frozen=True, slots=True)
class Fit:
    """A VAR(p): one column of coefficients an equation (constant, then lag 1 of each series, lag 2, ...)."""

    lags: int
    n: int
    coefficients: Floats  # (1 + lags * series, series)
    aic: float
    bic: float


def lagged(series: Floats, lags: int) -> Floats:
    """The regressors for rows lags..n: a constant, then each series one back, two back, and so on."""
    n = len(series)
    back = [series[lags - step : n - step] for step in range(1, lags + 1)]
    return np.concatenate([np.ones((n - lags, 1)), *back], axis=1)


def var_fit(series: Floats, lags: int) -> Fit:
    """The VAR of the columns of `series` with a constant; raises InputError where the series is too short.

    AIC and BIC are those of Luetkepohl (log determinant of the residuals' covariance by maximum likelihood).
    """
    n, width = series.shape
    used = n - lags
    if lags < 1 or used <= 1 + lags * width:
        raise InputError(f"a series of {n} values is too short for {lags} lags of {width} series")
    regressors = lagged(series, lags)
    coefficients = np.linalg.lstsq(regressors, series[lags:], rcond=None)[0]
    rest = series[lags:] - regressors @ coefficients
    _, logdet = np.linalg.slogdet(rest.T @ rest / used)
    free = lags * width**2 + width
    bic = float(logdet + np.log(used) * free / used)
    return Fit(lags, used, np.asarray(coefficients, dtype=np.float64), float(logdet + 2 * free / used), bic)


def residual_sum(regressors: Floats, target: Floats) -> float:
    """The sum of squared residuals of a least-squares fit."""
    coefficients = np.linalg.lstsq(regressors, target, rcond=None)[0]
    return float(((target - regressors @ coefficients) ** 2).sum())


def monthly(values: Mapping[str, float], first: str, last: str) -> Floats:
    """The values of the months "2024-01" from first to last in order, 0 where a month has none: no event, no score.

    Only for sums of events over a source that was read for the whole span; where months were not read, cut the span.
    """
    return np.array([values.get(month, 0.0) for month in month_names(first, last)], dtype=np.float64)


def month_names(first: str, last: str) -> tuple[str, ...]:
    """The months from first to last, both inclusive, as "2024-01"."""
    year, month = (int(part) for part in first.split("-"))
    found, day = [], dt.date(year, month, 1)
    while f"{day:%Y-%m}" <= last:
        found.append(f"{day:%Y-%m}")
        day = next_month(day)
    return tuple(found)
