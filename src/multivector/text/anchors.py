"""What stays the same in a translation: numbers, and names by their consonants in either script."""

import re
from functools import lru_cache

__all__ = ["anchors", "names_and_numbers", "skeleton"]

# Scale words that follow a number, as the power of ten; English and Russian.
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "тыс": 3, "млн": 6, "млрд": 9, "трлн": 12}
SCALE_STEMS = (("тысяч", 3), ("миллион", 6), ("миллиард", 9), ("триллион", 12))
NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)(?:[.,](\d+))?(?![\w])(?:\s+([a-zа-я]+))?")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE_START = re.compile(r"(?:^|[.!?…:]|\n)[\s\"“”«»'‘’„–—-]*$")

CYRILLIC = str.maketrans({
    "б": "b", "в": "v", "г": "g", "д": "d", "ж": "z", "з": "s", "к": "k", "л": "l", "м": "m", "н": "n", "п": "p",
    "р": "r", "с": "s", "т": "t", "ф": "f", "х": "h", "ц": "s", "ч": "c", "ш": "s", "щ": "s", "қ": "k", "ғ": "g",
    "ң": "n", "һ": "h", "ґ": "g", "ѓ": "g", "ў": "v",
    **dict.fromkeys("аеёиоуыэюяйьъіїєәөүұ", ""),
})  # fmt: skip
# Latin letters and their groups as romanised Russian has them; the longest first.
LATIN = (
    ("shch", "s"), ("sch", "s"), ("tsch", "c"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("kh", "h"), ("ts", "s"),
    ("th", "t"), ("ph", "f"), ("ck", "k"), ("dj", "dz"), ("x", "ks"), ("w", "v"), ("q", "k"), ("z", "s"), ("c", "k"),
    ("j", "dz"),
)  # fmt: skip
VOWELS = re.compile(r"[aeiouy]")
SOFT_C = re.compile(r"c(?=[eiy])")  # Bruce and Брюс
ENDING = re.compile(r"(?<=\w{4})(?:ами|ями|[оеё]м|[ая]х)$")  # cases that add a consonant: Израилем
TWICE = re.compile(r"(.)\1+")
LONGEST = 4  # consonants: a Russian case ending adds further ones
SHORTEST = 2


def anchors(text: str) -> list[str]:
    """The anchors in text order: "#1400" for a number, "~ppn" for a name; the first word of a sentence is no name."""
    return [anchor for _, anchor in names_and_numbers(text)]


def names_and_numbers(text: str) -> list[tuple[int, str]]:
    """The anchors with the places where they start, in text order."""
    found = [(match.start(), f"#{_value(match)}") for match in NUMBER.finditer(text)]
    for match in WORD.finditer(text):
        word = match[0]
        if word[0].isupper() and not SENTENCE_START.search(text[max(0, match.start() - 6) : match.start()]):
            key = skeleton(word)
            if len(key) >= SHORTEST:
                found.append((match.start(), f"~{key}"))
    return sorted(found)


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """The first consonants of a name, the same for "Papoyan" and "Папояна"."""
    plain = ENDING.sub("", name.casefold().split("-")[-1]).translate(CYRILLIC)
    if plain.isascii() and name[0] < "\u0250":
        plain = SOFT_C.sub("s", plain)
        for old, new in LATIN:
            plain = plain.replace(old, new)
        plain = VOWELS.sub("", plain)
    letters = re.sub(r"[^a-z]", "", plain)
    return TWICE.sub(r"\1", letters)[:LONGEST]


def _value(match: re.Match[str]) -> str:
    """The number in plain digits: "15 billion" and "15 млрд" are 15e9, "1,400" is 1400."""
    whole, rest, word = match[1], match[2] or "", (match[3] or "").casefold()
    power = SCALES.get(word) or next((n for stem, n in SCALE_STEMS if word.startswith(stem)), 0)
    digits = re.sub(r"\D", "", whole)
    return f"{digits}{f'.{rest}' if rest else ''}{f'e{power}' if power else ''}"
