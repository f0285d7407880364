"""A person's decision on a record: kept, dated, superseded rather than deleted."""

from collections.abc import Iterable
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
    undos: dict[str, list[Review]] = {}
    ordered = sorted(reviews, key=lambda review: (review.when, review.id))
    for review in ordered:
        if review.act == "undo" and review.undoes:
            undos.setdefault(review.undoes, []).append(review)

    def stands(review: Review, path: frozenset[str]) -> bool:
        if review.id in path:  # undos in a circle: none of them counts
            return False
        return not any(stands(undo, path | {review.id}) for undo in undos.get(review.id, ()))

    return tuple(review for review in ordered if review.act != "undo" and stands(review, frozenset()))
