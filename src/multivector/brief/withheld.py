"""What was withheld or could not be judged, with reasons and counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.brief.book import Book, source_words
from multivector.brief.fold import Fold, fold
from multivector.brief.given import BriefInput
from multivector.brief.plain import clip
from multivector.brief.words import KINDS
from multivector.model import Reading, Statement, Withheld

__all__ = ["Held", "Reason", "Unresolved", "WithheldView", "withheld_view"]

QUOTE_LIMIT = 240
QUOTES_SHOWN = 5
NAMES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Held:
    """The words of one candidate that was not kept."""

    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Candidates of one kind that were withheld for one reason."""

    kind: str
    reason: str
    quotes: Fold[Held]


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A speaker that could not be told to be somebody."""

    name: str
    why: str
    labels: tuple[tuple[str, str], ...]  # label and row of each statement


@dataclass(frozen=True, slots=True)
class WithheldView:
    """Everything that the brief does not say, and why."""

    judgement: str | None
    reasons: tuple[Reason, ...]
    n: int
    unresolved: Fold[Unresolved]
    toneless: int  # statements in which no stance toward anybody was judged
    statements: int
    failures: tuple[tuple[str, str, str], ...]


def withheld_view(given: BriefInput, book: Book) -> WithheldView:
    """The view of an input's gaps."""
    groups: dict[tuple[str, str], list[Held]] = {}
    for reading in given.readings:
        for one in reading.withheld:
            groups.setdefault((one.kind, one.reason), []).append(_held(reading, one))
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    reasons = tuple(
        Reason(KINDS.get(kind, (kind, kind))[0], reason, fold(held, QUOTES_SHOWN)) for (kind, reason), held in ordered
    )
    statements = [statement for _, statement in book.all_of(Statement)]
    return WithheldView(
        judgement=given.judgement.withheld,
        reasons=reasons,
        n=sum(len(reason.quotes) for reason in reasons),
        unresolved=fold(_unresolved(book), NAMES_SHOWN),
        toneless=sum(not statement.stance for statement in statements),
        statements=len(statements),
        failures=given.failures,
    )


def _held(reading: Reading, one: Withheld) -> Held:
    return Held(clip(one.quote, QUOTE_LIMIT), source_words(reading.document))


def _unresolved(book: Book) -> Sequence[Unresolved]:
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for entry, statement in book.all_of(Statement):
        if statement.speaker.unresolved:
            key = (statement.speaker.name, statement.speaker.unresolved)
            groups.setdefault(key, []).append((entry.label, entry.home))
    return [Unresolved(name, why, tuple(labels)) for (name, why), labels in groups.items()]
