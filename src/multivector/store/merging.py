"""Two people's reviews brought together, and where they contradict each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from multivector.errors import CaseError
from multivector.model import Review
from multivector.model.review import in_force
from multivector.store.reviews import FILE, append, load

__all__ = ["Conflict", "Merged", "conflicts", "merge"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Standing decisions of different people on one record that cannot both hold; the last of them counts."""

    record: str
    field: str | None  # the field that is corrected to different values; None: one accepts what the other rejects
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: the rows that were new, and how many were known."""

    added: tuple[Review, ...]
    known: int


def merge(case: Path, other: bytes) -> Merged:
    """Add the rows of another person's reviews.jsonl that the case does not have; none is changed or lost.

    Raises CaseError where the other file has a bad row, or a row whose id stands for something else here; then
    nothing is added.
    """
    with TemporaryDirectory() as folder:
        (Path(folder) / FILE).write_bytes(other)
        try:
            theirs = load(Path(folder))
        except CaseError as error:
            raise CaseError(str(error).replace(f"{folder}/", "the other ")) from None
    ours = {review.id: review for review in load(case)}
    for review in theirs:
        if ours.get(review.id, review) != review:
            raise CaseError(f"{review.id}: the two files tell this review differently; give one of them another id")
    added = tuple(review for review in theirs if review.id not in ours)
    for review in added:
        append(case, review)
    return Merged(added, len(theirs) - len(added))


def conflicts(reviews: Iterable[Review]) -> tuple[Conflict, ...]:
    """The contradictions between people, by record; a person who changes their own mind is none."""
    standing: dict[tuple[str, str | None], dict[str, Review]] = {}
    for review in in_force(reviews):
        if review.act in ("accept", "reject"):
            standing.setdefault((review.record, None), {})[review.who] = review
        elif review.act == "correct":
            standing.setdefault((review.record, review.field), {})[review.who] = review
    found = [
        Conflict(record, field, tuple(by_person.values()))
        for (record, field), by_person in standing.items()
        if len(_said(list(by_person.values()))) > 1
    ]
    return tuple(sorted(found, key=lambda one: (one.record, one.field or "")))


def _said(reviews: Sequence[Review]) -> set[str | None]:
    """The different things that they say; a correction of one field to one value is the same by whomever."""
    return {review.value if review.act == "correct" else review.act for review in reviews}
