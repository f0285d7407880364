"""How the answer came about and where it may go: retractions, its course day by day, raters, and what to watch for."""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.brief.answer import letters_of
from multivector.brief.dates import day_words
from multivector.brief.given import BriefInput
from multivector.brief.words import percent
from multivector.model.forecast import Forecast, Score
from multivector.model.judgement import Step

__all__ = ["Course", "Day", "Watch", "course_view"]

WATCHED = 3  # indicators a hypothesis


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the answer's course: each hypothesis' share, and what was new."""

    day: str
    shares: tuple[str, ...]
    news: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """What would be seen under one hypothesis, not yet seen, the most telling first."""

    letter: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foretold:
    """A forecast of the case; `known` says how it turned out, or until when it is open."""

    question: str
    p: str
    who: str
    asked: str
    known: str
    rule: str


@dataclass(frozen=True, slots=True)
class Course:
    """The view: letters head the columns of `days` and `raters`."""

    letters: tuple[str, ...]
    retracted: tuple[str, ...]
    days: tuple[Day, ...]
    watch: tuple[Watch, ...]
    raters: tuple[tuple[str, tuple[str, ...]], ...]
    spread: str
    forecasts: tuple[Foretold, ...]
    score: str


def course_view(given: BriefInput) -> Course:
    """The view of a brief's input; a course of one day is none."""
    letters = letters_of(given.judgement)
    watch = [
        Watch(
            letters[h.id],
            tuple(one.text for one in given.indicators if one.hypothesis == h.id and not one.seen)[:WATCHED],
        )
        for h in given.judgement.question.hypotheses
    ]
    pool = given.pool
    rows = [(one.who, _shares(one.posterior, one.low, one.high)) for one in pool.raters] if pool else []
    if pool and len(rows) > 1:
        rows += [("pooled, linear", _shares(pool.linear)), ("pooled, logarithmic", _shares(pool.log))]
    return Course(
        tuple(letters.values()),
        given.judgement.retracted,
        tuple(_day(step) for step in given.replay) if len(given.replay) > 1 else (),
        tuple(one for one in watch if one.kinds),
        tuple(rows),
        f"about {percent(pool.spread, 0, 1)} points" if pool else "",
        tuple(_forecast(one) for one in given.forecasts),
        _score(given.score),
    )


def _day(step: Step) -> Day:
    shares = _shares(step.posterior, step.low, step.high) if step.judged else ("–",) * len(step.posterior)
    return Day(day_words(step.day), shares, step.moved_by)


def _shares(values: Sequence[float], low: Sequence[float] = (), high: Sequence[float] = ()) -> tuple[str, ...]:
    """The shares as percentages, no finer than their range allows; without a range in steps of five."""
    ends = zip(low, high, strict=True) if low else [(0.0, 1.0)] * len(values)
    return tuple(f"{percent(value, *pair)}%" for value, pair in zip(values, ends, strict=True))


def _forecast(one: Forecast) -> Foretold:
    known = {None: f"open until {day_words(one.by)}", True: "it came to be", False: "it did not come to be"}
    return Foretold(one.question, f"{one.p:.0%}", one.who, day_words(one.asked), known[one.outcome], one.rule)


def _score(score: Score | None) -> str:
    if score is None or score.brier is None:
        return (score.reason or "") if score else ""
    return (
        f"Brier score {score.brier:.3f} over {score.n} resolved forecasts: reliability {score.reliability:.3f} "
        f"less resolution {score.resolution:.3f} plus uncertainty {score.uncertainty:.3f} (0 is best, 0.250 is "
        "what always saying 50% gives)"
    )
