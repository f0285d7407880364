"""Reading: the articles, one of them with its highlights, and the record that is being looked at."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from multivector.brief.dates import day_words
from multivector.brief.highlight import Highlight, Piece, pieces_of
from multivector.brief.sources import LANGUAGES
from multivector.errors import InputError
from multivector.model import Document, Event, Membership, Reading, Record, Statement, TradeMeasure, kind_of
from multivector.web.ask import Ask
from multivector.web.links import document_url
from multivector.web.record import RecordView, record_view, verdict_of
from multivector.web.screen import Param, Screen
from multivector.web.state import State

__all__ = ["SCREENS", "ReadView"]

LISTED = 60  # articles in the list beside the text
LANGUAGE_TAIL = re.compile(r"[._-]([a-z]{2})(\.[a-z]+)$")


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in the list. `left` is the number of records that nobody has decided on."""

    id: str
    title: str
    outlet: str
    day: str
    language: str
    records: int
    left: int


@dataclass(frozen=True, slots=True)
class Text:
    """An article with its highlights, in pieces by paragraph."""

    id: str
    name: str
    title: str
    outlet: str
    author: str
    place: str
    day: str
    language: str
    lang: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    unread: str


@dataclass(frozen=True, slots=True)
class ReadView:
    """The screen. `other` is the same article in another language, where the case has it."""

    listed: tuple[Listed, ...]
    hidden: int
    find: str
    text: Text | None
    other: Text | None
    record: RecordView | None
    kinds: tuple[tuple[str, int], ...]
    withheld: tuple[tuple[str, str], ...]


def view(state: State, ask: Ask) -> ReadView:
    """The article asked for, or the latest one; raises InputError where there is no such article or record."""
    wanted, record = ask.text("document"), ask.text("record")
    if record and record not in state.records:
        raise InputError(f"{record}: no record of this case has that id")
    wanted = wanted or next((d.id for d in state.documents), "")
    reading = state.reading_of(wanted)
    if wanted and reading is None:
        raise InputError(f"{wanted}: no document of this case has that id")
    listed, hidden = _listed(state, ask.text("find"), wanted)
    if reading is None:
        return ReadView(listed, hidden, ask.text("find"), None, None, None, (), ())
    other = _counterpart(state, reading.document)
    kinds = Counter(kind_of(one) for one in state.records_in(wanted))
    return ReadView(
        listed, hidden, ask.text("find"),
        _text(state, reading, record),
        _text(state, other, record) if other else None,
        record_view(state, record) if record else None,
        tuple(kinds.most_common()),
        tuple((held.quote, held.reason) for held in reading.withheld),
    )  # fmt: skip


def _listed(state: State, find: str, wanted: str) -> tuple[tuple[Listed, ...], int]:
    words = find.casefold()
    found = [d for d in state.documents if not words or words in f"{d.title} {d.outlet} {d.name}".casefold()]
    at = next((i for i, d in enumerate(found) if d.id == wanted), 0)
    start = max(0, min(at - LISTED // 2, len(found) - LISTED))
    shown = found[start : start + LISTED]
    return tuple(_row(state, d) for d in shown), len(found) - len(shown)


def _row(state: State, document: Document) -> Listed:
    records = state.records_in(document.id)
    left = sum(record.id not in state.reviews_of for record in records)
    day = day_words(document.published) if document.published else "undated"
    title = document.title or document.name
    return Listed(document.id, title, document.outlet or "", day, document.language, len(records), left)


def _counterpart(state: State, document: Document) -> Reading | None:
    """The same article in another language: of its family (a translation, found by the order of its names and numbers),
    or with a file's name that differs only in the language at its end, as in `interview.ru.txt` and
    `interview.en.txt`."""
    family = state.base.families[document.cluster]
    found = next((one for one in family if one.language != document.language), None)
    if found is None and LANGUAGE_TAIL.search(document.name):
        named = state.base.once("stems", lambda: _by_stem(state.documents))
        found = next((one for one in named[_stem(document)] if one.id != document.id), None)
    return state.reading_of(found.id) if found else None


def _stem(document: Document) -> str:
    return LANGUAGE_TAIL.sub("", document.name)


def _by_stem(documents: Sequence[Document]) -> dict[str, list[Document]]:
    """The documents whose names end in a language, by the rest of the name."""
    found: dict[str, list[Document]] = {}
    for one in documents:
        if LANGUAGE_TAIL.search(one.name):
            found.setdefault(_stem(one), []).append(one)
    return found


def _text(state: State, reading: Reading, selected: str) -> Text:
    document = reading.document
    highlights = [
        h for record in state.records_in(document.id) for h in _highlights(state, record, document.id, selected)
    ]
    inside = [h for h in highlights if 0 <= h.start < h.end <= len(document.text)]
    unread = next((held.reason for held in reading.withheld if held.kind == "document"), "")
    return Text(
        document.id, document.name, document.title or document.name, document.outlet or "", document.author or "",
        document.place or "", day_words(document.published) if document.published else "undated",
        LANGUAGES.get(document.language, document.language), document.language,
        tuple(pieces_of(document.text, inside)), unread,
    )  # fmt: skip


def _highlights(state: State, record: Record, document: str, selected: str) -> list[Highlight]:
    """The record's evidence in that document; the label leads to the record, and the kind says how it stands."""
    label = state.base.labels[record.id]
    kind = "frame" if isinstance(record, Statement) else kind_of(record)
    state_of = {"rejected": " rejected", "accepted": " ok", "corrected": " ok"}.get(verdict_of(state, record.id), "")
    classes = f"{kind}{state_of}{' on' if record.id == selected else ''}"
    also = record.also if isinstance(record, Event | TradeMeasure | Membership) else ()
    found = []
    for n, evidence in enumerate((record.evidence, *also)):
        if evidence.document == document:
            mark = f"h-{record.id}" if not n else f"h-{record.id}.{n}"
            found.append(
                Highlight(evidence.start, evidence.end, classes, mark, document_url(document, record.id), label)
            )
    if isinstance(record, Statement):
        content = record.content
        found.append(Highlight(content.start, content.end, f"statement{state_of}", "", "", ""))
    return found


PARAMS = (
    Param("record", "the id of the record to look at"),
    Param("find", "words of a title, an outlet or a file's name, to shorten the list"),
)
SCREENS = (
    Screen("read", "Read", "/read", "read.html", view, "The latest article with its highlights.", PARAMS),
    Screen(
        "article", "Read", "/read/{document}", "read.html", view,
        "An article with its highlights, and the record that is looked at.", PARAMS, "read",
    ),
)  # fmt: skip
