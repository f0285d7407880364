"""From weighed items to posteriors, with hypotheses that nothing rates kept from leading."""

from collections.abc import Sequence

from multivector.judge.bayes import normalise, update
from multivector.judge.weigh import Weighed, log_sums, total

__all__ = ["believe", "hold_unrated", "ranking", "rated_by"]

LEAST = (
    1e-6  # no hypothesis falls to nothing: what evidence of this kind shows can always be mistaken (Cromwell's rule)
)


def believe(prior: Sequence[float], weighed: Sequence[Weighed], rated: Sequence[bool]) -> tuple[float, ...]:
    """The posterior of each hypothesis; it sums to 1."""
    sums = total(log_sums(weighed, len(prior)).values(), len(prior))
    return hold_unrated(update(prior, sums), prior, rated)


def rated_by(weighed: Sequence[Weighed], n: int) -> tuple[bool, ...]:
    """For each of the `n` hypotheses, whether any item has a number for it."""
    return tuple(any(one.cells.given[h] for one in weighed) for h in range(n))


def hold_unrated(posterior: Sequence[float], prior: Sequence[float], rated: Sequence[bool]) -> tuple[float, ...]:
    """The posterior with each unrated hypothesis at its prior, or at the least of the rated ones where that is lower.

    Nothing speaks for or against a hypothesis that no item rates, so evidence cannot move it; and it may not lead for
    want of anything against it. With m the least rated share and k unrated, m / (1 + k m) is the most each may hold.
    """
    posterior = normalise([max(value, LEAST) for value in posterior])
    if all(rated) or not any(rated):
        return posterior
    mass = sum(value for value, known in zip(posterior, rated, strict=True) if known)
    least = min(value for value, known in zip(posterior, rated, strict=True) if known) / mass
    cap = least / (1 + least * list(rated).count(False))
    held = [min(value, cap) for value, known in zip(prior, rated, strict=True) if not known]
    scale = (1 - sum(held)) / mass
    return tuple(
        value * scale if known else min(share, cap)
        for value, share, known in zip(posterior, prior, rated, strict=True)
    )  # fmt: skip


def ranking(posterior: Sequence[float], rated: Sequence[bool]) -> tuple[int, ...]:
    """The positions of the hypotheses, the likeliest first; unrated ones stand last whatever their share."""
    return tuple(sorted(range(len(posterior)), key=lambda h: (not rated[h], -posterior[h], h)))
