"""The judgement under other numbers: likelihoods and priors that somebody tries, a day, or one rater alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from multivector.errors import InputError
from multivector.judge import Dossier, sensitivity
from multivector.judge.varied import Varied
from multivector.model import Judgement, Review
from multivector.web.ask import Ask
from multivector.web.state import State

__all__ = ["LIKELIHOOD", "Tried", "Weighing", "tried_in", "weighing_of"]

LIKELIHOOD, PRIOR = "l.", "p."  # l.RECORD.HYPOTHESIS=0.3, p.HYPOTHESIS=0.6
MOST = 400  # numbers that one question may try


@dataclass(frozen=True, slots=True)
class Tried:
    """A likelihood that somebody tries in the place of the table's."""

    record: str
    hypothesis: str
    value: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """A dossier, what it comes to, and what was changed in it."""

    dossier: Dossier
    judgement: Judgement
    varied: tuple[Varied, ...]
    tried: tuple[Tried, ...]
    priors: tuple[tuple[str, float], ...]
    day: str | None
    rater: str


def weighing_of(state: State, ask: Ask) -> Weighing:
    """The weighing that is asked for; the case's own where nothing is changed. Raises InputError for a number that is
    no likelihood and for an unknown rater."""
    day, rater = ask.day("as_of"), ask.text("rater")
    tried, priors = tried_in(state, ask), _priors(state, ask)
    if not tried and not priors and not rater:
        if day is None:
            return Weighing(state.dossier, state.judgement, state.judging.varied, (), (), None, "")
        dossier = state.dossier.as_of(day)
        return Weighing(dossier, state.judging.judged_by(day), sensitivity(dossier), (), (), day, "")
    dossier = state.dossier
    if rater:
        if rater not in dossier.raters():
            raise InputError(f"rater={rater}: nobody of that name rated the evidence")
        dossier = dossier.rated_by(rater)
    dossier = dossier.as_of(day) if day else dossier
    dossier = _with(dossier, tried, dict(priors))
    return Weighing(dossier, dossier.judged(), sensitivity(dossier), tried, priors, day, rater)


def tried_in(state: State, ask: Ask) -> tuple[Tried, ...]:
    """The likelihoods in a question that differ from those in force."""
    found = []
    for name, text in list(ask.query.items())[:MOST]:
        record, _, hypothesis = name.removeprefix(LIKELIHOOD).rpartition(".")
        if name.startswith(LIKELIHOOD) and text.strip() and record:
            value = _share(name, text)
            if round(_now(state, record, hypothesis), 4) != round(value, 4):
                found.append(Tried(record, hypothesis, value))
    return tuple(found)


def _now(state: State, record: str, hypothesis: str) -> float:
    ids = [h.id for h in state.judgement.question.hypotheses]
    rows = (row for row in state.judgement.bearings if row.record == record)
    values = next((dict(zip(ids, row.likelihoods, strict=True)) for row in rows), {})
    return values.get(hypothesis, -1.0)


def _priors(state: State, ask: Ask) -> tuple[tuple[str, float], ...]:
    """The priors in a question, scaled to sum to 1; none where they are those of the case."""
    ids = [h.id for h in state.judgement.question.hypotheses]
    given = {key: _share(f"{PRIOR}{key}", text) for key in ids if (text := ask.query.get(f"{PRIOR}{key}", "").strip())}
    now = dict(zip(ids, state.judgement.prior, strict=True))
    if len(given) < len(ids) or all(abs(given[key] - now[key]) < 0.005 for key in ids):
        return ()
    total = sum(given.values())
    return tuple((key, given[key] / total) for key in ids)


def _share(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < 1:
        raise InputError(f"{name}={text[:20]}: give a number between 0 and 1")
    return value


def _with(dossier: Dossier, tried: tuple[Tried, ...], priors: dict[str, float]) -> Dossier:
    question = dossier.question
    if priors:
        hypotheses = tuple(replace(h, prior=priors[h.id]) for h in question.hypotheses)
        question = replace(question, hypotheses=hypotheses)
    return replace(dossier, question=question, reviews=(*dossier.reviews, *_ratings(dossier, tried)))


def _ratings(dossier: Dossier, tried: tuple[Tried, ...]) -> Iterator[Review]:
    """The numbers as everybody's ratings, after all others: they add no rater of their own."""
    for who in dossier.raters() or ("what if",):
        for n, one in enumerate(tried):
            field = f"likelihood.{one.hypothesis}"
            yield Review(f"try-{n:04}-{who}", one.record, "rate", who, "9999-12-31", "tried", field, f"{one.value}")
