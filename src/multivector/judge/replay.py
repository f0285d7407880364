"""The answer day by day: how it moved as articles came in, and which items moved it."""

from multivector.judge.dossier import Dossier
from multivector.model import Judgement
from multivector.model.judgement import Step

__all__ = ["replay"]

MOVED = 0.005  # a share that moves by less than half a point has not moved


def replay(dossier: Dossier) -> tuple[Step, ...]:
    """One step for each day on which an article was published, in order."""
    steps: list[Step] = []
    before: Judgement | None = None
    for day in dossier.days():
        now = dossier.as_of(day).judged()
        steps.append(_step(day, now, before))
        before = now
    return tuple(steps)


def _step(day: str, now: Judgement, before: Judgement | None) -> Step:
    known = (
        {row.record for row in before.bearings} | {also for row in before.bearings for also in row.also}
        if before
        else set()
    )
    news = tuple(row.label for row in now.bearings if row.record not in known and not known & set(row.also))
    last = before.posterior if before else now.prior
    moved = any(abs(p - q) >= MOVED for p, q in zip(now.posterior, last, strict=True))
    return Step(day, now.judged, now.posterior, now.low, now.high, now.words, moved, news)
