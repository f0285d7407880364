"""Which language each paragraph is in: quotations and whole sections in another one are common in the region's news."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from multivector.text.language import WORD, WORDS, detect

__all__ = ["by_language", "paragraph_language"]

MIN_LETTERS = 40  # a shorter paragraph is taken to be in the document's language, unless its letters say otherwise
MIN_COMMON = 2  # of Russian's commonest words settle it
CYRILLIC = ("ru", "uk", "be", "bg", "kk", "ky", "tg", "sr", "mk")
# Languages that write Cyrillic and are mistaken for Russian by the commonest words where their own letters are missing.
NEAR_RUSSIAN = ("kk", "ky", "tg", "tt", "ba", "uz", "mn", "uk", "be")
CYRILLIC_LETTER = re.compile(r"[\u0400-\u052f]")
LETTER = re.compile(r"[^\W\d_]")
TURKIC = re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺҳҷӯӣ]")
MIN_TURKIC = 0.08  # of the letters; names in their own spelling stay below that in a Russian sentence


@cache
def _classifier() -> Any:
    import py3langid  # late: loads 5 MB, and only texts in Cyrillic need it

    return py3langid


def paragraph_language(text: str, document: str) -> str:
    """The language of a paragraph; where it is unclear that of the whole document."""
    if document == "en" and CYRILLIC_LETTER.search(text) is None:
        return document
    letters = len(LETTER.findall(text))
    if len(TURKIC.findall(text)) > max(2, MIN_TURKIC * letters):
        found = detect(text)
        return found if found in NEAR_RUSSIAN else "kk"
    if document == "en":  # as any bare row is until its letters are seen: even a few words in Cyrillic are not English
        found = detect(text)
        return found if found in CYRILLIC else document
    if letters < MIN_LETTERS:
        return document
    found = detect(text)
    return _told_from_russian(text, found) if found != "und" else document


def _told_from_russian(text: str, found: str) -> str:
    """The language, where Russian and what is mistaken for it are told apart by Russian's commonest words."""
    if found not in ("kk", "ru"):
        return found
    if sum(word in WORDS["ru"] for word in WORD.findall(text.casefold())) >= MIN_COMMON:
        return "ru"
    other = str(_classifier().classify(text)[0]) if found == "ru" else found
    return other if other in NEAR_RUSSIAN else found


def by_language(text: str, spans: Sequence[tuple[int, int]], document: str) -> dict[str, list[tuple[int, int]]]:
    """The paragraphs of each language, in text order; the document's own language first."""
    found: dict[str, list[tuple[int, int]]] = {document: []}
    for start, end in spans:
        found.setdefault(paragraph_language(text[start:end], document), []).append((start, end))
    return {language: places for language, places in found.items() if places}
