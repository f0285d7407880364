"""Numbers in a sentence, each with what it counts, as English and Russian write them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multivector.text.dates import DateMention
from multivector.text.stemming import stemmer

__all__ = ["NUMBER_WORDS", "Quantity", "quantities"]

NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "fifty": 50,
    "два": 2, "две": 2, "двух": 2, "двое": 2, "двоих": 2, "три": 3, "трёх": 3, "трех": 3, "трое": 3, "троих": 3,
    "четыре": 4, "четырёх": 4, "четырех": 4, "четверо": 4, "пять": 5, "пяти": 5, "пятеро": 5, "шесть": 6, "шести": 6,
    "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "восьмерых": 8, "девять": 9, "девяти": 9, "десять": 10,
    "десяти": 10, "одиннадцать": 11, "двенадцать": 12, "двенадцати": 12, "пятнадцать": 15, "двадцать": 20,
    "тридцать": 30,
}  # fmt: skip
SCALE = {
    **dict.fromkeys(("thousand", "тыс", "тысяч", "тысячи"), 1e3),
    **dict.fromkeys(("million", "mln", "млн", "миллион", "миллиона", "миллионов"), 1e6),
    **dict.fromkeys(("billion", "bn", "млрд", "миллиард", "миллиарда", "миллиардов"), 1e9),
    **dict.fromkeys(("trillion", "трлн"), 1e12),
}
MONEY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "rouble", "us$": "dollar"}
QUANTITY = re.compile(
    r"(?<![\w.,:/-])(?P<money>US\$|[$€£¥₽])?\s?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f"
    r" ]\d{3})+(?:,\d+)?|\d+(?:\.\d+|,\d{1,2})?|"
    + rf"(?ai:{'|'.join(word for word in NUMBER_WORDS if word.isascii())})"
    + "".join(f"|{word}|{word.capitalize()}" for word in NUMBER_WORDS if not word.isascii())
    + r")(?![\w:]|-\w|,\d)(?:[\s-](?P<scale>(?i:"
    + "|".join(sorted(SCALE, key=len, reverse=True))
    + r"))\b\.?)?"
    r"(?P<percent>\s?%|\s(?i:per\s?cent)\b)?"
)
DECIMAL_COMMA = re.compile(r",(?=\d{1,2}$)")
AFTER = re.compile(r"[\s-]+(?:of\s+(?:the\s+|its\s+|their\s+)?)?([^\W\d_]+(?:-[^\W\d_]+)*)")
LEAST = re.compile(
    r"\b(?:more than|over|at least|above|exceed(?:s|ed|ing)?|upwards of|no fewer than|не менее(?: чем)?|"
    r"более(?: чем)?|свыше|больше|превы\w+|как минимум)\s+$", re.I,
)  # fmt: skip
MOST = re.compile(
    r"\b(?:up to|at most|less than|under|below|fewer than|до|менее(?: чем)?|меньше|не более(?: чем)?)\s+$", re.I
)
ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|some|roughly|approximately|close to|an estimated|около|порядка|почти|примерно|"
    r"приблизительно)\s+$", re.I,
)  # fmt: skip
BOUNDS: tuple[tuple[str, re.Pattern[str]], ...] = (("most", MOST), ("least", LEAST), ("about", ABOUT))
LENGTH = re.compile(
    r"\b(?:(?:for|lasts?|lasted|lasting|of|by)|(?:сроком )?на|в течение|продлится|"
    r"продл[её]н на)\s+(?:a |an |another |ещ[её] )?"
    r"(?P<number>\d{1,3}|a|an|[^\W\d_]+)[\s-]+(?P<unit>days?|weeks?|months?|years?|дн\w+|день|"
    r"недел\w+|месяц\w*|лет|год\w*)\b", re.I,
)  # fmt: skip
LENGTHS = {"d": 1, "w": 7, "m": 30, "y": 365, "д": 1, "н": 7, "м": 30, "л": 365, "г": 365}  # days
UNIT_WORDS = 3  # words after a number that may name what is counted


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: `units` are the stems after it, or a currency, or "%"."""

    start: int
    end: int
    value: float
    units: frozenset[str]
    text: str
    bound: str = ""  # "least", "most" or "about"


def quantities(words: str, start: int, dates: Sequence[DateMention]) -> Iterator[Quantity]:
    """The numbers in a sentence from `start` on that count something, in order; those of its dates are none."""
    for match in QUANTITY.finditer(words):
        if any(d.start < start + match.end() and start + match.start() < d.end for d in dates):
            continue
        low = match["number"].lower()
        value = float(NUMBER_WORDS.get(low) or _digits(low)) * SCALE.get((match["scale"] or "").casefold(), 1)
        units = _units(words, match)
        if units:
            bound = _bound(words[max(0, match.start() - 24) : match.start()])
            yield Quantity(start + match.start(), start + match.end(), value, units, _shown(words, match), bound)
    yield from _lengths(words, start)


def _bound(before: str) -> str:
    """Whether a number is the least, the most, or about so many, by the words before it."""
    return next((name for name, words in BOUNDS if words.search(before)), "")


def _lengths(words: str, start: int) -> Iterator[Quantity]:
    """How long something is to last, in days."""
    for match in LENGTH.finditer(words):
        number = match["number"].casefold()
        count = float(number) if number.isdigit() else NUMBER_WORDS.get(number, 0)
        if count:
            days = count * LENGTHS[match["unit"][0].casefold()]
            yield Quantity(start + match.start(), start + match.end(), days, frozenset({"duration"}), match[0])


def _digits(number: str) -> str:
    """The number as Python writes it: "98,000" is 98000, "4,8" as Russian has it 4.8, "1 400" 1400."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", number)
    return DECIMAL_COMMA.sub(".", plain) if DECIMAL_COMMA.search(plain) else plain.replace(",", "")


def _units(words: str, match: "re.Match[str]") -> frozenset[str]:
    if match["percent"]:
        return frozenset({"%"})
    if match["money"]:
        return frozenset({MONEY[match["money"].lower()]})
    found, at = [], match.end()
    for _ in range(UNIT_WORDS):
        after = AFTER.match(words, at)
        if after is None:
            break
        stem = stemmer().of(after[1])
        if not stem:
            break
        found.append(stem)
        at = after.end()
    return frozenset(found)


def _shown(words: str, match: "re.Match[str]") -> str:
    """The number with the word after it, as the text has them."""
    after = AFTER.match(words, match.end())
    tail = after.end() if after and not match["percent"] and not match["money"] else match.end()
    return " ".join(words[match.start() : tail].split())
