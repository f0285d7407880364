"""One script a word: Latin letters among Cyrillic ones, and letters of neighbouring languages, made Russian ones."""

import re

__all__ = ["CYRILLIC", "latin", "unified"]

CYRILLIC = ("ru",)  # languages whose text is put into one form before names are looked for
LOOKALIKES = str.maketrans("ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук")
# ё is written as е by most papers; names of Kazakhs and Ukrainians stand in their own letters now and then.
NEAREST = str.maketrans("ёЁқҚғҒүҮұҰөӨәӘіІңҢһҺїЇєЄґҐ", "еЕкКгГуУуУоОаАиИнНхХиИеЕгГ")
MIXED = re.compile(r"\w*(?:[A-Za-z]\w*[Ѐ-ӿ]|[Ѐ-ӿ]\w*[A-Za-z])\w*")
# How names are written in Latin letters, after BGN/PCGN 1947 without its diacritics.
LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip


def unified(text: str) -> str:
    """The text, of the same length, with Latin lookalikes inside Cyrillic words made Cyrillic and е for ё."""
    plain = MIXED.sub(lambda word: word[0].translate(LOOKALIKES), text)
    return plain.translate(NEAREST)


def latin(word: str) -> str:
    """A Cyrillic word in Latin letters, lower case; other letters stay."""
    return "".join(LATIN.get(c, c) for c in unified(word.casefold()))
