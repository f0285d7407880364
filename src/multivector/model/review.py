"""A person's decision on a record: kept, dated, superseded rather than deleted."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Literal

__all__ = ["Review", "ReviewAct", "in_force"]

ReviewAct = Literal["accept", "reject", "correct", "rate", "comment", "retract", "undo", "add"]


@dataclass(frozen=True, slots=True)
class Review:
    """One row of reviews.jsonl. `field` and `value` are set for corrections and ratings; `undoes` for an undo.

    `record` is a record's id; for a retraction the id or name of a document, or an outlet; for an item that a person
    adds the document's id or the source's name, with the kind of evidence in `field` and the words (JSON) in `value`.
    """

    id: str
    record: str
    act: ReviewAct
    who: str
    when: str  # ISO 8601, UTC
    why: str
    field: str | None = None
    value: str | None = None
    undoes: str | None = None


def in_force(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The reviews that nobody undid, undos left out, by time and id: the same whichever way two files were merged."""
    undos: dict[str, set[str]] = {}
    ordered = sorted(reviews, key=lambda review: (review.when, review.id))
    for review in ordered:
        if review.act == "undo" and review.undoes:
            undos.setdefault(review.undoes, set()).add(review.id)
    standing: dict[str, bool] = {}
    for review in ordered:
        if review.act != "undo":
            _settle(review.id, undos, standing)
    return tuple(review for review in ordered if review.act != "undo" and standing[review.id])


def _settle(row: str, undos: Mapping[str, Set[str]], standing: dict[str, bool]) -> None:
    """Note whether the row stands, and before it whether the undos do that lead to it: what a standing undo names
    does not. Undos may undo one another to any depth; of those in a circle none counts."""
    pending, opened = [row], set[str]()
    while pending:
        one = pending[-1]
        over = undos.get(one, frozenset())
        if one in standing:
            pending.pop()
        elif one in opened:
            standing[pending.pop()] = not any(standing.get(undo, False) for undo in over)
        else:
            opened.add(one)
            pending += sorted(over - opened)
