"""Search over the articles, the records that stand in what was found, and the actors of that name."""

from dataclasses import dataclass

from multivector.brief.dates import day_words
from multivector.web.ask import Ask
from multivector.web.find import Hit, find, marked
from multivector.web.headline import headline
from multivector.web.screen import Param, Screen
from multivector.web.state import State

__all__ = ["SCREEN", "SearchView"]

LISTED, ACTORS, RECORDS, SNIPPETS = 20, 8, 6, 3


@dataclass(frozen=True, slots=True)
class Found:
    """An article with the sentences that answer, in pieces of which some are marked, and the records that do."""

    id: str
    title: str
    outlet: str
    day: str
    n: int
    snippets: tuple[tuple[tuple[str, bool], ...], ...]
    records: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The screen."""

    question: str
    found: tuple[Found, ...]
    total: int
    page: int
    pages: int
    actors: tuple[tuple[str, str], ...]


def view(state: State, ask: Ask) -> SearchView:
    """What the case has on some words."""
    question = ask.text("q")
    hits = [hit for hit in find(state.case, question) if state.reading_of(hit.document)] if question else []
    pages = max(1, -(-len(hits) // LISTED))
    page = min(max(1, ask.number("page", 1, 100_000)), pages)
    folded = question.casefold()
    actors = [
        (code, state.name(code)) for code in sorted(state.actors) if folded and folded in state.name(code).casefold()
    ]
    shown = hits[(page - 1) * LISTED : page * LISTED]
    found = tuple(_found(state, hit, question) for hit in shown)
    return SearchView(question, found, len(hits), page, pages, tuple(actors[:ACTORS]))


def _found(state: State, hit: Hit, question: str) -> Found:
    document = state.base.readings[state.base.places[hit.document]].document
    snippets = tuple(marked(sentence, question) for sentence in hit.sentences[:SNIPPETS])
    known = [key for key in hit.records if key in state.records][:RECORDS]
    records = tuple((key, headline(state, state.records[key])) for key in known)
    day = day_words(document.published) if document.published else "undated"
    n = len(hit.sentences) + len(hit.records)
    title = document.title or document.name
    return Found(hit.document, title, document.outlet or "", day, n, snippets, records)


SCREEN = Screen(
    "search", "Search", "/search", "search.html", view, "Words in the articles, with the records that stand there.",
    (Param("q", 'words, or "words as they stand" in quotation marks'), Param("page", "from 1")),
)  # fmt: skip
