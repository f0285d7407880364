"""What a sentence says in any language: its numbers, states, names, and the words that have a counterpart."""

import re
from collections import Counter
from functools import cache
from itertools import accumulate

from multivector.codebook.story import story_words
from multivector.text.anchors import names_and_numbers
from multivector.text.stemming import stemmer
from multivector.text.stems import WORD, stem
from multivector.world.table import cell_list, rows

__all__ = ["Facts", "facts", "retold"]

Facts = tuple[Counter[str], ...]  # one a sentence

SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”»]?\s+|\n+")
SHORT_STATE = 4  # letters of a Russian name of a state: shorter ones are other words' stems too
CUT = 5  # letters of a Russian adjective that its cases share
POSSESSIVE = re.compile(r"['’]s$")
NAMES, NAMES_RU = ("name", "aliases", "demonyms", "capital"), ("name_ru", "aliases_ru", "demonyms_ru", "capital_ru")
MOST_SENTENCES = 120  # of one text: the first pages tell enough


def facts(text: str) -> Facts:
    """The facts of each sentence of a text, in order; a sentence without any is left out.

    "#1400" is a number, "@CHN" a state by any of its one-word names, its people or its capital, "~ppn" another name by
    its consonants; any other word counts only where the bridge between the languages has it. A sentence's first word
    is a name too where it is a state's.
    """
    found = (_facts(sentence) for sentence in SENTENCE_END.split(text)[:MOST_SENTENCES])
    return tuple(one for one in found if one)


def retold(one: Facts, other: Facts) -> tuple[float, int]:
    """The share of the first text's facts that stand in the second in the same order, and how many the first has.

    Each sentence is looked for in one place of the second (two sentences next to each other, since translators cut and
    join sentences), never before the place of the sentence before it.
    """
    places = [here + after for here, after in zip(other, (*other[1:], Counter()), strict=True)]
    best = [0] * (len(places) + 1)  # by how many places may be used, the most facts up to this sentence
    for sentence in one:
        gained = [before + (sentence & place).total() for before, place in zip(best[1:], places, strict=True)]
        best = list(accumulate((best[0], *gained), max))
    total = sum(sentence.total() for sentence in one)
    return best[-1] / max(1, total), total


def _facts(sentence: str) -> Counter[str]:
    found: Counter[str] = Counter()
    known = _words(sentence)
    found.update(filter(None, known.values()))
    found.update(anchor for start, anchor in names_and_numbers(sentence) if start not in known)
    return found


def _words(sentence: str) -> dict[int, str]:
    """The states and the bridge's words of a sentence, by where they start; "" where a word is nobody's name."""
    found: dict[int, str] = {}
    counterparts, titles = _counterparts(), story_words().titles
    for match in WORD.finditer(sentence):
        word = match[0]
        state = _state(word)
        common = "" if state else stemmer().of(word)
        if state:
            found[match.start()] = f"@{state}"
        elif common in counterparts:
            found[match.start()] = common
        elif word.casefold() in titles:
            found[match.start()] = ""
    return found


def _state(word: str) -> str | None:
    """The state that a word names; in Russian adjectives are written small."""
    nouns, adjectives = _states()
    low = POSSESSIVE.sub("", word.casefold().replace("ё", "е"))
    key = stem(low) if low[0] > "\u0400" else low
    return (nouns.get(key) if word[0].isupper() else None) or adjectives.get(key)


@cache
def _counterparts() -> frozenset[str]:
    """The stems that words of both languages may have."""
    return frozenset(filter(None, map(stemmer().of, story_words().counterparts)))


@cache
def _states() -> tuple[dict[str, str], dict[str, str]]:
    """The states by the stems of their names and capitals, and by those of their Russian adjectives."""
    nouns: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for row in rows("states"):
        for word in (w.casefold() for column in NAMES for w in cell_list(row[column])):
            nouns.setdefault(word, row["code"])
        for word in (w.replace("ё", "е") for column in NAMES_RU for w in cell_list(row[column])):
            if len(word) >= SHORT_STATE and " " not in word:
                for key in (stem(word.casefold()), word.casefold()[:CUT]):
                    (adjectives if word[0].islower() else nouns).setdefault(key, row["code"])
    return nouns, adjectives
