"""What a case holds and rests on: its readings, the story they tell together, its question, ratings and hash."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from multivector.brief import Standing
from multivector.extract import READER_VERSION, find_names
from multivector.judge import Dossier, dated, default_question, load_case, load_reliability
from multivector.judge.case_text import CASE_FILE
from multivector.model import Actor, Document, Link, Membership, Question, Reading, Withheld
from multivector.store import Store, View
from multivector.store.reviews import load as load_reviews
from multivector.story.whole import Story, attached, drawn_here, story_of
from multivector.text.families import together
from multivector.world.actors import display_names
from multivector.world.memberships import standings
from multivector.world.outlets import outlet_of

__all__ = [
    "Asked", "case_hash", "documents_of", "dossier_of", "letters_of", "question_of", "ratings_of", "readings_of",
    "readings_with", "standings_of", "told", "view_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked on the command line; None where nothing was said."""

    text: str | None = None
    observer: str | None = None
    subject: str | None = None


def documents_of(view: View) -> tuple[Document, ...]:
    """The case's documents, near-copies put into their clusters."""
    return _grouped(view, together(view.documents()))


def readings_of(view: View) -> tuple[Reading, ...]:
    """What the case holds, with people's reviews applied, near-copies put into their clusters, and the links that its
    articles show together."""
    return told(view)[0]


def told(view: View) -> tuple[tuple[Reading, ...], Story]:
    """The readings of a case with the story that they tell together: after reading, the dearest step of a brief."""
    found = _clustered(view, together(view.documents()))
    story = story_of(found, view.reviews)
    return attached(found, story), story


def readings_with(view: View, clusters: Mapping[str, str], links: Sequence[Link]) -> tuple[Reading, ...]:
    """The same, where it is known already which documents are near-copies and which links their articles show."""
    return attached(_clustered(view, clusters), Story((), (), tuple(links)))


def _clustered(view: View, cluster: Mapping[str, str]) -> list[Reading]:
    held: dict[str, list[Withheld]] = {}
    for owner, withheld in view.withheld():
        held.setdefault(owner, []).append(withheld)
    cast = {actor.code: actor for actor in view.actors()}
    return [_reading(view, one, cast, held.get(one.id, [])) for one in _grouped(view, cluster)]


def _grouped(view: View, cluster: Mapping[str, str]) -> tuple[Document, ...]:
    return tuple(replace(one, cluster=cluster[one.id]) for one in view.documents())


def view_of(case: Path, *, reviewed: bool = True, record: str = "lin-") -> View:
    """What a case holds, with what its articles tell together: clusters of near-copies, and links among records.

    Who wants one `record` that is no link gets the view without them, at once.
    """
    view = Store.open(case).view(reviewed=reviewed)
    if not record.startswith("lin-"):
        return view
    readings = readings_of(view)
    links = [r for one in readings for r in one.records if isinstance(r, Link) and drawn_here(r)]
    return view.with_story({one.document.id: one.document.cluster for one in readings}, links)


def question_of(case: Path, readings: Sequence[Reading], asked: Asked) -> Question:
    """The case's own question; where case.toml is absent, what the user asked, completed from the text of the question
    ("Does Moscow see Kazakhstan's ...": observer RUS, subject KAZ) and from what was read."""
    if (case / CASE_FILE).exists() and asked == Asked():
        return dated(load_case(case, display_names()), readings)
    states = [h.name.state for h in find_names(asked.text or "") if h.name.state]
    pair = [*dict.fromkeys(states), None, None]
    observer = asked.observer or (pair[0] if pair[0] != asked.subject else pair[1])
    subject = asked.subject or (pair[1] if pair[0] == observer else pair[0])
    return default_question(readings, text=asked.text, observer=observer, subject=subject, names=display_names())


def dossier_of(case: Path, readings: Sequence[Reading], asked: Asked) -> Dossier:
    """All that the case's judgement rests on: its question, what was read, and people's decisions."""
    question = question_of(case, readings, asked)
    reliability = ratings_of(case, [one.document for one in readings])
    names = display_names() | {a.code: a.name for r in readings for a in r.actors}
    return Dossier(question, tuple(readings), load_reviews(case), reliability, names)


def ratings_of(case: Path, documents: Sequence[Document]) -> dict[str, str]:
    """How reliable the outlets are: the case's own letters, and for the others those of the shipped table."""
    known = {d.outlet: found.reliability for d in documents if d.outlet and (found := outlet_of(d.outlet))}
    return {name: letter for name, letter in known.items() if letter} | letters_of(case)


def letters_of(case: Path) -> dict[str, str]:
    """The letters that the case itself gives its outlets."""
    return load_reliability(case) if (case / CASE_FILE).exists() else {}


def case_hash(readings: Sequence[Reading], question: Question) -> str:
    """SHA-256 over the sources' hashes, the reader's version and the question: same input, same hash."""
    parts = [*sorted(r.document.content_hash for r in readings), READER_VERSION, question.text]
    return sha256("\n".join(parts).encode()).hexdigest()


def standings_of(readings: Sequence[Reading]) -> tuple[Standing, ...]:
    """The table's own rows for the pairs of state and organisation that the texts speak of."""
    pairs = {(m.state, m.organisation) for r in readings for m in r.records if isinstance(m, Membership)}
    found = [row for row in standings() if (row["state"], row["organisation"]) in pairs]
    return tuple(
        Standing(
            row["state"], row["organisation"], row["status"], row["start"] or None, row["end"] or None,
            row["contested"] == "yes", row["note"], row["source"],
        )
        for row in found
    )  # fmt: skip


def _reading(view: View, document: Document, cast: Mapping[str, Actor], held: list[Withheld]) -> Reading:
    spans, mentions = view.sentences(document.id), view.mentions(document.id)
    present = tuple(cast[code] for code in sorted({m.actor for m in mentions}) if code in cast)
    return Reading(document, spans, mentions, present, view.records(document=document.id), tuple(held))
