"""Bayes' rule over rival hypotheses, with the weight of evidence.

The weight of evidence is Good's: ten times the common logarithm of the likelihood ratio, in decibans (I. J. Good,
Probability and the Weighing of Evidence, 1950). One deciban is about the least that a person notices; ten are a ratio
of ten.
"""

import math
from collections.abc import Sequence

__all__ = ["evidence_probability", "flat", "log_odds", "normalise", "posterior", "update", "weight_of_evidence"]


def flat(n: int) -> tuple[float, ...]:
    """The same prior for each of `n` hypotheses."""
    return (1 / n,) * n


def normalise(values: Sequence[float]) -> tuple[float, ...]:
    """The values scaled to sum to 1."""
    total = math.fsum(values)
    return tuple(value / total for value in values)


def posterior(prior: Sequence[float], rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """P(H|E) for each hypothesis, where each row holds P(item|H). The order of the rows changes nothing."""
    sums = [math.fsum(math.log(row[h]) for row in rows) for h in range(len(prior))]
    return update(prior, sums)


def update(prior: Sequence[float], log_likelihoods: Sequence[float]) -> tuple[float, ...]:
    """P(H|E) from each hypothesis' prior and summed log-likelihood; exact where the sums are far below zero."""
    logs = [math.log(p) + value for p, value in zip(prior, log_likelihoods, strict=True)]
    top = max(logs)
    return normalise([math.exp(value - top) for value in logs])


def evidence_probability(prior: Sequence[float], likelihoods: Sequence[float]) -> float:
    """P(E): how likely the evidence is at all, over the hypotheses."""
    return math.fsum(p * value for p, value in zip(prior, likelihoods, strict=True))


def log_odds(probability: float) -> float:
    """ln(p / (1 - p)); `probability` lies strictly between 0 and 1."""
    return math.log(probability) - math.log1p(-probability)


def weight_of_evidence(ratio: float) -> float:
    """A likelihood ratio in decibans."""
    return 10 * math.log10(ratio)
