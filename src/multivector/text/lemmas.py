"""Dictionary forms of English words where the model's own table takes one for another or does not know the word."""

import re

__all__ = ["noun_lemma", "verb_lemma"]

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
    "backpedalled": "backpedal", "co-chaired": "co-chair", "co-chairing": "co-chair", "co-opted": "co-opt",
    "co-opting": "co-opt", "co-opts": "co-opt", "co-sponsored": "co-sponsor", "co-sponsoring": "co-sponsor",
    "cordoned": "cordon", "cordoning": "cordon", "deregistered": "deregister", "deregistering": "deregister",
    "installed": "install", "installing": "install", "lambasted": "lambaste", "lambastes": "lambaste",
    "lambasting": "lambaste", "re-opened": "re-open", "re-opening": "re-open", "scapegoated": "scapegoat",
    "scapegoating": "scapegoat", "tear-gassed": "tear-gas", "tear-gassing": "tear-gas", "unbanned": "unban",
    "axed": "axe", "axes": "axe", "axing": "axe", "decreed": "decree", "extolled": "extol", "gutted": "gut",
}  # fmt: skip
# For a verb that is not in its table ("relaunched", "co-hosted") the model takes the ending for "-d" and leaves an "e":
# "relaunche". After these letters no English verb has one.
FULL = re.compile(r"(?:[nrt]ch|sh|[cpx]t|[oeiu]st|[lnfhr]t|m[bp]|[clnr]k|ll|ss|ff|[lnr]d|[lr]m|[rw]n|wl)e$")
IN_IE = ("belie", "hogtie", "outvie", "underlie", "untie")
SHORTEST = 5  # letters of a verb that may be cut: "die", "eye" and "dye" are whole
# Plurals that news uses as words of their own.
PLURALS = {"data", "media", "headquarters", "barracks", "customs"}


def noun_lemma(form: str, lemma: str) -> str:
    """The dictionary form of a noun's `form`, given the `lemma` that the model has for it; both in lower case."""
    return form if form in PLURALS else lemma


def verb_lemma(form: str, lemma: str) -> str:
    """The dictionary form of a verb's `form`, given the `lemma` that the model has for it; both in lower case."""
    if form in STRONG:
        return STRONG[form]
    if form.startswith(lemma) and form[len(lemma) :] in ENDINGS and SHORT.fullmatch(lemma):
        return lemma + "e"
    return _cut(lemma)


def _cut(lemma: str) -> str:
    """A made-up lemma without the letter too many: "relaunche", "reoccupye", "cozie"."""
    if len(lemma) < SHORTEST or not lemma.endswith("e") or lemma in IN_IE:
        return lemma
    if lemma.endswith("ie"):
        return lemma[:-2] + "y"
    return lemma[:-1] if lemma.endswith("ye") or FULL.search(lemma, len(lemma) - 4) else lemma
