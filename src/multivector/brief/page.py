"""The page: views and templates become one HTML file."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from multivector.brief.answer import answer_view, letters_of
from multivector.brief.arguments import arguments_view
from multivector.brief.book import Book, make_book
from multivector.brief.course import course_view
from multivector.brief.disagreements import disagreements_view, steps_view
from multivector.brief.events import events_view
from multivector.brief.focus import Focus, focused
from multivector.brief.given import BriefInput
from multivector.brief.links import links_view
from multivector.brief.matrix import matrix_view
from multivector.brief.measures import measures_view
from multivector.brief.memberships import memberships_view
from multivector.brief.plain import clip, shown
from multivector.brief.sources import date_range, outlets_of, sources_view
from multivector.brief.statements import statements_view
from multivector.brief.text import articles_view
from multivector.brief.timeline import timeline_view
from multivector.brief.voices import discords_view
from multivector.brief.withheld import withheld_view
from multivector.brief.words import ICD_203, count, listed
from multivector.kept import compiled_templates
from multivector.model import Event, Membership, Statement, TradeMeasure

__all__ = ["render"]

OUTLETS_SHOWN = 3
TITLE_LIMIT, NAME_LIMIT = 240, 80  # characters


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of the page; `n` is None where nothing is counted."""

    id: str
    title: str
    n: int | None


def render(given: BriefInput) -> str:
    """The brief as one self-contained HTML page. Same input, same bytes; every string from outside is escaped."""
    focus = focused(given)
    page = _environment().get_template("page.html")
    return page.render(_views(focus.given, make_book(focus.given)) | _of_the_whole(given, focus)) + "\n"


def _of_the_whole(given: BriefInput, focus: Focus) -> dict[str, Any]:
    """What is said of the whole case, whatever of it the page shows."""
    book = make_book(focus.given)
    withheld = withheld_view(given, book)
    return {
        "dateline": _dateline(given, make_book(given)),
        "withheld": withheld,
        "headings": _headings(book, withheld.n + len(withheld.failures), len(focus.given.contradictions)),
        "notice": focus.notice,
    }


def _views(given: BriefInput, book: Book) -> dict[str, Any]:
    judgement = given.judgement
    links = links_view(book)
    return {
        "css": Markup(files(__package__).joinpath("templates", "brief.css").read_text("utf-8")),
        "title": clip(judgement.question.text, TITLE_LIMIT) or "Brief",
        "disagreements": disagreements_view(book, given.contradictions),
        "steps": steps_view(book, given.moments),
        "answer": answer_view(judgement, book),
        "letters": letters_of(judgement),
        "course": course_view(given),
        "arguments": arguments_view(judgement, book),
        "matrix": matrix_view(judgement),
        "states": statements_view(book, judgement),
        "discords": discords_view(book, judgement),
        "timeline": timeline_view(book),
        "pairs": measures_view(book, judgement, links),
        "links": links,
        "events": events_view(book, judgement),
        "memberships": memberships_view(book, given.memberships_known),
        "articles": articles_view(book, given),
        "sources": sources_view(book, given.ratings),
        "versions": given.versions,
        "case_hash": given.case_hash,
        "likelihoods": ICD_203,
    }


def _dateline(given: BriefInput, book: Book) -> dict[str, str]:
    question = given.judgement.question
    outlets = outlets_of(book)
    rest = len(outlets) - OUTLETS_SHOWN
    shown = [*(clip(outlet, NAME_LIMIT) for outlet in outlets[:OUTLETS_SHOWN]), *([f"{rest} more"] if rest > 0 else [])]
    return {
        "case": clip(given.case, NAME_LIMIT),
        "observer": book.name(question.observer) if question.observer else "",
        "subject": book.name(question.subject) if question.subject else "",
        "documents": count(len(book.documents), "document"),
        "outlets": listed(shown),
        "dates": date_range(book),
        "failures": count(len(given.failures), "file") if given.failures else "",
    }


def _headings(book: Book, gaps: int, disagreements: int) -> tuple[Heading, ...]:
    return (
        Heading("answer", "The answer", None),
        Heading("arguments", "For and against", None),
        Heading("statements", "Who said what", len(book.all_of(Statement))),
        *([Heading("disagreements", "Where the articles disagree", disagreements)] if disagreements else []),
        Heading("timeline", "Timeline", None),
        Heading("measures", "Measures and counter-measures", len(book.all_of(TradeMeasure))),
        Heading("events", "Who did what to whom", len(book.all_of(Event))),
        Heading("memberships", "Memberships", len(book.all_of(Membership))),
        Heading("withheld", "Withheld and not judged", gaps),
        Heading("text", "The articles", len(book.documents)),
        Heading("sources", "Sources, versions and method", None),
    )


@cache
def _environment() -> Environment:
    """Jinja with autoescape; every printed value passes through `shown` first."""
    found = Environment(
        loader=PackageLoader("multivector", "brief/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
    )
    found.globals["count"] = count
    return found
