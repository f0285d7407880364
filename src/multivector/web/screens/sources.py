"""The sources: every article with its descriptors, what could not be read and why, outlets, and how reading went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from multivector.brief.dates import day_words
from multivector.brief.sources import LANGUAGES, URL
from multivector.model import Document, Review
from multivector.model.review import in_force
from multivector.store import Store
from multivector.web.ask import Ask
from multivector.web.screen import Param, Screen
from multivector.web.state import State

__all__ = ["SCREEN", "SourcesView"]

T = TypeVar("T")
LISTED, JOBS, OUTLETS, FAILURES = 60, 8, 30, 100
HASH_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Row:
    """An article. `retracted` says by whom and why; `rating` is the Admiralty code of article or outlet."""

    id: str
    name: str
    url: str
    title: str
    outlet: str
    author: str
    place: str
    day: str
    language: str
    hash: str
    records: int
    copies: str
    rating: str
    retracted: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its articles and its rating."""

    name: str
    n: int
    rating: str
    retracted: str


@dataclass(frozen=True, slots=True)
class Job:
    """One reading of the case's sources. `ended` is empty for one that was killed or still runs."""

    started: str
    ended: str
    read: int
    failed: int


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The screen."""

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int
    find: str
    outlets: tuple[Outlet, ...]
    failures: tuple[tuple[str, str, str], ...]
    more_failures: int
    jobs: tuple[Job, ...]


def view(state: State, ask: Ask) -> SourcesView:
    """The register, in pages."""
    find = ask.text("find").casefold()
    found = [d for d in state.documents if find in f"{d.title} {d.outlet} {d.name}".casefold()]
    pages = max(1, -(-len(found) // LISTED))
    page = min(max(1, ask.number("page", 1, 100_000)), pages)
    retracted = {r.record: r for r in in_force(state.reviews) if r.act == "retract"}
    failures = state.view.failures()
    return SourcesView(
        rows=tuple(
            _row(state, d, len(state.base.families[d.cluster]), retracted)
            for d in found[(page - 1) * LISTED : page * LISTED]
        ),
        total=len(found),
        page=page,
        pages=pages,
        find=ask.text("find"),
        outlets=_outlets(state, retracted),
        failures=tuple((f.name, f.reason, f.mend) for f in failures[:FAILURES]),
        more_failures=max(0, len(failures) - FAILURES),
        jobs=tuple(_job(row) for row in reversed(Store.open(state.case).jobs()[-JOBS:])),
    )


def _row(state: State, document: Document, size: int, retracted: dict[str, Review]) -> Row:
    keys = (document.id, document.name, document.outlet or "")
    gone, rating = _first(retracted, keys), _first(state.dossier.reliability, keys) or ""
    return Row(
        document.id, document.name, document.name if URL.fullmatch(document.name) else "",
        document.title or document.name, document.outlet or "", document.author or "", document.place or "",
        day_words(document.published) if document.published else "undated",
        LANGUAGES.get(document.language, document.language), document.content_hash[:HASH_SHOWN],
        len(state.records_in(document.id)), _copies(document, size), rating, _told(gone),
    )  # fmt: skip


def _copies(document: Document, size: int) -> str:
    if size < 2:
        return ""
    return "first of its copies" if document.cluster == document.id else "near-copy, counted once"


def _first(table: Mapping[str, T], keys: Sequence[str]) -> T | None:
    """What the table has under the first of these keys that it knows."""
    return next((table[key] for key in keys if key in table), None)


def _told(gone: Review | None) -> str:
    return f"retracted by {gone.who}: {gone.why}" if gone else ""


def _outlets(state: State, retracted: dict[str, Review]) -> tuple[Outlet, ...]:
    ratings, rows = state.dossier.reliability, state.base.outlets[:OUTLETS]
    return tuple(Outlet(o, n, ratings.get(o, ""), _told(retracted.get(o))) for o, n in rows)


def _job(row: tuple[object, ...]) -> Job:
    _, _, started, ended, read, failed = row
    shown = [str(time)[:16].replace("T", " ") if time else "" for time in (started, ended)]
    return Job(shown[0], shown[1], int(str(read)), int(str(failed)))


SCREEN = Screen(
    "sources", "Sources", "/sources", "sources.html", view, "The register of articles, failures, outlets and readings.",
    (Param("find", "part of a title, an outlet or a name"), Param("page", "from 1")),
)  # fmt: skip
