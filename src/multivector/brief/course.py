"""How the answer came about and where it may go: retractions, its course day by day, raters, and what to watch for."""

from dataclasses import dataclass

from multivector.brief.answer import letters_of
from multivector.brief.dates import day_words
from multivector.brief.given import BriefInput
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
class Course:
    """The view: letters head the columns of `days` and `raters`."""

    letters: tuple[str, ...]
    retracted: tuple[str, ...]
    days: tuple[Day, ...]
    watch: tuple[Watch, ...]
    raters: tuple[tuple[str, tuple[str, ...]], ...]
    spread: str


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
    rows = [(one.who, _shares(one.posterior)) for one in pool.raters] if pool else []
    if pool and len(rows) > 1:
        rows += [("pooled, linear", _shares(pool.linear)), ("pooled, logarithmic", _shares(pool.log))]
    return Course(
        tuple(letters.values()),
        given.judgement.retracted,
        tuple(_day(step) for step in given.replay) if len(given.replay) > 1 else (),
        tuple(one for one in watch if one.kinds),
        tuple(rows),
        f"{pool.spread:.0%}" if pool else "",
    )


def _day(step: Step) -> Day:
    shares = _shares(step.posterior) if step.judged else ("–",) * len(step.posterior)
    return Day(day_words(step.day), shares, step.moved_by)


def _shares(values: tuple[float, ...]) -> tuple[str, ...]:
    return tuple(f"{value:.0%}" for value in values)
