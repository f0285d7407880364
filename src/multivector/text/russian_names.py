"""Russian persons' names in the nominative."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from natasha import MorphVocab

__all__ = ["nominative", "told"]

CASES = {"Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
GENDERS = {"Masc": "masc", "Fem": "femn"}
ENDINGS = ("ым", "ом", "ем", "а", "у", "е")  # of a man's surname, where the dictionary does not know it
NAMES = ("Surn", "Name", "Patr")
FIXED = ("о", "э", "ых", "их", "енко")  # endings of surnames that have one form for all cases
WOMANLY = ("а", "я", "ы", "и", "е", "у", "ю", "ой", "ей")  # endings of a woman's first name in its cases
HARD = "бвгджзйклмнпрстфхцчшщь"  # a woman's surname that ends so has one form too: "Ангелу Меркель"
SHORTEST = 3  # letters of a stem


def told(name: str) -> str:
    """The word of a person's name that shows its case: the surname, or the first name where that has one form."""
    first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
    if first == last or "." in first:
        return last
    womanly = last[-1:] in HARD and first.endswith(WOMANLY)
    return first if last.endswith(FIXED) or womanly else last


def nominative(vocabulary: "MorphVocab", name: str, case: str, gender: str) -> str:
    """The name as a subject, given the case and gender ("Gen", "Masc") in which its last word stands."""
    if case not in CASES:
        return name
    return " ".join(_word(vocabulary, word, case, gender) for word in name.split())


def _word(vocabulary: "MorphVocab", word: str, case: str, gender: str) -> str:
    if not word[:1].isupper() or "." in word:
        return word
    form = _inflected(vocabulary, word, {CASES[case], "sing", GENDERS.get(gender, "masc")})
    if form is not None:
        return _cased(form, word)
    ending = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= SHORTEST), "")
    return word[: len(word) - len(ending)] if gender == "Masc" and ending else word


def _inflected(vocabulary: "MorphVocab", word: str, wanted: set[str]) -> Any:
    """The nominative of the dictionary's reading that has what is wanted, a name's first; None where it has none."""
    fitting = [p for p in vocabulary.parse(word) if wanted <= p.tag.grammemes]
    best = next((p for p in fitting if any(kind in p.tag for kind in NAMES)), fitting[0] if fitting else None)
    return best.inflect({"Nom"}) if best is not None else None


def _cased(form: Any, word: str) -> str:
    """The form with the capitals of the word: "касым-жомарт" was "Касым-Жомарта"."""
    parts = str(form.word).split("-")
    capitals = [p[:1].isupper() for p in word.split("-")]
    if len(parts) != len(capitals):
        return str(form.word).capitalize()
    return "-".join(p.capitalize() if big else p for p, big in zip(parts, capitals, strict=True))
