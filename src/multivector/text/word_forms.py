"""Which lemmas a word could have, whatever its part of speech: the tables of spaCy's English lemmatizer, unguided."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from multivector.text.english_model import english_model

__all__ = ["is_common", "possible_lemmas"]

MOST_WORDS = 200_000  # words remembered before starting afresh
_KNOWN: dict[str, frozenset[str]] = {}


def possible_lemmas(word: str) -> frozenset[str]:
    """Every lemma that the parse could give the word, in lower case; the word itself is one of them."""
    found = _KNOWN.get(word)
    if found is None:
        if len(_KNOWN) > MOST_WORDS:
            _KNOWN.clear()
        found = _KNOWN[word] = frozenset(_possible(word.lower()))
    return found


def is_common(word: str) -> bool:
    """True for a form of a word in the lemmatizer's list of nouns, verbs and adjectives."""
    return not _tables().common.isdisjoint(possible_lemmas(word))


def _possible(word: str) -> Iterable[str]:
    tables = _tables()
    yield word
    yield from tables.fixed.get(word, ())
    for exceptions, rules in tables.regular:
        yield from exceptions.get(word, ())
        for old, new in rules:
            if word.endswith(old):
                yield word[: len(word) - len(old)] + new


class _Tables:
    """What the lemmatizer's tables say by word, and what the attribute ruler says whatever the lemmatizer would."""

    def __init__(self, nlp: Any) -> None:
        lookups = nlp.get_pipe("lemmatizer").lookups
        rules, exceptions = lookups.get_table("lemma_rules"), lookups.get_table("lemma_exc")
        kinds = [kind for kind in ("verb", "noun", "adj", "adv", "aux", "propn") if kind in rules or kind in exceptions]
        self.regular: list[tuple[Mapping[str, Any], list[list[str]]]] = [
            (exceptions.get(kind, {}), rules.get(kind, [])) for kind in kinds
        ]
        index = lookups.get_table("lemma_index")
        self.common = frozenset(word for kind in ("noun", "verb", "adj", "adv") for word in index.get(kind, ()))
        self.fixed: dict[str, list[str]] = {}
        for row in nlp.get_pipe("attribute_ruler").patterns:
            lemma = row["attrs"].get("LEMMA")
            for pattern in row["patterns"] if lemma else ():
                for word in _words(pattern[row.get("index", 0)].get("LOWER", ())):
                    self.fixed.setdefault(word, []).append(lemma.lower())


def _words(rule: Any) -> list[str]:
    if isinstance(rule, str):
        return [rule]
    return list(rule.get("IN", ())) if isinstance(rule, dict) else []


@cache
def _tables() -> _Tables:
    return _Tables(english_model().nlp)
