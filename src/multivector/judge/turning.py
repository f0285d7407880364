"""What would change the answer, in sentences."""

import math
from collections.abc import Sequence

from multivector.judge.belief import believe, ranking
from multivector.judge.describe import with_article
from multivector.judge.discount import SINGLE_OUTLET
from multivector.judge.kinds import kind_label
from multivector.judge.reliability import DEFAULT_RATING, parse_rating, soften
from multivector.judge.scene import Scene
from multivector.judge.sensitivity import Belief, break_even_prior, dropped, flipped
from multivector.judge.weigh import Weighed, log_sums, strength_of, total

__all__ = ["would_change"]

KINDS_SHOWN = 2
CLOSE = 0.025  # half of the coarsest printed step
STEP = 5  # per cent: no finer than the answer's own range allows to be told
ITEMS_SHOWN = 3


def would_change(scene: Scene, belief: Belief) -> tuple[str, ...]:
    """The items, priors and further evidence that would put another hypothesis first."""
    now = believe(belief.prior, belief.weighed, belief.rated)
    order = ranking(now, belief.rated)
    if len(now) > 2 and now[order[0]] - now[order[1]] < CLOSE:
        first = (
            "No reading leads by enough to be told apart from the next, so that losing or turning one item may change "
        )
        return (f"{first}their order.", *_by_news(scene, belief, order[0]))
    return (*_by_item(belief, order[0]), *_by_prior(scene, belief, now, order), *_by_news(scene, belief, order[0]))


def _by_item(belief: Belief, leader: int) -> list[str]:
    lost = _turning(belief, dropped(belief), leader)
    turned = [one for one in _turning(belief, flipped(belief), leader) if one not in lost]
    found = [f"Without {one.item.label} another reading would lead." for one in lost[:ITEMS_SHOWN]]
    found += [f"Another reading would lead if {one.item.label} meant the opposite." for one in turned[:ITEMS_SHOWN]]
    return found or ["No single item turns the answer, neither by falling away nor by meaning the opposite."]


def _turning(belief: Belief, posteriors: Sequence[tuple[float, ...]], leader: int) -> list[Weighed]:
    """The items whose varied posterior has another leader, the strongest first."""
    found = [
        one
        for one, posterior in zip(belief.weighed, posteriors, strict=True)
        if ranking(posterior, belief.rated)[0] != leader
    ]
    return sorted(found, key=lambda one: (-one.strength, one.item.order))


def _by_prior(scene: Scene, belief: Belief, now: Sequence[float], order: Sequence[int]) -> list[str]:
    """The prior that the evidence would just outweigh, between the two leading hypotheses; the others stay."""
    lead, next_ = order[:2]
    if not belief.rated[lead] or not belief.rated[next_]:
        return []
    priors, posteriors = ([row[h] / (row[lead] + row[next_]) for h in (lead, next_)] for row in (belief.prior, now))
    turn = STEP * round(100 * break_even_prior(priors[0], posteriors[0]) / STEP)
    first = scene.question.hypotheses[lead]
    between = "" if len(now) == 2 else "Between the two leading readings "
    gave = f"who gave “{first.text}” less than about {turn}% before any of this evidence"
    return [f"{between or 'The answer turns for a reader '}{'the order turns for a reader ' if between else ''}{gave}."]


def _by_news(scene: Scene, belief: Belief, leader: int) -> list[str]:
    """The mildest kinds of further evidence that would turn the answer, and how many items of one kind it takes."""
    for n, amount in enumerate(("One further item", "Two further items on separate occasions"), 1):
        kinds = _enough(scene, belief, leader, n)
        if kinds:
            sides = {"observer": scene.question.observer, "subject": scene.question.subject}
            labels = [
                kind_label(kind, with_article(scene.name(sides[kind.split("_")[0]]))) for kind in kinds[:KINDS_SHOWN]
            ]
            return [f"{amount}, told by one outlet, would be enough to turn it, such as {' or '.join(labels)}."]
    return ["Not even two further items of one kind, told by one outlet, would turn the answer."]


def _enough(scene: Scene, belief: Belief, leader: int, amount: int) -> list[str]:
    """The kinds of which so many items from an unrated outlet would put another hypothesis first, the mildest first."""
    n = len(belief.prior)
    base = total(log_sums(belief.weighed, n).values(), n)
    share = parse_rating(DEFAULT_RATING).share
    found = []
    for cells in scene.table.rows_that_count():
        if "_before_" in cells.kind or "_silence_" in cells.kind:
            continue  # the past and a silence cannot come in as one more report
        row = soften(cells.values, share)
        sums = [b + amount * SINGLE_OUTLET * math.log(value) for b, value in zip(base, row, strict=True)]
        if ranking(belief.posterior(sums), belief.rated)[0] != leader:
            found.append((strength_of(row), cells.kind))
    return [kind for _, kind in sorted(found)]
