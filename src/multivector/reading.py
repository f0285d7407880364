"""From documents to readings: names, parse, dates and what the rules make of them, for one document or many."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeVar

from multivector.extract import (
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
    regards,
    unread,
    unread_document,
)  # fmt: skip
from multivector.extract.names import Hit
from multivector.model import Document, Reading, Regard, content_hash, document_id
from multivector.sources.decode import without_halves
from multivector.text.base import Parse
from multivector.text.byline import without_datelines
from multivector.text.dates import find_dates
from multivector.text.days import iso_day
from multivector.text.english import Unparsed, parse_all, parse_english
from multivector.text.paragraphs import paragraphs
from multivector.text.passages import by_language
from multivector.text.russian import LANGUAGE as RUSSIAN
from multivector.text.russian import parse_russian
from multivector.world.own import NONE, Own

__all__ = [
    "bare_document", "code_row", "explain_text", "groups", "pair_features", "parsed_alike", "parsed_russian",
    "read_article", "read_together", "regards_of",
]  # fmt: skip

MOST_DOCUMENTS, MOST_LETTERS = 32, 200_000  # parsed at once: enough for the parser, and their parses are held meanwhile
RARE = 250  # characters a known name; where names stand closer hardly a sentence can be left out
LEAST = 0.15  # share of a text that is left out at all: to read it in pieces costs more than a sentence saved
DENSE = 0.25  # share of a text that its words must leave out for a second look by its tags to pay
ENGLISH = "en"
PARSERS = {ENGLISH: parse_english, RUSSIAN: parse_russian}

Span = tuple[int, int]
Hits = tuple[Hit, ...]
Pair = tuple[str, str]
T = TypeVar("T")


class _Prepared(NamedTuple):
    """The spans of a document's paragraphs, the known names in them, and the text to parse with these names whole."""

    spans: Sequence[Span]
    names: Hits
    text: Unparsed


def read_article(document: Document, *, sieve: bool = True, own: Own = NONE) -> Reading:
    """Everything that one document says, each paragraph in its own language; what no reader knows is kept, unread.

    The `sieve` leaves out sentences that cannot hold a record, before they are parsed; `own` are a user's actors.
    """
    return _alone(document, None, sieve, own)


def groups(items: Iterable[T], letters: Callable[[T], int]) -> Iterator[list[T]]:
    """The items in runs that are worth reading together, by how many letters each has."""
    run: list[T] = []
    size = 0
    for item in items:
        if run and (len(run) == MOST_DOCUMENTS or size + letters(item) > MOST_LETTERS):
            yield run
            run, size = [], 0
        run.append(item)
        size += letters(item)
    if run:
        yield run


def read_together(
    documents: Sequence[Document],
    pairs: Sequence[Pair | None] = (),
    *,
    sieve: bool = True,
    own: Own = NONE,
) -> list[Callable[[], Reading]]:
    """For each document what gives its reading, the same as alone; all that are in English are parsed at once.

    A document with one of the `pairs` of phrases gives only the event between these. A fault shows where the reading
    at fault is asked for.
    """
    asked = list(zip(documents, pairs or [None] * len(documents), strict=True))
    try:
        begun = [_begun(document, pair, sieve, own) for document, pair in asked]
        parses = iter(parse_all([each.text for each in begun if isinstance(each, _Prepared)]))
    except Exception:  # whose fault it is shows when each is read alone
        return [partial(_alone, document, pair, sieve, own) for document, pair in asked]
    return [
        partial(_finished, document, pair, each, next(parses), own) if isinstance(each, _Prepared) else each
        for (document, pair), each in zip(asked, begun, strict=True)
    ]


def parsed_alike(
    documents: Sequence[Document], *, sieve: bool = True
) -> list[tuple[Document, Sequence[Span], Hits, Parse]]:
    """Each document in English with its paragraphs, known names and parse, before any rule reads it."""
    ready = [_prepared(document, paragraphs(document.text), sieve) for document in documents]
    parses = parse_all([each.text for each in ready])
    return [(d, each.spans, each.names, parse) for d, each, parse in zip(documents, ready, parses, strict=True)]


def _alone(document: Document, pair: Pair | None, sieve: bool, own: Own) -> Reading:
    begun = _begun(document, pair, sieve, own)
    if isinstance(begun, _Prepared):
        return _finished(document, pair, begun, _parsed(document, begun.text), own)
    return begun()


def _begun(document: Document, pair: Pair | None, sieve: bool, own: Own) -> _Prepared | Callable[[], Reading]:
    """What is to be parsed of a document all in English; of another what gives its reading."""
    spans = paragraphs(document.text)
    if pair is not None:
        return _prepared(document, spans, own=own)
    spans = without_datelines(document.text, spans)
    parts = by_language(document.text, spans, document.language)
    if document.language == ENGLISH and set(parts) == {ENGLISH}:
        return _prepared(document, spans, sieve, own)
    return partial(_in_parts, document, spans, parts, sieve=sieve, own=own)


def _in_parts(
    document: Document, spans: Sequence[Span], parts: Mapping[str, Sequence[Span]], *, sieve: bool, own: Own
) -> Reading:
    """The reading of a document that is not all in English, from its paragraphs by language."""
    if not any(language in PARSERS for language in parts):
        return unread_document(document)
    if set(parts) == {document.language}:
        return _read(document, spans, sieve, own)[1]
    readings = [_read(replace(document, language=k), v, sieve, own)[1] for k, v in parts.items() if k in PARSERS]
    held = [w for k, v in parts.items() if k not in PARSERS for w in unread(document.text, k, v)]
    return as_one(document, spans, readings, held)


def _finished(document: Document, pair: Pair | None, ready: _Prepared, parsed: Parse, own: Own) -> Reading:
    dates = find_dates(document.text, document.published, document.language)
    if pair is not None:
        return read_pair(document, ready.names, parsed, dates, pair)
    return read_records(document, ready.spans, ready.names, parsed, dates, own=own)


def _read(document: Document, spans: Sequence[Span], sieve: bool, own: Own) -> tuple[Parse, Reading]:
    ready = _prepared(document, spans, sieve, own)
    parsed = _parsed(document, ready.text)
    return parsed, _finished(document, None, ready, parsed, own)


def regards_of(document: Document, *, own: Own = NONE) -> tuple[Regard, ...]:
    """Who is for or against whom over all of a document's Russian paragraphs; () where it has none."""
    found = parsed_russian(document, own=own)
    return () if found is None else regards(*found)


def parsed_russian(document: Document, *, own: Own = NONE) -> tuple[Parse, Reading] | None:
    """The parse of the document's Russian paragraphs with their reading; None where it has none."""
    spans = without_datelines(document.text, paragraphs(document.text))
    own_spans = by_language(document.text, spans, document.language).get(RUSSIAN, ())
    if not own_spans:
        return None
    return _read(replace(document, language=RUSSIAN), own_spans, False, own)


def _prepared(document: Document, spans: Sequence[Span], sieve: bool = False, own: Own = NONE) -> _Prepared:
    """The known names in these paragraphs of the document, and the text to parse with these names whole."""
    starts = [start for start, _ in spans]
    hits = find_names(document.text, document.language, own)
    within = tuple(h for h in hits if h.start < ([(0, 0), *spans][bisect_right(starts, h.start)])[1])
    small = in_small_letters(document.text, spans, within) if document.language == ENGLISH else []
    given = Unparsed(document.text, spans, fixed_names(within) + small, find_asides(document.text))
    if sieve and document.language == ENGLISH and len(document.text) > RARE * len(within):
        left = Sieve(document.text, spans, within, grounded=bool(document.place or document.outlet))
        out = left.by_words()
        share = sum(end - start for start, end in out) / len(document.text)
        if share > LEAST:
            given = given._replace(skipped=out, sift=left.by_tags if share > DENSE else None)
    return _Prepared(spans, within, given)


def _parsed(document: Document, given: Unparsed) -> Parse:
    if document.language == ENGLISH:
        return parse_all([given])[0]
    return PARSERS[document.language](given.text, given.paragraphs, given.fixed, given.asides)


def code_row(
    name: str, text: str, published: str | None, pair: Pair | None = None, *, sieve: bool = True, own: Own = NONE
) -> Reading:
    """The reading of a bare text in English, whose spans refer to it as it stands.

    With a `pair` of phrases (source, target) only the event between these two is coded; raises UnreadableInput where
    the text has neither.
    """
    return _alone(bare_document(name, text, published), pair, sieve, own)


def pair_features(text: str, pair: Pair) -> dict[str, float]:
    """What the ranking of a marked pair sees: every feature by name with its strength (tools/fit_ranker.py)."""
    document = bare_document("text", text, None)
    _, names, given = _prepared(document, paragraphs(document.text))
    return features(pair_of(document, names, _parsed(document, given), pair))


def explain_text(text: str, published: str | None) -> tuple[Explained, ...]:
    """Why a bare text is read as it is, word by word, in the language of most of its paragraphs that can be read."""
    document = bare_document("text", text, published)
    parts = by_language(document.text, paragraphs(document.text), ENGLISH)
    readable = {k: v for k, v in parts.items() if k in PARSERS}
    language = max(readable, key=lambda k: sum(end - start for start, end in readable[k]), default=ENGLISH)
    document = replace(document, language=language)
    _, names, given = _prepared(document, readable.get(language, ()))
    return explain(article_of(document, names, _parsed(document, given)))


def bare_document(name: str, text: str, published: str | None) -> Document:
    """A document of a text alone, in English; halves of letters are none, and become U+FFFD."""
    text = without_halves(text)
    digest = content_hash(text.encode("utf-8", "surrogatepass"))
    identity = document_id(name, digest)
    day = iso_day(published) if published else None
    return Document(identity, name, None, None, None, None, day, None, ENGLISH, text, digest, ((0, 0),), identity)
