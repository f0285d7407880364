"""The ten lines for the terminal."""

from collections import Counter

from multivector.brief.answer import answer_view
from multivector.brief.book import Book, make_book
from multivector.brief.given import BriefInput
from multivector.brief.plain import clip
from multivector.brief.sources import date_range, outlets_of
from multivector.brief.words import KINDS, count, listed

__all__ = ["summary"]

LINE, LINES = 160, 10  # characters, lines
FILES_SHOWN = 3


def summary(given: BriefInput) -> list[str]:
    """At most ten lines of plain text, none of them with control characters or direction marks."""
    book = make_book(given)
    view = answer_view(given.judgement, book)
    likelihoods = [f"{bar.letter} {bar.word}, {bar.about} ({bar.range}): {bar.text}" for bar in view.bars]
    carriers = [f"{c.who}, “{c.cite.quote}” ({c.letter or '–'})" for c in view.carriers[:1]]
    lines = [
        given.judgement.question.text,
        view.opening,
        *likelihoods[:3],
        f"Confidence: {view.confidence}. {view.reason}",
        *(f"Carried above all by {carrier}" for carrier in carriers),
        _read(given, book),
        _found(book),
        _gaps(given),
        f"Case {given.case_hash}",
    ]
    lines = [line for line in lines if line]
    if len(lines) > LINES:  # the last two share a line, so that nothing is lost
        lines[-2:] = [f"{lines[-1]}; {lines[-2][:1].lower()}{lines[-2][1:]}"]
    return [clip(line, LINE) for line in lines][:LINES]


def _read(given: BriefInput, book: Book) -> str:
    outlets = outlets_of(book)
    named = "outlet" if all(document.outlet for document in book.documents) else "known outlet"
    of = f" of {count(len(outlets), named)}" if outlets else ""
    dates = date_range(book)
    return f"Read: {count(len(book.documents), 'document')}{of}{f', {dates}' if dates else ''}"


def _found(book: Book) -> str:
    kinds = Counter(entry.kind for entry in book.entries.values())
    return f"Found: {listed([count(kinds[kind], kind) for kind in KINDS if kinds[kind]]) or 'nothing'}"


def _gaps(given: BriefInput) -> str:
    withheld = sum(len(reading.withheld) for reading in given.readings)
    files = [name for name, _, _ in given.failures]
    rest = f" and {len(files) - FILES_SHOWN} more" if len(files) > FILES_SHOWN else ""
    unread = f"; not read: {', '.join(files[:FILES_SHOWN])}{rest}" if files else ""
    return f"Withheld: {count(withheld, 'candidate')}{unread}"
