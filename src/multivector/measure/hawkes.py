"""Self-exciting events: how many later events one event brings about (Hawkes 1971; likelihood by Ozaki 1979).

Rate: mu + sum over earlier events of alpha exp(-beta (t - t_i)). Branching ratio: alpha / beta, the mean number of
events that one event triggers; below 1 a burst dies out. Bounds: profile likelihood, 95% (chi-square, one degree of
freedom).
"""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from multivector.errors import InputError
from multivector.measure.arrays import Floats
from multivector.measure.figures import Interval, Measure, cannot_judge, measured
from multivector.model import Figure

__all__ = ["BRANCHING", "branching_ratio", "log_likelihood", "log_likelihood_many", "spread_days"]

MIN_EVENTS = 50  # below some fifty events the ratio's bounds span nearly 0 to 1 (simulated, see the tests)
HALF_CHI = 1.9207294103470620  # half the 95% point of chi-square with one degree of freedom
RATIOS = np.concatenate([[1e-6], np.linspace(0.02, 1.5, 75)])
BRANCHING = Measure("branching_ratio", "alpha / beta of a Hawkes process (Hawkes 1971)", "events", MIN_EVENTS)


def log_likelihood(times: Sequence[float], until: float, mu: float, alpha: float, beta: float) -> float:
    """The log likelihood of sorted event times in (0, until] by Ozaki's recursion."""
    total, excited, last = 0.0, 0.0, None
    for time in times:
        if last is not None:
            excited = math.exp(-beta * (time - last)) * (1.0 + excited)
        rate = mu + alpha * excited
        if rate <= 0:
            return -math.inf
        total += math.log(rate)
        last = time
    spent = sum(1.0 - math.exp(-beta * (until - time)) for time in times)
    return total - mu * until - alpha / beta * spent


def log_likelihood_many(
    times: Floats, marks: Sequence[int], until: float, mu: Floats, alpha: Floats, beta: float
) -> float:
    """The log likelihood of events of several kinds; alpha[target, source], one decay beta."""
    if not len(times) == len(marks):
        raise InputError("each event needs its kind")
    kinds = np.asarray(marks, dtype=np.int64)
    gap = np.subtract.outer(times, times)
    kernel = np.where(gap > 0, np.exp(-beta * np.maximum(gap, 0)), 0.0)
    rates = mu[kinds] + (alpha[kinds][:, kinds] * kernel).sum(axis=1)
    spent = 1.0 - np.exp(-beta * (until - times))
    return float(np.log(rates).sum() - mu.sum() * until - (alpha.sum(axis=0)[kinds] / beta * spent).sum())


def branching_ratio(times: Sequence[float], until: float, inputs: Sequence[str]) -> Figure:
    """The branching ratio of events at sorted times in (0, until], with profile-likelihood bounds."""
    n = len(times)
    if n < MIN_EVENTS:
        return cannot_judge(BRANCHING, n, inputs)
    if until <= 0 or any(later < earlier for earlier, later in pairwise(times)):
        raise InputError("event times must be sorted and end by `until`")
    profile = np.array([_best(times, until, ratio) for ratio in RATIOS])
    top = int(np.argmax(profile))
    inside = np.flatnonzero(profile >= profile[top] - HALF_CHI)
    low, high = RATIOS[max(inside[0] - 1, 0)], RATIOS[min(inside[-1] + 1, RATIOS.size - 1)]  # outward to the grid
    how = f"95%, profile likelihood over {n} events"
    return measured(BRANCHING, float(RATIOS[top]), n, inputs, Interval(float(low), float(high), how))


def _best(times: Sequence[float], until: float, ratio: float) -> float:
    """The greatest log likelihood at a branching ratio, over the decay and the background rate."""
    from scipy.optimize import minimize_scalar  # late: scipy takes long to import

    scale = until / len(times)

    def cost(log_beta: float) -> float:
        beta = math.exp(log_beta)
        spent = sum(1.0 - math.exp(-beta * (until - time)) for time in times)
        excited = ratio * beta * _excitement(times, beta)
        mu = _background(excited, until)
        return -float(np.log(mu + excited).sum() - mu * until - ratio * spent)

    found = minimize_scalar(cost, bounds=(-math.log(50 * scale), math.log(50 / scale)), method="bounded")
    return -float(found.fun)


def _excitement(times: Sequence[float], beta: float) -> Floats:
    """What is left of the earlier events at each event, each counting 1 when it happens."""
    found, excited = [0.0], 0.0
    for earlier, later in pairwise(times):
        excited = math.exp(-beta * (later - earlier)) * (1.0 + excited)
        found.append(excited)
    return np.array(found)


def _background(excited: Floats, until: float) -> float:
    """The mu with the greatest sum of log(mu + excited) - mu * until, by bisection of its falling derivative."""
    low, high = 1e-9 / until, len(excited) / until
    for _ in range(40):
        middle = (low + high) / 2
        if float((1 / (middle + excited)).sum()) > until:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def spread_days(days: Sequence[int]) -> list[float]:
    """Times for events known by the day only: those of one day are spread evenly over it, in a fixed way."""
    found: list[float] = []
    for day in sorted(set(days)):
        many = days.count(day)
        found.extend(day + (place + 0.5) / many for place in range(many))
    return found
