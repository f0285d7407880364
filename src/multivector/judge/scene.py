"""What a judgement works with: the question, its table, the actors and their names, and people's decisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from multivector.errors import CaseError
from multivector.judge.reliability import parse_rating
from multivector.judge.table import Table, table_of
from multivector.model import Actor, Reading, Review, Speaker
from multivector.model.judgement import Question
from multivector.model.review import in_force

__all__ = ["RATING_ACTS", "Decisions", "Scene", "check_review", "decisions_of", "make_scene", "only", "raters_of"]

RATING_FIELD = "reliability"  # a review that rates a record names this field and gives a code such as B2
LIKELIHOOD_FIELD = "likelihood."  # or this one and a hypothesis' id, and gives P(this item | hypothesis)
RATING_ACTS = ("rate", "reject", "accept")  # what raters may differ in


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the reviews come to: the records that people rejected, the sources they retracted, and their ratings.

    `ratings` holds Admiralty codes, `likelihoods` numbers by hypothesis, each by record.
    """

    rejected: frozenset[str]
    ratings: Mapping[str, str]
    likelihoods: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    retracted: tuple[Review, ...] = ()
    added: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """The question in its setting. `ratings` holds Admiralty codes by record, document or outlet, `likelihoods` a
    person's own numbers by record and hypothesis."""

    question: Question
    table: Table
    actors: Mapping[str, Actor]
    names: Mapping[str, str]
    ratings: Mapping[str, str]
    likelihoods: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def name(self, code: str | None) -> str:
        """The display name of a code; the code itself where none is known."""
        return self.names.get(code or "", code or "an unnamed actor")

    def open_ids(self) -> frozenset[str]:
        """The hypotheses that stand for "something else"."""
        return frozenset(h.id for h in self.question.hypotheses if h.is_open)

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
    question: Question,
    readings: Sequence[Reading],
    ratings: Mapping[str, str],
    names: Mapping[str, str],
    likelihoods: Mapping[str, Mapping[str, float]] | None = None,
) -> Scene:
    """The scene of a question; names that are given go before those the readings' actors bring."""
    actors = {actor.code: actor for actor in sorted(_distinct(readings), key=_plainness)}
    known = {code: actor.name for code, actor in actors.items() if actor.name}
    return Scene(question, table_of(question), actors, {**known, **names}, ratings, likelihoods or {})


def _distinct(readings: Sequence[Reading]) -> Iterable[Actor]:
    """The readings' actors, one that several share once, in its last place."""
    found: dict[int, Actor] = {}
    for reading in reversed(readings):
        for actor in reversed(reading.actors):
            found.setdefault(id(actor), actor)
    return reversed(found.values())


def _plainness(actor: Actor) -> tuple[bool, bool, bool, str, str]:
    """Sorts so that, where documents know different things of one actor, the fullest entry comes last and is kept."""
    return (actor.role is not None, actor.sector is not None, actor.state is not None, actor.name, actor.role or "")


def decisions_of(reviews: Iterable[Review]) -> Decisions:
    """The decisions that stand: the latest on each record, without those that were undone."""
    ordered = in_force(reviews)
    verdicts = {review.record: review.act for review in ordered if review.act in ("accept", "reject")}
    ratings = {review.record: review.value for review in ordered if review.field == RATING_FIELD and review.value}
    retracted = tuple(review for review in ordered if review.act == "retract")
    rejected = frozenset(record for record, act in verdicts.items() if act == "reject")
    added = tuple(review for review in ordered if review.act == "add")
    return Decisions(rejected, ratings, _likelihoods(ordered), retracted, added)


def raters_of(reviews: Iterable[Review]) -> tuple[str, ...]:
    """The people whose ratings and rejections stand, by name."""
    return tuple(sorted({one.who for one in in_force(reviews) if one.act in RATING_ACTS}))


def only(reviews: Iterable[Review], who: str) -> tuple[Review, ...]:
    """This person's ratings and rejections alone; what people corrected, added or retracted stays."""
    return tuple(one for one in reviews if one.who == who or one.act not in RATING_ACTS)


def check_review(review: Review) -> None:
    """Raises CaseError where a rating is none that a judgement could take."""
    decisions = decisions_of((review,))
    for code in decisions.ratings.values():
        parse_rating(code)
    known = review.field == RATING_FIELD or (review.field or "").startswith(LIKELIHOOD_FIELD)
    if review.act == "rate" and not (known and review.value):
        raise CaseError(f"review {review.id}: a rating sets {RATING_FIELD}=B2 or {LIKELIHOOD_FIELD}HYPOTHESIS=0.3")


def _likelihoods(ordered: Iterable[Review]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for review in ordered:
        if review.act != "rate" or not (review.field or "").startswith(LIKELIHOOD_FIELD):
            continue
        try:
            value = float(review.value or "")
        except ValueError:
            value = 0.0
        if not 0 < value < 1:
            raise CaseError(f"review {review.id}: {review.value!r} is no likelihood; give a number between 0 and 1")
        found.setdefault(review.record, {})[(review.field or "").removeprefix(LIKELIHOOD_FIELD)] = value
    return found
