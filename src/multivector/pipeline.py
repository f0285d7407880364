"""The spine: the whole journey of an article, and of a case, one call a stage.

bytes -> Source -> Document -> names, parse, dates -> Reading -> store -> judgement -> brief
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from multivector.brief import BriefInput
from multivector.case_views import (
    Asked,
    case_hash,
    dossier_of,
    question_of,
    ratings_of,
    readings_of,
    readings_with,
    standings_of,
    told,
    view_of,
)  # fmt: skip
from multivector.errors import EvidenceError, UnreadableInput
from multivector.extract import READER, READER_VERSION
from multivector.extract.tone_statements import with_sentence_model
from multivector.judge import (
    indicators,
    load_forecasts,
    load_tone,
    pooled,
    replay,
    score,
)
from multivector.judge.case_text import CASE_FILE
from multivector.model import Document, Regard, document_id
from multivector.reading import (
    bare_document,
    code_row,
    explain_text,
    groups,
    pair_features,
    read_article,
    read_together,
    regards_of,
)  # fmt: skip
from multivector.sources import Failure, Source, Unchanged, read_sources
from multivector.store import Store, View, Writer
from multivector.story.timeline import timeline
from multivector.text.clean import to_document
from multivector.text.english import model_name
from multivector.text.russian import russian_model_name

__all__ = [
    "Asked", "bare_document", "brief_case", "code_row", "dossier_of", "explain_text", "pair_features",
    "question_of", "ratings_of", "read_article", "read_case", "read_together", "readings_of", "readings_with",
    "regarded", "regards_of", "view_of",
]  # fmt: skip

Progress = Callable[[str], None]


def read_case(sources: Path, case: Path, progress: Progress) -> View:
    """Read what is new at `sources` into the case's store; a bad file is noted there and the rest goes on.

    What the store has already, by name and hash, is not decoded again; what is gone from `sources` is forgotten.
    """
    store, modelled = Store.open(case), (case / CASE_FILE).exists() and load_tone(case) == "embed"
    version = f"{READER_VERSION}-embed" if modelled else READER_VERSION
    held, seen = store.read_by(version), set[str]()

    def fresh() -> Iterator[Document]:
        """What is to be read; of the rest the reader hears at once."""
        for source in read_sources(sources, lambda name, digest: document_id(name, digest) in held):
            if source.name in seen:
                source = _second(source.name, len(seen))
            seen.add(source.name)
            document = source if isinstance(source, Unchanged) else _document(source)
            if isinstance(document, Document) and document.id not in held:
                yield document
                continue
            progress(source.name)
            if isinstance(document, Failure):
                writer.fail(document.name, document.reason, document.mend)

    with store.writer(version) as writer:
        for run in groups(fresh(), lambda document: len(document.text)):
            _add(writer, run, progress, modelled=modelled)
    gone = store.names() - seen
    if gone:
        store.forget(gone)
    store.compact()
    return store.view()


def regarded(sources: Path) -> Iterator[tuple[str, tuple[Regard, ...] | str]]:
    """Each article at `sources` by its name with its regards, or with the reason why it could not be read."""
    for source in read_sources(sources, lambda name, digest: False):
        if not isinstance(source, Unchanged):
            document = _document(source)
            yield source.name, document.reason if isinstance(document, Failure) else regards_of(document)


def _add(writer: Writer, documents: Sequence[Document], progress: Progress, *, modelled: bool) -> None:
    """Read the articles into the store; where a rule is at fault that article is told, and the others go on."""
    for document, read in zip(documents, read_together(documents), strict=True):
        progress(document.name)
        try:
            found = read()
            writer.add(with_sentence_model(found) if modelled else found)
        except EvidenceError as error:
            writer.fail(document.name, str(error), "report it with the article; the rest of the case is whole")


def brief_case(sources: Path, case: Path, asked: Asked, progress: Progress) -> BriefInput:
    """The whole journey: read, judge, and everything that the brief shows."""
    view = read_case(sources, case, progress)
    readings, story = told(view)
    dossier = dossier_of(case, readings, asked)
    judgement = dossier.judged()
    forecasts = load_forecasts(case) if (case / CASE_FILE).exists() else ()
    return BriefInput(
        readings,
        judgement,
        dossier.names,
        tuple((f.name, f.reason, f.mend) for f in view.failures()),
        versions(),
        case_hash(readings, dossier.question),
        standings_of(readings),
        case.resolve().name,
        replay(dossier) if judgement.judged else (),
        indicators(dossier, judgement) if judgement.judged else (),
        pooled(dossier) if judgement.judged else None,
        forecasts,
        score(forecasts) if forecasts else None,
        dossier.reliability,
        story.contradictions,
        timeline(readings, story.claims),
    )


def versions() -> tuple[tuple[str, str], ...]:
    """What the result depends on besides the sources, each with its version."""
    return ((READER, READER_VERSION), ("English model", model_name()), ("Russian model", russian_model_name()))


def _second(name: str, number: int) -> Failure:
    """What a second article of one name comes to: records are known by their article's name."""
    return Failure(f"{name} ({number})", f"another article is called {name} already", "give each article its own id")


def _document(source: Source | Failure) -> Document | Failure:
    if isinstance(source, Failure):
        return source
    try:
        return to_document(source)
    except UnreadableInput as error:
        return Failure(source.name, str(error), "give a file that holds an article's text")
