"""Source -> Document: the article's own text, each character with its place in the file, and what the page told."""

import re
from pathlib import PurePosixPath

from multivector.errors import UnreadableInput
from multivector.model import Document, document_id
from multivector.sources.base import Source
from multivector.text.byline import Byline
from multivector.text.characters import normalise
from multivector.text.days import iso_day
from multivector.text.furniture import strip_furniture
from multivector.text.language import detect
from multivector.text.mastheads import day_in_numbers
from multivector.text.traced import Traced, offset_map
from multivector.text.wraps import assemble
from multivector.text.years import day_of_year

__all__ = ["to_document"]

LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
NAME_DAY = re.compile(r"(?:19|20)\d\d(?:[-_.]?)[01]\d(?:[-_.]?)[0-3]\d")


def to_document(source: Source, *, retrieved: str | None = None) -> Document:
    """The document of a source, alone in its cluster.

    Its text has "\\n\\n" between paragraphs and no other line end; every visible character stands in the source at the
    byte that `offsets` leads to, in the same order. What the file says about itself wins over its byline, that over the
    date in its name, that over a dateline without a year (years.py). Raises UnreadableInput where no words are left.
    """
    hints = source.hints
    published = _day(hints.published, hints.outlet, hints.language) if hints.published else None
    raw = normalise(Traced(source.text, source.at))
    found = strip_furniture(_lines(raw), title=hints.title, published=published)
    stored = assemble(found.lines)
    if not any(char.isalnum() for char in stored.text):
        raise UnreadableInput(f"{source.name}: no words are left without the page's furniture; put text in")
    told = Byline(_visible(hints.author), _visible(hints.place), published, _visible(hints.outlet))
    said = told.or_else(found.byline)
    fetched = retrieved or (iso_day(hints.retrieved) if hints.retrieved else None)
    identity = document_id(source.name, source.data_hash)
    return Document(
        id=identity, name=source.name, outlet=said.outlet, title=_visible(found.title), author=said.author,
        place=said.place,
        published=said.published or _day_in_name(source.name) or day_of_year(
            found.removed, name=source.name, retrieved=fetched, text=stored.text
        ),
        retrieved=fetched,
        language=_language(stored.text, hints.language), text=stored.text, content_hash=source.data_hash,
        offsets=offset_map(stored), cluster=identity, removed=found.removed,
    )  # fmt: skip


def _day(told: str, outlet: str | None, language: str | None) -> str | None:
    """The ISO day of a date as the file gives it; of one in numbers alone where the outlet tells their order."""
    return iso_day(told) or day_in_numbers(told, outlet, language)


def _lines(text: Traced) -> list[Traced]:
    """The lines of a text, trimmed."""
    lines, start = [], 0
    for line in text.text.split("\n"):
        lines.append(text.part(start, start + len(line)).trimmed())
        start += len(line) + 1
    return lines


def _visible(value: str | None) -> str | None:
    """A hint on one line, without what nobody can see."""
    return " ".join(normalise(Traced(value, range(len(value)))).text.split()) or None if value else None


def _day_in_name(name: str) -> str | None:
    match = NAME_DAY.search(PurePosixPath(name).name)
    return iso_day(match[0].replace("_", "-").replace(".", "-")) if match else None


def _language(text: str, hint: str | None) -> str:
    """The text's language; what the file says counts only where the text is too short to tell: templates err."""
    found = detect(text)
    match = LANGUAGE.fullmatch(hint.strip()) if hint and found == "und" else None
    return match[1].lower() if match else found
