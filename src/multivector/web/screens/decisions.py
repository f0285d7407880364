"""The decisions of people: every row of reviews.jsonl, the contradictions, undo, and bringing two files together."""

from dataclasses import dataclass

from multivector.model import Review
from multivector.model.review import in_force
from multivector.web.ask import Ask
from multivector.web.headline import headline
from multivector.web.screen import Param, Screen
from multivector.web.state import State

__all__ = ["SCREEN", "DecisionsView"]

LISTED = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A decision. `about` is the record as a sentence or the source; `linked` whether it has a page."""

    id: str
    act: str
    record: str
    linked: bool
    about: str
    who: str
    when: str
    why: str
    what: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """A contradiction between people: each one's standing decision; the last of them counts."""

    record: str
    about: str
    field: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DecisionsView:
    """The screen."""

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int
    clashes: tuple[Clash, ...]
    people: tuple[tuple[str, int], ...]


def view(state: State, ask: Ask) -> DecisionsView:
    """The decisions, the latest first, in pages."""
    ordered = sorted(state.reviews, key=lambda review: (review.when, review.id), reverse=True)
    standing = {review.id for review in in_force(state.reviews)}
    pages = max(1, -(-len(ordered) // LISTED))
    page = min(max(1, ask.number("page", 1, 100_000)), pages)
    people: dict[str, int] = {}
    for review in state.reviews:
        people[review.who] = people.get(review.who, 0) + 1
    return DecisionsView(
        rows=tuple(_row(state, r, standing) for r in ordered[(page - 1) * LISTED : page * LISTED]),
        total=len(ordered),
        page=page,
        pages=pages,
        clashes=tuple(
            Clash(c.record, _about(state, c.record), c.field or "", tuple(_row(state, r, standing) for r in c.reviews))
            for c in state.conflicts
        ),
        people=tuple(sorted(people.items(), key=lambda item: (-item[1], item[0]))),
    )


def _row(state: State, review: Review, standing: set[str]) -> Row:
    what = f"{review.field} → {review.value}" if review.field else ""
    when = review.when[:16].replace("T", " ")
    linked = review.record in state.records
    stands = review.act != "undo" and review.id in standing
    about = _about(state, review.record)
    return Row(review.id, review.act, review.record, linked, about, review.who, when, review.why, what, stands)


def _about(state: State, record: str) -> str:
    if record in state.records:
        return headline(state, state.records[record])
    reading = state.reading_of(record)
    return (reading.document.title or reading.document.name) if reading else record


SCREEN = Screen(
    "decisions", "Decisions", "/decisions", "decisions.html", view, "People's decisions, contradictions and undo.",
    (Param("page", "from 1"),),
)  # fmt: skip
