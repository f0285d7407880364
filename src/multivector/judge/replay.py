"""The answer day by day: how it moved as articles came in, and which items moved it."""

from collections.abc import Callable, Iterator, Sequence

from multivector.judge.dossier import Dossier
from multivector.model import Judgement
from multivector.model.judgement import Step

__all__ = ["replay"]

MOVED = 0.005  # a share that moves by less than half a point has not moved


def replay(
    dossier: Dossier, days: Sequence[str] | None = None, judged: Callable[[str], Judgement] | None = None
) -> tuple[Step, ...]:
    """One step for each day on which an article was published or a person decided something, in order; with `days`
    only for these, each step telling what came since the one before. `judged` gives the judgement as of a day, where
    somebody keeps them."""
    judged = judged or (lambda day: dossier.as_of(day).judged())
    steps: list[Step] = []
    before: Judgement | None = None
    for day in dossier.days() if days is None else days:
        now = judged(day)
        steps.append(_step(day, now, before))
        before = now
    return tuple(steps)


def _step(day: str, now: Judgement, before: Judgement | None) -> Step:
    last = before.posterior if before else now.prior
    moved = any(abs(p - q) >= MOVED for p, q in zip(now.posterior, last, strict=True))
    return Step(day, now.judged, now.posterior, now.low, now.high, now.words, moved, tuple(_news(now, before)))


def _news(now: Judgement, before: Judgement | None) -> Iterator[str]:
    """What is new since the last step: items, further articles that tell an item, retractions."""
    known = {row.record: {row.record, *row.also} for row in before.bearings} if before else {}
    seen: set[str] = set().union(*known.values())
    for row in now.bearings:
        own = {row.record, *row.also}
        if not own & seen:
            yield row.label
        elif own - seen:
            yield f"{row.label}, told again"
    for sentence in now.retracted[:-1]:
        if before is None or sentence not in before.retracted:
            yield sentence
