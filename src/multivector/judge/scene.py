"""What a judgement works with: the question, its table, the actors and their names, and people's decisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from multivector.judge.table import Table, table_of
from multivector.model import Actor, Reading, Review, Speaker
from multivector.model.judgement import Question

__all__ = ["Decisions", "Scene", "decisions_of", "make_scene"]

RATING_FIELD = "reliability"  # a review that rates a record names this field and gives a code such as B2


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the reviews come to: the records that people rejected, and their ratings by record."""

    rejected: frozenset[str]
    ratings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """The question in its setting. `ratings` holds Admiralty codes by record, document or outlet."""

    question: Question
    table: Table
    actors: Mapping[str, Actor]
    names: Mapping[str, str]
    ratings: Mapping[str, str]

    def name(self, code: str | None) -> str:
        """The display name of a code; the code itself where none is known."""
        return self.names.get(code or "", code or "an unnamed actor")

    def state_of(self, code: str | None) -> str | None:
        """The state that an actor, given by code or name, belongs to or is; the code itself where it is not known."""
        actor = self.actors.get(code or "") or next(
            (a for a in self.actors.values() if code in (a.name, *a.names)), None
        )
        return (actor.state or actor.code) if actor else code

    def speaks_for(self, speaker: Speaker) -> str | None:
        """The observer's or the subject's code where the speaker belongs to it."""
        sides = (self.question.observer, self.question.subject)
        found = (speaker.state, speaker.actor, self.state_of(speaker.actor))
        return next((code for code in found if code is not None and code in sides), None)


def make_scene(
    question: Question, readings: Sequence[Reading], ratings: Mapping[str, str], names: Mapping[str, str]
) -> Scene:
    """The scene of a question; names that are given go before those the readings' actors bring."""
    actors = {actor.code: actor for actor in sorted(_actors(readings), key=_plainness)}
    known = {code: actor.name for code, actor in actors.items() if actor.name}
    return Scene(question, table_of(question), actors, {**known, **names}, ratings)


def _actors(readings: Iterable[Reading]) -> Iterable[Actor]:
    return (actor for reading in readings for actor in reading.actors)


def _plainness(actor: Actor) -> tuple[bool, bool, bool, str, str]:
    """Sorts so that, where documents know different things of one actor, the fullest entry comes last and is kept."""
    return (actor.role is not None, actor.sector is not None, actor.state is not None, actor.name, actor.role or "")


def decisions_of(reviews: Iterable[Review]) -> Decisions:
    """The decisions that stand: the latest on each record, without those that were undone."""
    live: list[Review] = []
    undone: set[str | None] = set()
    for review in sorted(reviews, key=lambda review: (review.when, review.id), reverse=True):
        if review.id in undone:
            continue
        if review.act == "undo":
            undone.add(review.undoes)
        else:
            live.append(review)
    verdicts = {review.record: review.act for review in reversed(live) if review.act in ("accept", "reject")}
    ratings = {
        review.record: review.value for review in reversed(live) if review.field == RATING_FIELD and review.value
    }  # fmt: skip
    return Decisions(frozenset(record for record, act in verdicts.items() if act == "reject"), ratings)
