"""Retracted articles and outlets: what rested on them, and how the answer moved without them."""

from collections.abc import Sequence

from multivector.judge.added import added_of
from multivector.judge.scene import Decisions
from multivector.model import Document, Judgement, Reading, Review

__all__ = ["rested_on", "split", "told"]


def split(readings: Sequence[Reading], retracted: Sequence[Review]) -> tuple[list[Reading], list[Reading]]:
    """The readings that stand, and those that were retracted."""
    sides: tuple[list[Reading], list[Reading]] = ([], [])
    for one in readings:
        sides[_retraction_of(one.document, retracted) is not None].append(one)
    return sides


def _retraction_of(document: Document, retracted: Sequence[Review]) -> Review | None:
    """The retraction that takes the document: by its id, its name or its outlet."""
    names = {document.id, document.name, *((document.outlet,) if document.outlet else ())}
    return next((review for review in retracted if review.record in names), None)


def rested_on(decisions: Decisions) -> list[Review]:
    """The items that people added from a source that was retracted."""
    names = {review.record for review in decisions.retracted}
    return [review for review in decisions.added if {review.record, added_of(review).get("source", "")} & names]


def told(gone: Sequence[Reading], decisions: Decisions, before: Judgement, after: Judgement) -> tuple[str, ...]:
    """A sentence for each retracted article, and one on how the answer moved."""
    found = []
    for reading in sorted(gone, key=lambda one: one.document.name):
        review = _retraction_of(reading.document, decisions.retracted)
        if review is not None:
            own = {record.id for record in reading.records}
            rested = sum(bool(own & {row.record, *row.also}) for row in before.bearings)
            what = f"{rested} item{'s' if rested != 1 else ''} of this judgement rested on it"
            found.append(
                f"{reading.document.name} was retracted by {review.who} on {review.when[:10]} ({review.why}); {what}."
            )
    for review in rested_on(decisions):
        source = added_of(review).get("source")
        if source:
            found.append(f"{source} was retracted; the item that {review.who} added from it no longer counts.")
    return (*found, _moved(before, after))


def _moved(before: Judgement, after: Judgement) -> str:
    if not before.judged:
        return "It could not be judged with them either."
    if not after.judged:
        return "Without them it cannot be judged."
    shares = [
        f"“{hypothesis.text}” from {was} to {now}"
        for hypothesis, was, now in zip(before.question.hypotheses, before.percentages, after.percentages, strict=True)
        if was != now
    ]
    if not shares:
        return "Without them the answer moves by less than its range allows to be told."
    return f"Without them the answer moves: {', '.join(shares)}."
