"""Nouns and verbs of one root: who looks for "запрет" is shown "запрещает" too, who looks for "expulsion" "expelled".

Russian ones by rule: the last consonant of a root changes before some suffixes (т and щ, с and ш, в and вл), and verbs
have suffixes that nouns have not (Zaliznyak, Grammatical Dictionary of Russian, 1977, on alternations of verbs). The
rule makes more stems than there are words; those that no text has find nothing.
"""

from collections.abc import Callable, Iterator
from functools import cache

from multivector.codebook.base import load

__all__ = ["relatives"]

SHORTEST = 4  # letters of a root: shorter ones have too many unlike relatives
PLAIN = 5  # letters from which a root with another consonant may stand without a suffix: "борт" is no "борщ"
SUFFIXES = ("ирова", "ова", "ива", "ыва", "ени", "ен", "ан", "к", "а", "я")  # the longest first
CHANGES = (
    ("ст", "щ"), ("т", "щ"), ("т", "ч"), ("к", "ч"), ("д", "ж"), ("з", "ж"), ("г", "ж"), ("с", "ш"), ("б", "бл"),
    ("п", "пл"), ("в", "вл"), ("м", "мл"),
)  # fmt: skip
REPEATED = ("ива", "ыва")  # behind these "о" becomes "а": "приостановка", "приостанавливает"
VOWELS = frozenset("аеиоуыэюя")
Stem = Callable[[str], str]


def relatives(stem: str, language: str, stemmed: Stem) -> frozenset[str]:
    """The stems, besides this one, under which words of its root may stand; `stemmed` cuts a word as the texts' are."""
    by_rule = frozenset(_by_rule(stem)) if language == "ru" else frozenset()
    return by_rule.union(_told(stem, language, stemmed)) - {stem}


def _told(stem: str, language: str, stemmed: Stem) -> Iterator[str]:
    for family in _families().get(language, ()):
        stems = [stemmed(word) for word in family]
        if stem in stems:
            yield from stems


@cache
def _families() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = load("derivations.yaml")
    return found


def _by_rule(stem: str) -> Iterator[str]:
    """A Russian stem with its suffix taken away or changed, and its last consonant and vowel too."""
    bare = _root(stem)
    graded = (_graded(bare, "а", "о"),) if stem[len(bare) :] in REPEATED else ()
    for root in {stem, bare, *graded}:
        if len(root) >= SHORTEST:
            firm = root != stem or len(root) >= PLAIN
            changed = [*_changed(root)]
            yield from (root, *(changed if firm else ()))
            yield from (one + suffix for one in (root, *changed) for suffix in SUFFIXES)
            yield from (_graded(one, "о", "а") + suffix for one in (root, *changed) for suffix in REPEATED)


def _graded(root: str, one: str, other: str) -> str:
    """The root with its last vowel changed, as verbs that say what is done again and again have it."""
    before, found, behind = root.rpartition(one)
    return before + other + behind if found and not VOWELS & {*behind} else root


def _root(stem: str) -> str:
    for suffix in SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= SHORTEST:
            return stem[: -len(suffix)]
    return stem


def _changed(root: str) -> Iterator[str]:
    """The root with the consonant that stands for its last one before other suffixes."""
    for one, other in (*CHANGES, *((b, a) for a, b in CHANGES)):
        if root.endswith(one) and len(root) - len(one) + len(other) >= SHORTEST:
            yield root[: len(root) - len(one)] + other
