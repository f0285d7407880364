"""Part of speech and lemma by word, tag and relation: spaCy's ruler and lemmatizer asked once for each such triple."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["MOST_FORMS", "Form", "Morphology"]

MOST_FORMS = 100_000  # triples kept before the memory starts afresh: some 15 MB
Key = tuple[int, ...]
SINGLE = 3  # parts of the key of a word by itself
APART = ((0, ","), (1, ","), (2, "punct"))  # word, tag and relation of what stands between words that are asked for


class Form(NamedTuple):
    """What a word is in its place."""

    pos: str
    lemma: str


class Morphology:
    """Remembers what the ruler and the lemmatizer say of a word under a tag and a relation.

    Both look at one token at a time but for the ruler's pairs ("let's", "gonna", expletive "there is"); where two
    neighbours could be such a pair, each is remembered together with the other. Guaranteed: the same forms as both
    components give in spaCy's own order.
    """

    def __init__(self, nlp: "Language") -> None:
        self._pipes = [nlp.get_pipe(name) for name in ("attribute_ruler", "lemmatizer") if nlp.has_pipe(name)]
        self._forms: dict[Key, Form] = {}
        rows = nlp.get_pipe("attribute_ruler").patterns if nlp.has_pipe("attribute_ruler") else []  # type: ignore[attr-defined]
        pairs = [pattern for row in rows for pattern in row["patterns"] if len(pattern) > 1]
        self._exact = all(len(pattern) == 2 for pattern in pairs)
        self._first = _Test(pattern[0] for pattern in pairs)
        self._second = _Test(pattern[-1] for pattern in pairs)

    def forms(self, docs: Sequence["Doc"]) -> list[list[Form]]:
        """The forms of each document's words; the documents are tagged and parsed."""
        if len(self._forms) > MOST_FORMS:
            self._forms = {}
        keys = [self._keys(doc) for doc in docs]
        fresh = {key for row in keys for key in row if key not in self._forms}
        for doc, row in zip(docs, keys, strict=True):
            if not self._exact or any(len(key) > SINGLE and key in fresh for key in row):
                self._ask(doc, row)  # a pair is asked for where it stands
        self._learn(docs, sorted(key for key in fresh if len(key) == SINGLE and key not in self._forms))
        return [[self._forms[key] for key in row] for row in keys]

    def _ask(self, doc: "Doc", keys: Sequence[Key]) -> None:
        for pipe in self._pipes:
            pipe(doc)
        self._forms.update((key, Form(t.pos_, t.lemma_)) for key, t in zip(keys, doc, strict=True))

    def _learn(self, docs: Sequence["Doc"], fresh: Sequence[Key]) -> None:
        """Ask for words by themselves: a made-up text of them with commas between."""
        if not fresh:
            return
        from spacy.tokens import Doc  # late: only when a text is parsed

        strings = docs[0].vocab.strings
        words, tags, deps = ([part for key in fresh for part in (strings[key[n]], between)] for n, between in APART)
        made = Doc(docs[0].vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        for pipe in self._pipes:
            pipe(made)
        self._forms.update((key, Form(made[2 * n].pos_, made[2 * n].lemma_)) for n, key in enumerate(fresh))

    def _keys(self, doc: "Doc") -> list[Key]:
        from spacy.attrs import DEP, LOWER, ORTH, TAG  # late: only when a text is parsed

        rows: list[list[int]] = doc.to_array([ORTH, TAG, DEP, LOWER]).tolist()
        keys: list[Key] = [(row[0], row[1], row[2]) for row in rows]
        strings = doc.vocab.strings
        for i in self._pairs(rows, strings):
            keys[i] = (*keys[i], 1, *rows[i + 1][:3])
            keys[i + 1] = (*keys[i + 1], 2, *rows[i][:3])
        return keys

    def _pairs(self, rows: Sequence[Sequence[int]], strings: Any) -> list[int]:
        """Where a pair may begin."""
        second = [self._second.holds(strings, row[3], row[2]) for row in rows]
        return [i for i in range(len(rows) - 1) if second[i + 1] and self._first.holds(strings, rows[i][3], rows[i][2])]


class _Test:
    """Whether a word could stand at one place of a pair; what is asked of its tag is left open."""

    def __init__(self, specs: Iterable[dict[str, Any]]) -> None:
        self._specs = tuple(specs)
        self._known: dict[tuple[int, int], bool] = {}

    def holds(self, strings: Any, lower: int, dep: int) -> bool:
        found = self._known.get((lower, dep))
        if found is None:
            found = any(_fits(spec, strings[lower], strings[dep]) for spec in self._specs)
            if len(self._known) < MOST_FORMS:
                self._known[lower, dep] = found
        return found


def _fits(spec: dict[str, Any], lower: str, dep: str) -> bool:
    return all(_allows(spec[name], value) for name, value in (("LOWER", lower), ("DEP", dep)) if name in spec)


def _allows(rule: Any, value: str) -> bool:
    if isinstance(rule, str):
        return rule == value
    if "IN" in rule:
        return value in rule["IN"]
    return _pattern(rule["REGEX"]).search(value) is not None if "REGEX" in rule else True


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)
