"""Dictionary forms of English verbs where the model's own table takes one verb for another."""

import re

__all__ = ["verb_lemma"]

# One vowel between consonants: English doubles the last one before an ending ("rapped"), so that "raped", "staging" and
# "fines" are forms of "rape", "stage" and "fine" (Quirk et al. 1985, section 3.8). "x", "w" and "y" are never doubled.
SHORT = re.compile(r"[bcdfghj-np-tv-z]+[aeiou][bdfgklmnprtvz]")
ENDINGS = ("ed", "es", "ing")
# Strong forms that the model's table does not have, as far as news uses them.
STRONG = {
    "bent": "bend", "besought": "beseech", "browbeaten": "browbeat", "chid": "chide", "clung": "cling",
    "forbad": "forbid", "foresaw": "foresee", "forgave": "forgive", "forsook": "forsake", "forswore": "forswear",
    "leant": "lean", "leapt": "leap", "mistook": "mistake", "misspoke": "misspeak", "overflew": "overfly",
    "overflown": "overfly", "overridden": "override", "overrode": "override", "readied": "ready", "redrew": "redraw",
    "remade": "remake", "resold": "resell", "retook": "retake", "rewrote": "rewrite", "stricken": "strike",
    "striven": "strive", "strove": "strive", "swam": "swim", "trod": "tread", "trodden": "tread",
    "underwritten": "underwrite", "underwrote": "underwrite", "unfroze": "unfreeze", "unfrozen": "unfreeze",
    "wove": "weave",
    "axed": "axe", "axes": "axe", "axing": "axe", "decreed": "decree", "extolled": "extol", "gutted": "gut",
}  # fmt: skip


def verb_lemma(form: str, lemma: str) -> str:
    """The dictionary form of a verb's `form`, given the `lemma` that the model has for it; both in lower case."""
    if form in STRONG:
        return STRONG[form]
    if form.startswith(lemma) and form[len(lemma) :] in ENDINGS and SHORT.fullmatch(lemma):
        return lemma + "e"
    return lemma
