"""The question that is asked where nobody wrote one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from multivector.judge.describe import possessive, with_article
from multivector.judge.rank import rank_of
from multivector.judge.template import load_template, template_hypotheses
from multivector.model import Actor, Event, Reading, Statement
from multivector.model.judgement import Question

__all__ = ["default_question", "main_pair"]

NOTHING: Mapping[str, str] = MappingProxyType({})
UNKNOWN_PAIR = "How do the states in these articles read one another's conduct?"


def default_question(
    readings: Sequence[Reading],
    *,
    text: str | None = None,
    observer: str | None = None,
    subject: str | None = None,
    template: str = "perception",
    names: Mapping[str, str] = NOTHING,
) -> Question:
    """The question of a template, about the two states that the readings show most of.

    What is given is kept: with one of observer and subject given the other is chosen to it. Where the readings show no
    two states the question has none, and `judge` says that it cannot be judged.
    """
    shape = load_template(template)
    actors = {actor.code: actor for reading in readings for actor in reading.actors}
    if observer is None or subject is None:
        observer, subject = main_pair(readings, observer=observer, subject=subject)
    known = {**{code: actor.name for code, actor in actors.items()}, **names}
    first, second = (with_article(known.get(code or "", code or "one")) for code in (observer, subject))
    words = {"observer": first, "subject": second, "subject_possessive": possessive(second)}
    asked = text or (shape.question.format_map(words) if observer and subject else UNKNOWN_PAIR)
    return Question(asked, observer, subject, template_hypotheses(shape, words), template)


def main_pair(
    readings: Sequence[Reading], *, observer: str | None = None, subject: str | None = None
) -> tuple[str | None, str | None]:
    """The two states of which the first says and does most toward the second; ties go to the earlier codes.

    Counts the statements of those who speak for a state, and events. A side that is given is kept.
    """
    counts = Counter(pair for reading in readings for pair in _pairs(reading))
    fits = [
        (-n, pair) for pair, n in counts.items() if pair[0] == (observer or pair[0]) and pair[1] == (subject or pair[1])
    ]
    return min(fits)[1] if fits else (observer, subject)


def _pairs(reading: Reading) -> Iterator[tuple[str, str]]:
    actors = {actor.code: actor for actor in reading.actors}
    states = _states(reading, actors)
    for record in reading.records:
        if isinstance(record, Statement):
            speaks = record.speaker.state is not None and rank_of(record.speaker, actors) is not None
            by: Iterable[str] = (record.speaker.state or "",) if speaks else ()
            to: Iterable[str] = {*record.about, *(tone.actor for tone in record.stance)}
        elif isinstance(record, Event):
            by, to = record.source, record.target
        else:
            continue
        yield from sorted({(a, b) for a in by for b in to if a != b and {a, b} <= states})


def _states(reading: Reading, actors: Mapping[str, Actor]) -> set[str]:
    """The codes that are states in this reading."""
    owned = {actor.state for actor in actors.values() if actor.state}
    return {actor.code for actor in actors.values() if actor.kind == "state"} | owned
