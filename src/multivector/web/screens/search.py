"""Search over the articles, the records that stand in what was found, and the actors of that name."""

from dataclasses import dataclass

from multivector.brief.dates import day_words
from multivector.web.ask import Ask
from multivector.web.find import AROUND, find
from multivector.web.headline import headline
from multivector.web.screen import Param, Screen
from multivector.web.state import State

__all__ = ["SCREEN", "SearchView"]

LISTED, ACTORS, RECORDS = 20, 8, 6


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of an article: what stands before the word, the word, what stands behind it."""

    before: str
    word: str
    behind: str


@dataclass(frozen=True, slots=True)
class Found:
    """An article, how often the words stand in it, where, and the records whose evidence holds them."""

    id: str
    title: str
    outlet: str
    day: str
    n: int
    snippets: tuple[Snippet, ...]
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
    hits = find(state.documents, state.folded, question) if question else []
    pages = max(1, -(-len(hits) // LISTED))
    page = min(max(1, ask.number("page", 1, 100_000)), pages)
    folded = question.casefold()
    actors = [
        (code, state.name(code)) for code in sorted(state.actors) if folded and folded in state.name(code).casefold()
    ]
    shown = hits[(page - 1) * LISTED : page * LISTED]
    found = tuple(_found(state, hit.document, hit.n, hit.spans) for hit in shown)
    return SearchView(question, found, len(hits), page, pages, tuple(actors[:ACTORS]))


def _found(state: State, key: str, n: int, spans: tuple[tuple[int, int], ...]) -> Found:
    document = state.by_document[key].document
    text = document.text
    snippets = tuple(
        Snippet(text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]) for start, end in spans
    )
    inside = [
        record
        for record in state.all_of[key]
        if any(record.evidence.start < end and start < record.evidence.end for start, end in spans)
    ]
    records = tuple((record.id, headline(state, record)) for record in inside[:RECORDS])
    day = day_words(document.published) if document.published else "undated"
    return Found(key, document.title or document.name, document.outlet or "", day, n, snippets, records)


SCREEN = Screen(
    "search", "Search", "/search", "search.html", view, "Words in the articles, with the records that stand there.",
    (Param("q", 'words, or "words as they stand" in quotation marks'), Param("page", "from 1")),
)  # fmt: skip
