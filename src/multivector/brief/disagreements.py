"""Where the articles cannot both be right, side by side; and how far along the dated things were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from multivector.brief.book import Book, Cite, source_words
from multivector.brief.dates import when_words
from multivector.brief.plain import clip
from multivector.brief.words import capital
from multivector.model import Evidence
from multivector.model.story import Contradiction, Moment, Side

__all__ = ["Disagreement", "Step", "disagreements_view", "steps_view"]

KINDS = {
    "number": "Two numbers", "date": "Two dates", "speaker": "Two speakers", "denial": "Said and denied",
    "opposite": "One and its opposite", "membership": "Two standings",
}  # fmt: skip
PHASES = {"decided": "decided", "announced": "announced", "in_force": "in force", "lifted": "lifted"}
SHOWN = 3  # sentences of a side
LIMIT = 320  # characters of a sentence


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and where it stands."""

    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side: what it says in short, its sentences, and how many more there are."""

    said: str
    told: tuple[Told, ...]
    more: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sides; neither comes first for any reason but its place in the articles."""

    kind: str
    about: str
    sides: tuple[SideView, SideView]


@dataclass(frozen=True, slots=True)
class Step:
    """A dated thing that was decided, announced, in force or lifted."""

    when: str
    iso: str
    phase: str
    ahead: bool
    told: Told
    more: int
    cites: tuple[Cite, ...]


def disagreements_view(book: Book, found: Iterable[Contradiction]) -> tuple[Disagreement, ...]:
    """Every contradiction of the case."""
    return tuple(
        Disagreement(KINDS[one.kind], clip(one.about, LIMIT), (_side(book, one.one), _side(book, one.other)))
        for one in found
    )


def steps_view(book: Book, moments: Iterable[Moment]) -> tuple[Step, ...]:
    """The moments of whose phase the words speak, in order of time."""
    return tuple(_step(book, one) for one in moments if one.phase in PHASES)


def _side(book: Book, side: Side) -> SideView:
    told = [_told(book, evidence) for evidence in side.evidence[:SHOWN]]
    said = clip(side.said, LIMIT)
    short = "" if any(said == one.quote for one in told) else said
    return SideView(capital(short), tuple(told), len(side.evidence) - len(told), _cites(book, side.records))


def _step(book: Book, moment: Moment) -> Step:
    iso = moment.when.start or moment.when.end or ""
    told = Told(_source(book, moment.evidence[0]), clip(moment.said, LIMIT))
    cites = _cites(book, moment.records)
    more = len(moment.evidence) - 1
    return Step(when_words(moment.when), iso, PHASES[moment.phase], moment.planned, told, more, cites)


def _told(book: Book, evidence: Evidence) -> Told:
    return Told(_source(book, evidence), clip(" ".join(evidence.quote.split()), LIMIT))


def _source(book: Book, evidence: Evidence) -> str:
    document = next((one for one in book.documents if one.id == evidence.document), None)
    return source_words(document) if document else ""


def _cites(book: Book, records: Sequence[str]) -> tuple[Cite, ...]:
    return tuple(book.cite(record) for record in records[:SHOWN] if record in book.entries)
