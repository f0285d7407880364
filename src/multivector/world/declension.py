"""The case forms of Russian names by their endings, so that a table needs the nominative alone.

The forms are made generously: one that nobody uses does no harm in a list of what to look for. Rules after the school
grammar (Rosenthal, Spravochnik po pravopisaniyu, on the declension of names).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

__all__ = ["decline", "phrase_forms"]

SHORT = 3  # words of a name whose forms are all combined
CASES = 5  # genitive, dative, accusative, instrumental, prepositional
VOWELS = "аеиоуыэюя"
HUSHERS = "гкхжчшщ"
ADJECTIVES = {
    "ий": ("ого|его|ия", "ому|ему|ию", "ого|его|ий", "им|ием", "ом|ем|ии"),  # "Великий", "Маврикий"
    "ый": ("ого", "ому", "ого|ый", "ым", "ом"),
    "ой": ("ого|оя", "ому|ою", "ого|ой|оя", "ым|им|оем", "ом|ое"),  # "Толстой", "Ханой"
    "ая": ("ой|ей|аи", "ой|ей|ае", "ую|аю", "ой|ей|аей", "ой|ей|ае"),  # "Северная", "Прая"
    "яя": ("ей", "ей", "юю", "ей", "ей"),
    "ое": ("ого", "ому", "ое", "ым|им", "ом"),
    "ее": ("его", "ему", "ее", "им", "ем"),
    "ые": ("ых", "ым", "ые|ых", "ыми", "ых"),
    "ие": ("их", "им", "ие|их", "ими", "их"),
}
NOUNS = {
    "ия": ("ии", "ии", "ию", "ией", "ии"),
    "ий": ("ия", "ию", "ия|ий", "ием", "ии|ие"),
    "ел": ("ела|ла", "елу|лу", "ел|ела|ла", "елом|лом", "еле|ле"),  # "отдел", "Павел"
    "ие": ("ия", "ию", "ие", "ием", "ии"),
    "ье": ("ья", "ью", "ье", "ьем", "ье"),
    "ец": ("ца|йца", "цу|йцу", "ца|йца|ец", "цем|йцем|цом", "це|йце"),
    "ок": ("ка|ока", "ку|оку", "ка|ока|ок", "ком|оком", "ке|оке"),  # "Городок", "Бангкок"
    "ет": ("ета|та", "ету|ту", "ет|ета|та", "етом|том", "ете|те"),  # "Тибет", "Египет"
    "ень": ("еня|ени|ня", "еню|ени|ню", "ень|еня|ня", "енем|енью|нем", "ене|ени|не"),  # "Тюмень", "Пльзень"
    "ане": ("ан", "анам", "ан", "анами", "анах"),
    "яне": ("ян", "янам", "ян", "янами", "янах"),
    "цы": ("цев|цов", "цам", "цев|цы", "цами", "цах"),
    "о": ("а", "у", "о", "ом", "е"),
    "а": ("ы|и", "е", "у", "ой|ей", "е"),
    "я": ("и", "е", "ю", "ей", "е"),
    "й": ("я", "ю", "я|й", "ем", "е"),
    "ь": ("я|и", "ю|и", "я|ь", "ем|ью", "е|и"),
    "ы": ("|ов", "ам", "ы|ов", "ами", "ах"),
    "и": ("|ов|ей", "ам|ям", "и|ов|ей", "ами|ями", "ах|ях"),
    "е": ("я", "ю", "е", "ем", "е"),
}
CONSONANT = ("а", "у", "а|", "ом|ем", "е|у")
SURNAMES = {  # by the whole ending
    "ов": ("ова", "ову", "ова", "овым", "ове"), "ев": ("ева", "еву", "ева", "евым", "еве"),
    "ин": ("ина", "ину", "ина|ин", "иным|ином", "ине"), "ын": ("ына", "ыну", "ына", "ыным", "ыне"),
    "ова": ("овой", "овой", "ову", "овой", "овой"), "ева": ("евой", "евой", "еву", "евой", "евой"),
    "ина": ("иной|ины", "иной|ине", "ину", "иной", "иной|ине"),
}  # fmt: skip
FIXED = ("о", "и", "у", "ю", "э", "е")  # endings of foreign names that do not change


@cache
def decline(word: str, *, person: bool = False) -> tuple[tuple[str, ...], ...]:
    """For the nominative and each oblique case, in the order of CASES, the word's possible forms."""
    head, hyphen, last = word.rpartition("-")
    forms = _oblique(last, person=person)
    return ((word,), *(tuple(head + hyphen + form for form in case) for case in forms))


def _oblique(word: str, *, person: bool) -> list[tuple[str, ...]]:
    lower = word.lower()
    if (
        len(word) < (2 if person else 3)
        or (word.isupper() and len(word) < 7)
        or not lower.isalpha()
        or lower[-1] not in _LETTERS
    ):
        return [(word,)] * CASES
    if person and lower[-1] in FIXED:
        return [(word,)] * CASES
    ending, endings = _endings(lower, person=person)
    stem = word[: len(word) - len(ending)]
    return [tuple(_join(stem, e) for e in case.split("|")) + ((word,) if person else ()) for case in endings]


_LETTERS = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя")


def _endings(lower: str, *, person: bool) -> tuple[str, Sequence[str]]:
    """The part that changes, and what it becomes in each case."""
    tables = [SURNAMES, ADJECTIVES, NOUNS] if person else [ADJECTIVES, NOUNS]
    if lower.endswith(("ние", "тие", "вие", "лие", "рие")) and not lower.endswith(("шние", "жние")):
        tables = [NOUNS]
    if lower.endswith(("рий", "лий", "тий", "ргий", "ний")) and person:
        tables = [NOUNS]
    for table in tables:
        for length in (3, 2, 1):
            if len(lower) > length and lower[-length:] in table:
                return lower[-length:], table[lower[-length:]]
    return "", CONSONANT


def _join(stem: str, ending: str) -> str:
    """Stem and ending, by the rule that ы does not follow г к х and hushers."""
    if ending.startswith("ы") and stem[-1:].lower() in HUSHERS:
        ending = "и" + ending[1:]
    return stem + ending


def phrase_forms(phrase: str, *, person: bool = False) -> Iterator[tuple[str, str]]:
    """Each case form of a phrase, with its head word in that form.

    Of a person's name all words change; of other names the adjectives before the first noun and that noun, so that
    what hangs on it stays ("Совета Безопасности ООН").
    """
    words = phrase.split(" ")
    last = len(words) - 1 if person else _head(words)
    changing = [decline(word, person=person) for word in words[: last + 1]]
    rest = words[last + 1 :]
    for case in range(CASES + 1):
        for forms in _together([options[case] for options in changing]):
            yield " ".join((*forms, *rest)), forms[-1]


def _head(words: Sequence[str]) -> int:
    """The place of the first word that is no adjective."""
    for place, word in enumerate(words):
        lower = word.lower()
        nounish = lower.endswith(("ание", "ение", "ствие", "тие"))
        if nounish or lower[-2:] not in ADJECTIVES or place == len(words) - 1:
            return place
    return len(words) - 1


def _together(options: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The words' forms in every combination, of the longest names only side by side."""
    if len(options) <= SHORT:
        yield from product(*options)
        return
    for number in range(max(map(len, options))):
        yield tuple(forms[min(number, len(forms) - 1)] for forms in options)
