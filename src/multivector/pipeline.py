"""The spine: the whole journey of an article, and of a case, one call a stage.

    bytes -> Source -> Document -> names, parse, dates -> Reading -> store -> judgement -> brief
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from multivector.brief import BriefInput, render
from multivector.extract import READER_VERSION, find_asides, find_names, fixed_names, read_records
from multivector.judge import default_question, judge, load_case, load_reliability
from multivector.model import Document, Reading
from multivector.model.judgement import Question
from multivector.sources import Failure, Source, read_sources
from multivector.store import Store, View
from multivector.text.clean import to_document
from multivector.text.copies import clusters
from multivector.text.dates import find_dates
from multivector.text.english import parse_english
from multivector.text.paragraphs import paragraphs
from multivector.world.actors import display_names

__all__ = ["ask", "brief_case", "read_article", "read_case", "readings_of", "versions"]

Progress = Callable[[str], None]
PARSERS = {"en": parse_english}


def read_article(document: Document) -> Reading:
    """Everything that one document says. A language without a parser gives an empty reading that says why."""
    parse = PARSERS.get(document.language)
    if parse is None:
        return Reading(document, (), (), (), (), (_unread(document),))
    spans = paragraphs(document.text)
    names = find_names(document.text, document.language)
    parsed = parse(document.text, spans, fixed_names(names), find_asides(document.text))
    dates = find_dates(document.text, document.published)
    return read_records(document, spans, names, parsed, dates)


def read_case(sources: Path, case: Path, progress: Progress) -> View:
    """Read what is new at `sources` into the case's store; a bad file is noted and the rest goes on."""
    store = Store.open(case)
    seen: set[str] = set()
    with store.writer(READER_VERSION) as writer:
        for source in read_sources(sources):
            seen.add(source.name)
            progress(source.name)
            document = _document(source)
            if isinstance(document, Failure):
                writer.fail(document.name, document.reason, document.mend)
            elif not store.has(document.id, READER_VERSION):
                writer.add(read_article(document))
    view = store.view()
    gone = {d.name for d in view.documents()} | {f.name for f in view.failures()}
    if gone - seen:
        store.forget(gone - seen)
        view = store.view()
    return view


def readings_of(view: View) -> tuple[Reading, ...]:
    """What the case holds, with reviews applied and near-copies put into their clusters."""
    documents = view.documents()
    together = clusters([(d.id, d.published, d.text) for d in documents])
    held: dict[str, list[Withheld]] = {}
    for document_id, withheld in view.withheld():
        held.setdefault(document_id, []).append(withheld)
    return tuple(
        Reading(
            replace(d, cluster=together[d.id]),
            view.sentences(d.id),
            view.mentions(d.id),
            view.actors(),
            view.records(document=d.id),
            tuple(held.get(d.id, ())),
        )
        for d in documents
    )
