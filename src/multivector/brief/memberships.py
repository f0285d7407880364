"""Memberships: what the texts say beside what the project's table knows."""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.brief.book import Book, Cite, Entry
from multivector.brief.dates import day_words, when_words
from multivector.brief.fold import Fold, fold
from multivector.brief.given import Standing
from multivector.brief.words import MEMBERSHIPS
from multivector.model import Membership

__all__ = ["Known", "MembershipRow", "memberships_view"]

SHOWN = 3  # texts that give one state's standing in one organisation


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the table in words."""

    words: str
    contested: bool
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one text says."""

    token: str
    words: str
    date: str
    cite: Cite
    same: Cite | None  # the record above that stands on the same words


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A state and an organisation. `verdict` is agrees, differs, contested or unknown."""

    state: str
    organisation: str
    said: Fold[Said]
    known: tuple[Known, ...]
    verdict: str


def memberships_view(book: Book, known: Sequence[Standing]) -> tuple[MembershipRow, ...]:
    """One row for each pair of which a text speaks, in the order of reading."""
    groups: dict[tuple[str, str], list[tuple[Entry, Membership]]] = {}
    for entry, membership in book.all_of(Membership):
        groups.setdefault((membership.state, membership.organisation), []).append((entry, membership))
    rows: dict[tuple[str, str], list[Standing]] = {}
    for standing in known:
        rows.setdefault((standing.state, standing.organisation), []).append(standing)
    firsts: dict[tuple[str, int, int], str] = {}
    for _, membership in book.all_of(Membership):
        firsts.setdefault(_place(membership), membership.id)
    return tuple(_row(book, firsts, found, rows.get(pair, [])) for pair, found in groups.items())


def _place(membership: Membership) -> tuple[str, int, int]:
    evidence = membership.evidence
    return evidence.document, evidence.start, evidence.end


def _row(
    book: Book,
    firsts: dict[tuple[str, int, int], str],
    found: Sequence[tuple[Entry, Membership]],
    known: Sequence[Standing],
) -> MembershipRow:
    said = fold([_said(book, entry, membership, firsts[_place(membership)]) for entry, membership in found], SHOWN)
    statuses = {membership.status for _, membership in found}
    state, organisation = book.name(found[0][1].state), book.name(found[0][1].organisation)
    rows = tuple(_known(standing) for standing in sorted(known, key=lambda s: (s.start or "", s.status)))
    return MembershipRow(state, organisation, said, rows, _verdict({*statuses}, known))


def _said(book: Book, entry: Entry, membership: Membership, first: str) -> Said:
    date = when_words(membership.date) if membership.date else ""
    same = None if first == membership.id else book.cite(first)
    return Said(entry.token, MEMBERSHIPS[membership.status], date, book.cite(membership.id), same)


def _known(standing: Standing) -> Known:
    start = f"from {day_words(standing.start)}" if standing.start else ""
    end = f"to {day_words(standing.end)}" if standing.end else ""
    dates = " ".join(part for part in (start, end) if part)
    words = f"{standing.status}, {dates}" if dates else standing.status
    return Known(words, standing.contested, standing.note, standing.source)


def _verdict(statuses: set[str], known: Sequence[Standing]) -> str:
    """Whether the table holds each status that the texts give the pair."""
    if not known:
        return "unknown"
    if statuses <= {standing.status for standing in known}:
        return "agrees"
    return "contested" if any(standing.contested for standing in known) else "differs"
