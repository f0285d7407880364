"""Full-text search by tantivy: the index on disk, what goes in, ranked answers. No other file knows tantivy."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from multivector.errors import InputError, StoreError
from multivector.store.atomic import make_folder, write_atomic
from multivector.store.search_rows import Found, tone_word
from multivector.text.derivations import relatives

__all__ = ["Asking", "SearchIndex"]

VERSION = 1  # of the fields below; raise it when they change
STATE = "documents.json"  # which documents are in the index, each with the version of its reader
LANGUAGES = {"en": "english", "ru": "russian"}  # the language of a text and tantivy's stemmer
HEAP = 128_000_000  # bytes that the writer may hold before it spills
LONGEST_WORD = 60
MOST_QUERY = 2000  # characters of a query; more is no question
NEAR = 0.5  # weight of a word of the same root beside the word itself
PLAIN = re.compile(r"[^\W_]+")  # a word of a query without signs ...
SIGNS = ("AND", "OR", "NOT", "IN")  # ... and the words that are signs to tantivy
FIELDS = tuple(field.name for field in fields(Found))
ENCODED = json.JSONEncoder(ensure_ascii=False).encode
DAY_ONE, LAST_DAY = 0, 99991231  # days as numbers: 2024-10-17 is 20241017


@dataclass(frozen=True, slots=True)
class Asking:
    """What is looked for: words, and filters that all must hold; None for any."""

    words: str = ""
    kind: str | None = None
    actors: tuple[str, ...] = ()
    type: str | None = None
    since: str | None = None
    until: str | None = None
    tone: str | None = None
    limit: int = 20


class SearchIndex:
    """The index in a folder, made where there is none. Derived from the store: it can be deleted."""

    def __init__(self, folder: Path) -> None:
        import tantivy  # late: only who searches needs it

        self._folder = folder / f"v{VERSION}"
        make_folder(self._folder)
        self._schema = _schema(tantivy)
        try:
            self._index = tantivy.Index(self._schema, path=str(self._folder))
        except ValueError as error:
            raise StoreError(f"{self._folder}: no search index ({error}); delete it and search again") from error
        self._analyzers = {language: _analyzer(tantivy, stemmer) for language, stemmer in LANGUAGES.items()}
        for language, analyzer in self._analyzers.items():
            self._index.register_tokenizer(f"stem_{language}", analyzer)

    def held(self) -> dict[str, str]:
        """The ids of the documents and segments in the index, each with the mark under which it was put in."""
        try:
            found: dict[str, str] = json.loads((self._folder / STATE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found

    def update(
        self, gone: Iterable[tuple[str, ...]], fresh: Iterable[tuple[str, Iterable[Found]]], held: Mapping[str, str]
    ) -> None:
        """Take out what is gone, put the rows of fresh units in, in the place of what was there.

        A unit is a document, by its id, or a segment of many that comes whole; `held` are all, with marks. What is gone
        is told as a unit, or as a segment and the document of it.

        Either all of it stands afterwards or nothing. Raises StoreError where another process is writing.
        """
        import tantivy

        try:
            writer = self._index.writer(HEAP, 1)
        except ValueError as error:
            raise StoreError(f"{self._folder}: another process is writing the index; try again later") from error
        known = self.held()
        # Were this run killed behind its commit, the next one would know what may be in there already.
        self._note(known | {document: "" for document, mark in held.items() if known.get(document) != mark})
        for ids in gone:
            both = [(tantivy.Occur.Must, tantivy.Query.term_query(self._schema, "document", one)) for one in ids]
            writer.delete_documents_by_query(tantivy.Query.boolean_query(both))
        for unit, rows in fresh:
            if unit in known:
                writer.delete_documents_by_term("document", unit)
            for row in rows:
                writer.add_document(_document(tantivy, row, unit))
        writer.commit()
        writer.wait_merging_threads()
        self._note(held)
        self._index.reload()

    def _note(self, held: Mapping[str, str]) -> None:
        write_atomic(self._folder / STATE, json.dumps(dict(sorted(held.items()))).encode())

    def find(self, asked: Asking) -> tuple[Found, ...]:
        """The best matches, the best first; equals by document, start, end and id.

        Raises InputError where nothing is asked or a day is none.
        """
        searcher = self._index.searcher()
        hits = searcher.search(self._query(asked), limit=max(1, asked.limit)).hits
        found = [_found(searcher.doc(address)["stored"][0], score) for score, address in hits]
        return tuple(sorted(found, key=lambda f: (-round(f.score, 4), f.name, f.start, f.end, f.id)))

    def _query(self, asked: Asking) -> Any:
        import tantivy

        query, term = tantivy.Query, tantivy.Query.term_query
        must = []
        if asked.words.strip():
            must += self._said(asked.words[:MOST_QUERY])
        terms = [("kind", asked.kind), ("type", asked.type), *(("actor", code) for code in asked.actors)]
        terms += [("tone", f"{code}:{asked.tone}") for code in asked.actors or ("",) if asked.tone]
        must += [query.const_score_query(term(self._schema, field, value), 0.0) for field, value in terms if value]
        if asked.since or asked.until:
            low, high = _number(asked.since, DAY_ONE), _number(asked.until, LAST_DAY)
            between = query.range_query(self._schema, "day", tantivy.FieldType.Integer, low, high)
            must.append(query.const_score_query(between, 0.0))
        if not must:
            raise InputError("nothing is asked; give words, or a filter such as --actor RUS")
        return query.boolean_query([(tantivy.Occur.Must, one) for one in must])

    def _said(self, words: str) -> list[Any]:
        """What must be said: plain words each in any form or by a word of its root, else what the query's signs ask."""
        plain = words.split()
        if any(PLAIN.fullmatch(word) is None or word in SIGNS for word in plain):
            return [self._parsed(words)]
        return [self._any_form(word) for word in plain]

    def _parsed(self, words: str) -> Any:
        fields = list(LANGUAGES)
        return self._index.parse_query_lenient(words, default_field_names=fields, conjunction_by_default=True)[0]

    def _any_form(self, word: str) -> Any:
        """The word, or with less weight one of its root: "запрещает" where "запрет" is asked for."""
        import tantivy

        query, should = tantivy.Query, tantivy.Occur.Should
        found = [(should, self._parsed(word))]
        for language, analyzer in self._analyzers.items():
            for stem in analyzer.analyze(word):
                near = relatives(stem, language, lambda other: "".join(analyzer.analyze(other)))  # noqa: B023
                terms = (query.term_query(self._schema, language, one) for one in sorted(near))
                found += [(should, query.boost_query(term, NEAR)) for term in terms]
        return query.boolean_query(found)


def _schema(tantivy: Any) -> Any:
    builder = tantivy.SchemaBuilder()
    for language in LANGUAGES:
        builder.add_text_field(language, tokenizer_name=f"stem_{language}")
    for name in ("document", "kind", "type", "actor", "tone"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_bytes_field("stored", stored=True, indexed=False)
    return builder.build()


def _analyzer(tantivy: Any, stemmer: str) -> Any:
    kinds = tantivy.Filter
    simple = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    short = simple.filter(kinds.remove_long(LONGEST_WORD))
    return short.filter(kinds.lowercase()).filter(kinds.stemmer(stemmer)).build()


def _document(tantivy: Any, row: Found, unit: str) -> Any:
    made = tantivy.Document()
    made.add_text(row.language if row.language in LANGUAGES else "en", row.quote)
    if unit != row.document:
        made.add_text("document", unit)
    for name, value in (("document", row.document), ("kind", row.kind), ("type", row.type)):
        made.add_text(name, value)
    for code in row.actors:
        made.add_text("actor", code)
    for code, tone in row.tones:
        for name in (code, ""):
            made.add_text("tone", f"{name}:{tone_word(tone)}")
    made.add_integer("day", _number(row.day, DAY_ONE))
    made.add_bytes("stored", ENCODED({name: getattr(row, name) for name in FIELDS}).encode())
    return made


def _found(stored: Any, score: float) -> Found:
    row: dict[str, Any] = json.loads(bytes(stored))
    row["actors"], row["tones"] = tuple(row["actors"]), tuple((code, value) for code, value in row["tones"])
    return replace(Found(**row), score=round(score, 4))


def _number(day: str | None, default: int) -> int:
    """A day as a number; raises InputError where it is none."""
    if day is None:
        return default
    digits = day.replace("-", "")
    if len(digits) != 8 or not digits.isdecimal():
        raise InputError(f"{day!r} is no day; give one as 2024-10-17")
    return int(digits)
