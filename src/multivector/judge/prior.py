"""Priors: stated, summing to 1, flat where nobody states any."""

from collections.abc import Sequence

from multivector.errors import CaseError
from multivector.judge.bayes import flat, normalise
from multivector.model.judgement import Hypothesis

__all__ = ["prior_of"]

ROUNDING = 0.011  # three priors written as .33 are meant to sum to 1


def prior_of(hypotheses: Sequence[Hypothesis]) -> tuple[float, ...]:
    """The priors, those that are not given sharing evenly what the others leave.

    Raises CaseError where one does not lie between 0 and 1, or where together they cannot sum to 1.
    """
    given = {hypothesis.id: hypothesis.prior for hypothesis in hypotheses if hypothesis.prior is not None}
    for key, value in given.items():
        if not 0 < value < 1:
            raise CaseError(f"hypothesis {key!r}: the prior {value:g} must lie between 0 and 1, without either")
    if not given:
        return flat(len(hypotheses)) if hypotheses else ()
    rest = _share(sum(given.values()), len(hypotheses) - len(given))
    return normalise([given.get(hypothesis.id, rest) for hypothesis in hypotheses])


def _share(total: float, missing: int) -> float:
    """What is left for each hypothesis without a prior of its own."""
    if missing and total >= 1:
        raise CaseError(f"the priors sum to {total:g}; they must leave something for the others")
    if not missing and abs(total - 1) > ROUNDING:
        raise CaseError(f"the priors sum to {total:g}; they must sum to 1")
    return (1 - total) / missing if missing else 0.0
