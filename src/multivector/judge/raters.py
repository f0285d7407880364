"""Several raters: each one's posterior, how far they lie apart, and what they come to together.

linear pool  the mean of the posteriors (Stone 1961)
log pool     their geometric mean, normalised (Genest 1984), which keeps Bayes' rule whatever is learned later
spread       the largest difference between any two raters in one hypothesis
Every rater counts the same; people's skill is not guessed.
"""

import math
from collections.abc import Sequence

from multivector.judge.bayes import normalise
from multivector.judge.dossier import Dossier
from multivector.model import Judgement
from multivector.model.judgement import Pool, Rated

__all__ = ["linear_pool", "log_pool", "pooled"]


def pooled(dossier: Dossier, known: Judgement | None = None) -> Pool | None:
    """The raters of a case; None where nobody rated anything or the case cannot be judged by each of them.

    `known` is the dossier's judgement, where it was made already: that of a single rater is no other.
    """
    found = []
    for who in dossier.raters():
        own = dossier.rated_by(who)
        judgement = known if known is not None and own.reviews == dossier.reviews else own.judged()
        if not judgement.judged:
            return None
        found.append(Rated(who, judgement.posterior, judgement.low, judgement.high))
    if not found:
        return None
    rows = [one.posterior for one in found]
    spread = max(max(column) - min(column) for column in zip(*rows, strict=True))
    return Pool(tuple(found), linear_pool(rows), log_pool(rows), spread)


def linear_pool(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """The mean of posteriors that each sum to 1."""
    return normalise([math.fsum(column) / len(rows) for column in zip(*rows, strict=True)])


def log_pool(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """The normalised geometric mean of posteriors, none of which is 0."""
    return normalise([math.exp(math.fsum(map(math.log, column)) / len(rows)) for column in zip(*rows, strict=True)])
