"""The judgement of a question from what was read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from multivector.judge.added import added
from multivector.judge.answer import answer_text, carriers
from multivector.judge.answered import named_causes
from multivector.judge.bearing import FIGURES, bearings, shown, tells_apart
from multivector.judge.before import with_earlier_acts
from multivector.judge.belief import believe, ranking, rated_by
from multivector.judge.confidence import confidence, ground_of
from multivector.judge.describe import with_article
from multivector.judge.due import silences
from multivector.judge.item import COUNTED, Item
from multivector.judge.matrix import inconsistency
from multivector.judge.merge import merge
from multivector.judge.order import in_order
from multivector.judge.panel import pooled_answer
from multivector.judge.placing import placed
from multivector.judge.prior import prior_of
from multivector.judge.reliability import DEFAULT_RATING
from multivector.judge.retraction import rested_on, split, told
from multivector.judge.rival import rival_causes
from multivector.judge.scene import Decisions, Scene, decisions_of, make_scene, only, raters_of
from multivector.judge.select import select
from multivector.judge.sensitivity import Belief, interval
from multivector.judge.turning import would_change
from multivector.judge.weigh import Weighed, weigh
from multivector.judge.words import likelihood_word, percent, percentage
from multivector.model import Link, Reading, Review
from multivector.model.judgement import Bearing, Judgement, Question

__all__ = ["MINIMUM_OCCASIONS", "judge", "weigh_up"]

MINIMUM_OCCASIONS = 2  # independent occasions that can tell the hypotheses apart; fewer give no number
NOTHING: Mapping[str, str] = MappingProxyType({})


def judge(
    question: Question,
    readings: Sequence[Reading],
    *,
    reviews: Sequence[Review] = (),
    reliability: Mapping[str, str] = NOTHING,
    names: Mapping[str, str] = NOTHING,
) -> Judgement:
    """Weigh the question's hypotheses against each other.

    `reliability` gives Admiralty codes ("B2", "C", "F6") by outlet, document name or document id, `names` display names
    by actor code. The order of readings, records and reviews changes nothing, nor does a further copy of an article.
    Raises CodebookError for an unknown template and CaseError for a rating that is none.
    """
    decisions = decisions_of(reviews)
    standing, gone = split(readings, decisions.retracted)
    withdrawn = rested_on(decisions)
    if gone or withdrawn:
        rest = [review for review in reviews if review.act != "retract"]
        kept = [review for review in rest if review not in withdrawn]
        after = judge(question, standing, reviews=kept, reliability=reliability, names=names)
        before = judge(question, readings, reviews=rest, reliability=reliability, names=names)
        return replace(after, retracted=told(gone, decisions, before, after))
    scene = make_scene(question, readings, {**reliability, **decisions.ratings}, names, decisions.likelihoods)
    weighed, around = weigh_up(scene, readings, decisions)
    withheld = _withheld(scene, weighed)
    judgement = _unjudged(scene, weighed, around, withheld) if withheld else _judged(scene, weighed, around)
    several = raters_of(reviews)
    if len(several) < 2 or withheld:
        return judgement
    each = {
        who: judge(question, readings, reviews=only(reviews, who), reliability=reliability, names=names)
        for who in several
    }
    who = "The answer pools the raters evenly; the weights of the items below follow the last rating of each."
    return pooled_answer(replace(judgement, assumptions=(*judgement.assumptions, who)), each)


def weigh_up(scene: Scene, readings: Sequence[Reading], decisions: Decisions) -> tuple[list[Weighed], list[Item]]:
    """The items that count, weighed, and those around them that are only shown."""
    rejected = decisions.rejected
    links = [r for reading in readings for r in reading.records if isinstance(r, Link) and r.id not in rejected]
    items = _items(scene, readings, decisions, links)
    counted = [item for item in items if item.role in COUNTED]
    around = [item for item in items if item.role not in COUNTED]
    earlier = [item for item in counted if item.role == "before"]
    return weigh(scene, counted, rival_causes(scene, counted, [*around, *earlier], links)), around


def _items(scene: Scene, readings: Sequence[Reading], decisions: Decisions, links: Sequence[Link]) -> list[Item]:
    """What was read, what people added, and what was due and did not come, each in its role."""
    found = merge(select(scene, readings, decisions.rejected), links)
    own = [review for review in decisions.added if review.id not in decisions.rejected]
    found += placed(scene, readings, added(scene, readings, own, found))
    found = with_earlier_acts(scene, found)
    items = [in_order(item, found) for item in found]
    items += named_causes(scene, readings, items, links)
    return items + silences(scene, readings, items, decisions.rejected)


def _withheld(scene: Scene, weighed: Sequence[Weighed]) -> str | None:
    """Why it cannot be judged, None where it can."""
    question = scene.question
    if question.observer is None or question.subject is None:
        return "It cannot be judged: no two states were found of which one says or does something toward the other."
    if len(question.hypotheses) < 2:
        return "It cannot be judged: there must be at least two hypotheses to weigh against each other."
    found = len({one.occasion for one in weighed if tells_apart(one)})
    if found >= MINIMUM_OCCASIONS:
        return None
    sides = (question.observer, question.subject)
    by, to = (with_article(scene.name(code)) for code in (sides if scene.table.asks_observer() else sides[::-1]))
    return (
        f"It cannot be judged: {'only one' if found else 'no'} independent item was found of what {by} itself said or "
        f"did toward {to} that could tell the hypotheses apart, and at least {MINIMUM_OCCASIONS} are needed."
    )


def _judged(scene: Scene, weighed: Sequence[Weighed], around: Sequence[Item]) -> Judgement:
    question = scene.question
    n = len(question.hypotheses)
    prior, rated = prior_of(question.hypotheses), rated_by(weighed, n)
    belief = Belief(prior, tuple(sorted(weighed, key=lambda one: one.item.order)), rated)
    posterior = believe(prior, weighed, rated)
    low, high = interval(belief)
    order = ranking(posterior, rated)
    rows = bearings(scene, weighed, (order[0], order[1]))
    numbers = list(zip(posterior, low, high, strict=True))
    level, reason = confidence(ground_of(weighed, rows, high[order[0]] - low[order[0]], order[0]))
    marks = [row.marks for row in rows]
    return Judgement(
        question=question,
        bearings=rows,
        prior=_rounded(prior),
        posterior=_rounded(posterior),
        low=_rounded(low),
        high=_rounded(high),
        inconsistency=inconsistency(marks),
        words=tuple(likelihood_word(percent(*number)) for number in numbers),
        confidence=level,
        confidence_reason=reason,
        answer=answer_text(question.hypotheses, numbers, order, rows),
        carried_by=tuple(row.record for row in carriers(rows)),
        would_change=would_change(scene, belief),
        judged=True,
        opinions=_shown(scene, around, "opinion"),
        baseline=_shown(scene, around, "baseline"),
        set_aside=_shown(scene, around, "set_aside"),
        ranking=tuple(question.hypotheses[h].id for h in order),
        rated=rated,
        weighted_inconsistency=_rounded(inconsistency(marks, [row.weight for row in rows])),
        percentages=tuple(percentage(*number) for number in numbers),
        assumptions=_assumptions(scene, prior, rated),
    )


def _unjudged(scene: Scene, weighed: Sequence[Weighed], around: Sequence[Item], why: str) -> Judgement:
    """A judgement without an answer; it still shows what was found."""
    question = scene.question
    n = len(question.hypotheses)
    prior = _rounded(prior_of(question.hypotheses))
    rows = bearings(scene, weighed, (0, 1)) if n > 1 else ()
    return Judgement(
        question=question,
        bearings=rows,
        prior=prior,
        posterior=prior,
        low=(0.0,) * n,
        high=(1.0,) * n,
        inconsistency=inconsistency([row.marks for row in rows]) or (0.0,) * n,
        words=("cannot be judged",) * n,
        confidence="low",
        confidence_reason="There is too little evidence for any confidence.",
        answer=why,
        carried_by=(),
        would_change=("More of the observer's own words and acts toward the subject would make it possible to judge.",),
        judged=False,
        withheld=why,
        opinions=_shown(scene, around, "opinion"),
        baseline=_shown(scene, around, "baseline"),
        set_aside=_shown(scene, around, "set_aside"),
        ranking=tuple(hypothesis.id for hypothesis in question.hypotheses),
        rated=rated_by(weighed, n),
        weighted_inconsistency=inconsistency([row.marks for row in rows], [row.weight for row in rows]) or (0.0,) * n,
        percentages=("cannot be judged",) * n,
        assumptions=_assumptions(scene, prior, ()),
    )


def _shown(scene: Scene, around: Sequence[Item], role: str) -> tuple[Bearing, ...]:
    own = [item for item in around if item.role == role]
    return tuple(shown(scene, item) for item in sorted(own, key=lambda item: (item.day or "", item.order)))


def _assumptions(scene: Scene, prior: Sequence[float], rated: Sequence[bool]) -> tuple[str, ...]:
    question = scene.question
    even = all(hypothesis.prior is None for hypothesis in question.hypotheses)
    shares = ", ".join(f"{h.id} {p:.0%}" for h, p in zip(question.hypotheses, prior, strict=True))
    own = f", {len(question.likelihood)} of its rows set by the case" if question.likelihood else ""
    when = f"counts from {question.trigger} on" if question.trigger else "of the last year counts, no trigger being set"
    open_ = not scene.open_ids()
    unrated = [h.text for h, known in zip(question.hypotheses, rated, strict=False) if not known]
    return (
        f"Before the evidence the hypotheses stand {'level' if even else 'as the case sets them'}: {shares}.",
        f"The likelihoods are those of the template “{question.template}”{own}.",
        f"Conduct {when}; what is earlier is baseline.",
        f"An outlet that nobody has rated counts as {DEFAULT_RATING} (fairly reliable).",
        "The range holds every answer with one item left out, and nine tenths of those with each likelihood off by up "
        "to a quarter and the priors off by up to a fifth.",
        *(["The case names no “something else”: the shares are among the named explanations only."] if open_ else []),
        *(f"Nothing rates “{text}”; it keeps its prior and never leads." for text in unrated),
    )


def _rounded(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(value, FIGURES) for value in values)
