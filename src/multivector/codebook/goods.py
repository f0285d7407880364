"""Goods as the news names them, and the customs headings they fall under.

A row of data/goods/*.yaml holds a good's plain name, its headings in the Harmonized System 2022 (four digits; two where
a word covers a whole chapter) and the words for it in each language. A row without headings is a figure of speech: its
words end in the word for a good ("bargaining chip") and name none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from multivector.codebook.base import languages, load_folder

__all__ = ["LANGUAGES", "Good", "find_good", "goods"]

LANGUAGES = MappingProxyType({"en": "words", "ru": "words_ru"})  # language -> the field of a row with its words

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_SHORTEST = 3  # letters that stay of a word whose ending is cut off

# Lemmatisers disagree about modifiers: "tinned fish" comes as tinned or as tin, "подержанная одежда" as подержанный or
# as подержать, and a phrase in the codebook has its genitive ("семя льна"). So these endings are cut off on both sides.
_ENGLISH = ("ing", "ed", "s", "e")
_RUSSIAN_CASE = (
    *("ийся", "ься", "ого", "его", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ия", "ии"),
    *("ье", "ья", "ов", "ев", "ей", "ы", "и", "а", "я", "о", "е", "ь", "й"),
)
_RUSSIAN_VERBAL = (
    *("ованн", "оват", "ующ", "уем", "анн", "ающ", "аем", "авш", "янн", "яющ", "яем", "ящ", "ат", "ят", "ит"),
)
_RUSSIAN_ADJECTIVE = ("ый", "ий", "ой", "ое", "ее", "ые", "ие")  # зерновые comes as зерновой
_IRREGULAR = MappingProxyType(
    {"grown": "grow", "made": "make", "spent": "spend", "used": "use"}
    | {"льна": "лен", "огня": "огонь", "станка": "станок", "сгущенное": "сгустить", "сгущенный": "сгустить"}
)


@dataclass(frozen=True, slots=True)
class Good:
    """A good by its plain English name, and its headings or chapters in HS 2022, smallest first."""

    name: str
    hs: tuple[str, ...]


@cache
def goods(language: str = "en") -> Mapping[tuple[str, ...], Good]:
    """Each phrase for a good, as its lower-case words, with the good.

    Raises KeyError for a language that LANGUAGES does not list.
    """
    return MappingProxyType({words: good for words, good in _phrases(language) if good.hs})


def find_good(lemmas: Sequence[str], language: str = "en") -> Good | None:
    """The good named by the longest phrase that ends the sequence of lemmas: ("fresh", "melon") gives the melons.

    Hyphens, capitals, ё for е and the endings of modifiers make no difference. None where no phrase ends the sequence
    or the longest one is a figure of speech. Raises KeyError for a language that LANGUAGES does not list.
    """
    phrases, longest = _index(language)
    words = _split(lemmas)
    for start in range(max(0, len(words) - longest), len(words)):
        good = phrases.get(_key(words[start:], language))
        if good is not None:
            return good if good.hs else None
    return None


@cache
def _index(language: str) -> tuple[Mapping[tuple[str, ...], Good], int]:
    """All phrases in the form in which they are compared, and the length of the longest."""
    found: dict[tuple[str, ...], Good] = {}
    for words, good in _phrases(language):
        found.setdefault(_key(_split(words), language), good)
    return MappingProxyType(found), max(map(len, found), default=0)


def _phrases(language: str) -> Iterator[tuple[tuple[str, ...], Good]]:
    field = LANGUAGES.get(language) or (f"words_{language}" if language in languages() else LANGUAGES[language])
    for rows in load_folder("goods"):
        for row in rows:
            headings = (row["hs"],) if isinstance(row["hs"], str) else tuple(row["hs"])
            good = Good(row["name"], headings)
            for phrase in row.get(field, ()):
                yield tuple(phrase.lower().split()), good


def _split(words: Iterable[str]) -> list[str]:
    """The words in lower case without hyphens and plural or possessive s: "dual-use" gives dual, use; "F-16s" f, 16."""
    found: list[str] = []
    for word in words:
        parts = _PARTS.findall(word.lower().replace("ё", "е"))
        found += parts[:1] + [part for part in parts[1:] if part != "s"]
    return found


def _key(words: Sequence[str], language: str) -> tuple[str, ...]:
    """The form in which phrases are compared: modifiers cut to their stems, the head nearly whole."""
    if language == "en":
        return (*map(_english_stem, words[:-1]), _singular(words[-1]))
    if len(words) == 1:
        return (_cut(words[0], _RUSSIAN_ADJECTIVE, "-"),)  # marked, lest сырой be сыр
    return tuple(map(_russian_stem, words))  # the head stands first or last


def _cut(word: str, endings: Iterable[str], instead: str = "") -> str:
    """The word without the first of the endings that it has, where enough of it stays."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)] + instead
    return word


def _singular(word: str) -> str:
    return word if word.endswith("ss") else _cut(word, ("s",))


def _english_stem(word: str) -> str:
    stem = _cut(_IRREGULAR.get(word, word), _ENGLISH)
    if stem.endswith("y"):
        return stem[:-1] + "i"  # liquefy, liquefied
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem  # tin, tinned


def _russian_stem(word: str) -> str:
    return _cut(_cut(_IRREGULAR.get(word, word), _RUSSIAN_CASE), _RUSSIAN_VERBAL)
