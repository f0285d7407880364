"""What each item does to the answer: the posterior without it, and with it turned round."""

from dataclasses import dataclass

from multivector.judge.belief import believe, ranking, rated_by
from multivector.judge.dossier import Dossier
from multivector.judge.judge import weigh_up
from multivector.judge.prior import prior_of
from multivector.judge.retraction import split
from multivector.judge.scene import decisions_of, make_scene
from multivector.judge.sensitivity import Belief, dropped, flipped

__all__ = ["Varied", "sensitivity"]


@dataclass(frozen=True, slots=True)
class Varied:
    """One item varied. `turns_...`: another hypothesis would lead. Posteriors are aligned with the hypotheses."""

    record: str
    label: str
    without: tuple[float, ...]
    turned: tuple[float, ...]
    turns_without: bool
    turns_turned: bool


def sensitivity(dossier: Dossier) -> tuple[Varied, ...]:
    """One row for each item that counts, the one whose loss moves the answer most first."""
    decisions = decisions_of(dossier.reviews)
    readings, _ = split(dossier.readings, decisions.retracted)
    ratings = {**dossier.reliability, **decisions.ratings}
    scene = make_scene(dossier.question, readings, ratings, dossier.names, decisions.likelihoods)
    if len(scene.question.hypotheses) < 2:
        return ()
    weighed, _ = weigh_up(scene, readings, decisions)
    n = len(scene.question.hypotheses)
    belief = Belief(prior_of(scene.question.hypotheses), tuple(weighed), rated_by(weighed, n))
    now = believe(belief.prior, weighed, belief.rated)
    leader = ranking(now, belief.rated)[0]
    rows = []
    for one, without, turned in zip(weighed, dropped(belief), flipped(belief), strict=True):
        moved = max(abs(p - q) for p, q in zip(now, without, strict=True))
        leads = [ranking(posterior, belief.rated)[0] != leader for posterior in (without, turned)]
        rows.append((-moved, one.item.order, Varied(one.item.head.id, one.item.label, without, turned, *leads)))
    return tuple(row for *_, row in sorted(rows, key=lambda row: row[:2]))
