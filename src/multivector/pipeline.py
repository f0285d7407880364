"""The spine: the whole journey of an article, and of a case, one call a stage.

bytes -> Source -> Document -> names, parse, dates -> Reading -> store -> judgement -> brief
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from multivector.brief import BriefInput
from multivector.case_views import (
    Asked,
    case_hash,
    dossier_of,
    letters_of,
    question_of,
    ratings_of,
    readings_of,
    readings_with,
    standings_of,
    told,
    view_of,
)  # fmt: skip
from multivector.errors import EvidenceError, UnreadableInput
from multivector.extract import (
    READER,
    READER_VERSION,
    Explained,
    Sieve,
    article_of,
    as_one,
    explain,
    features,
    find_asides,
    find_names,
    fixed_names,
    in_small_letters,
    pair_of,
    read_pair,
    read_records,
    unread,
    unread_document,
)  # fmt: skip
from multivector.extract.names import Hit
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
from multivector.model import Document, Reading, content_hash, document_id
from multivector.sources import Failure, Source, Unchanged, read_sources
from multivector.sources.decode import without_halves
from multivector.store import Store, View, Writer
from multivector.story.timeline import timeline
from multivector.text.base import Parse
from multivector.text.byline import without_datelines
from multivector.text.clean import to_document
from multivector.text.dates import find_dates
from multivector.text.days import iso_day
from multivector.text.english import model_name, parse_english
from multivector.text.paragraphs import paragraphs
from multivector.text.passages import by_language
from multivector.text.russian import parse_russian, russian_model_name
from multivector.world.own import NONE, Own

__all__ = [
    "Asked", "bare_document", "brief_case", "code_row", "dossier_of", "explain_text", "letters_of", "pair_features",
    "question_of",
    "ratings_of", "read_article", "read_case", "readings_of", "readings_with", "view_of",
]  # fmt: skip

Progress = Callable[[str], None]
RARE = 250  # characters a known name; where names stand closer hardly a sentence can be left out
LEAST = 0.05  # share of a text that is left out at all: to read it in pieces costs more than a sentence saved
DENSE = 0.25  # share of a text that its words must leave out for a second look by its tags to pay
PARSERS = {"en": parse_english, "ru": parse_russian}


def read_article(document: Document, *, sieve: bool = True, own: Own = NONE) -> Reading:
    """Everything that one document says, each paragraph in its own language; what no reader knows is kept, unread.

    The `sieve` leaves out sentences that cannot hold a record, before they are parsed; `own` are a user's actors.
    """
    spans = without_datelines(document.text, paragraphs(document.text))
    parts = by_language(document.text, spans, document.language)
    if not any(language in PARSERS for language in parts):
        return unread_document(document)
    if set(parts) == {document.language}:
        return _read(document, spans, sieve, own)
    readings = [_read(replace(document, language=k), v, sieve, own) for k, v in parts.items() if k in PARSERS]
    held = [w for k, v in parts.items() if k not in PARSERS for w in unread(document.text, k, v)]
    return as_one(document, spans, readings, held)


def _read(document: Document, spans: Sequence[tuple[int, int]], sieve: bool, own: Own) -> Reading:
    names, parsed = _parsed(document, spans, sieve, own)
    dates = find_dates(document.text, document.published, document.language)
    return read_records(document, spans, names, parsed, dates, own=own)


def _parsed(
    document: Document, spans: Sequence[tuple[int, int]], sieve: bool = False, own: Own = NONE
) -> tuple[tuple[Hit, ...], Parse]:
    """The known names in these paragraphs of the document, and their parse with these names whole."""
    starts = [start for start, _ in spans]
    hits = find_names(document.text, document.language, own)
    within = [h for h in hits if h.start < ([(0, 0), *spans][bisect_right(starts, h.start)])[1]]
    fixed = fixed_names(within) + (in_small_letters(document.text, spans, within) if document.language == "en" else [])
    given = (document.text, spans, fixed, find_asides(document.text))
    if sieve and document.language == "en" and len(document.text) > RARE * len(within):
        left = Sieve(document.text, spans, within)
        out = left.by_words()
        share = sum(end - start for start, end in out) / len(document.text)
        if share > LEAST:
            return tuple(within), parse_english(*given, out, sift=left.by_tags if share > DENSE else None)
    return tuple(within), PARSERS[document.language](*given)


def read_case(sources: Path, case: Path, progress: Progress) -> View:
    """Read what is new at `sources` into the case's store; a bad file is noted there and the rest goes on.

    What the store has already, by name and hash, is not decoded again; what is gone from `sources` is forgotten.
    """
    store, modelled = Store.open(case), (case / CASE_FILE).exists() and load_tone(case) == "embed"
    version = f"{READER_VERSION}-embed" if modelled else READER_VERSION
    held, seen = store.read_by(version), set[str]()
    with store.writer(version) as writer:
        for source in read_sources(sources, lambda name, digest: document_id(name, digest) in held):
            progress(source.name)
            if source.name in seen:
                source = _second(source.name, len(seen))
            seen.add(source.name)
            if isinstance(source, Unchanged):
                continue
            document = _document(source)
            if isinstance(document, Failure):
                writer.fail(document.name, document.reason, document.mend)
            elif document.id not in held:
                _add(writer, document, modelled=modelled)
    gone = store.names() - seen
    if gone:
        store.forget(gone)
    store.compact()
    return store.view()


def _add(writer: Writer, document: Document, *, modelled: bool) -> None:
    """Read the article into the store; where a rule is at fault this article is told, and the others go on."""
    try:
        found = read_article(document)
        writer.add(with_sentence_model(found) if modelled else found)
    except EvidenceError as error:
        writer.fail(document.name, str(error), "report it with the article; the rest of the case is whole")


def code_row(
    name: str,
    text: str,
    published: str | None,
    pair: tuple[str, str] | None = None,
    *,
    sieve: bool = True,
    own: Own = NONE,
) -> Reading:
    """The reading of a bare text in English, whose spans refer to it as it stands.

    With a `pair` of phrases (source, target) only the event between these two is coded; raises UnreadableInput where
    the text has neither.
    """
    document = bare_document(name, text, published)
    if pair is None:
        return read_article(document, sieve=sieve, own=own)
    names, parsed = _parsed(document, paragraphs(document.text), own=own)
    return read_pair(document, names, parsed, find_dates(document.text, document.published), pair)


def pair_features(text: str, pair: tuple[str, str]) -> dict[str, float]:
    """What the ranking of a marked pair sees: every feature by name with its strength (tools/fit_ranker.py)."""
    document = bare_document("text", text, None)
    names, parsed = _parsed(document, paragraphs(document.text))
    return features(pair_of(document, names, parsed, pair))


def explain_text(text: str, published: str | None) -> tuple[Explained, ...]:
    """Why a bare text in English is read as it is, word by word."""
    document = bare_document("text", text, published)
    names, parsed = _parsed(document, paragraphs(document.text))
    return explain(article_of(document, names, parsed))


def bare_document(name: str, text: str, published: str | None) -> Document:
    """A document of a text alone, in English; halves of letters are none, and become U+FFFD."""
    text = without_halves(text)
    digest = content_hash(text.encode("utf-8", "surrogatepass"))
    identity = document_id(name, digest)
    day = iso_day(published) if published else None
    return Document(identity, name, None, None, None, None, day, None, "en", text, digest, ((0, 0),), identity)


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
