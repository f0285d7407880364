"""Words cut down to what they share with their other forms: a light stemmer for comparing reports, not for showing."""

import re
from collections.abc import Mapping, Set
from functools import lru_cache

__all__ = ["Stemmer", "stem"]

SHORT = 3  # letters: shorter words say nothing, but for acronyms
POSSESSIVE = re.compile(r"['’]s?$")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# English endings, the longest first, with the fewest letters that must be left.
ENDINGS = (
    ("ational", 4), ("ations", 4), ("ation", 4), ("ments", 4), ("ment", 4), ("ings", 3), ("ing", 3), ("ions", 4),
    ("ion", 4), ("ors", 4), ("ers", 5), ("ies", 3), ("ied", 3), ("ed", 3), ("es", 3), ("ly", 5), ("al", 4),
    ("or", 4), ("s", 3), ("y", 3), ("e", 3),
)  # fmt: skip
RUSSIAN_KEPT = (4, 5)  # letters of a Russian word that are kept: the fewest, the most
RUSSIAN_ENDING = 3  # letters of an ending at most


class Stemmer:
    """Stems with word lists: `irregular` forms and words that are `alike` go to one stem, `empty` words to none."""

    def __init__(
        self,
        empty: Set[str] = frozenset(),
        irregular: Mapping[str, str] | None = None,
        alike: Mapping[str, str] | None = None,
    ) -> None:
        self._empty = {*empty, *(stem(word) for word in empty if len(word) > SHORT and word.isascii())}
        self._irregular, self._alike = irregular or {}, alike or {}
        self._forms: dict[str, list[str]] = {}  # by the stems that their other forms may have
        for word in self._alike:
            for cut in _cuts(word):
                self._forms.setdefault(cut, []).append(word)
        self.of = lru_cache(maxsize=200_000)(self._of)  # news has few words, told again and again

    def spans(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, stem) of each word of a text that says something."""
        found = ((match.start(), match.end(), self.of(match[0])) for match in WORD.finditer(text))
        return [one for one in found if one[2]]

    def _of(self, word: str) -> str:
        """The stem of a word, "" where it says nothing."""
        low = POSSESSIVE.sub("", word.casefold())
        low = self._irregular.get(low, low)
        if len(low) < (2 if word.isupper() else SHORT) or low in self._empty:
            return ""
        cut = stem(low)
        same = self._alike.get(low) or self._other(low, cut)
        cut = "" if cut in self._empty else stem(same) if same else cut
        return "" if cut in self._empty else cut

    def _other(self, word: str, cut: str) -> str | None:
        """What stands for a word that shares its stem with forms that are given: for that which it begins most like."""
        forms = self._forms.get(cut)
        if forms is None:
            return None
        nearest = max(forms, key=lambda form: (_shared(form, word), [-ord(char) for char in form]))
        return self._alike[nearest]


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _cuts(word: str) -> set[str]:
    """The stems that a word's other forms may have: in Russian, longer forms keep a letter more."""
    return (
        {word[:length] for length in RUSSIAN_KEPT}
        if word[0] > "\u0400" and len(word) > RUSSIAN_KEPT[0]
        else {stem(word)}
    )


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word in lower case without its ending: "banned" and "banning" are "ban", "inspectors" and "inspection" one."""
    if word[0] > "\u0400":
        fewest, most = RUSSIAN_KEPT
        return word[: max(fewest, min(most, len(word) - RUSSIAN_ENDING))]
    for ending, left in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            cut = word[: -len(ending)]
            return _single(cut, ending)
    return word


def _single(cut: str, ending: str) -> str:
    """The doubled consonant before -ed and -ing made single, and a final e taken away: "bann", "approve"."""
    doubled = ending in ("ed", "ing", "ings") and len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "aeious"
    if doubled and (cut[-1] != "l" or len(cut) > 5):  # "expelled", but "killed"
        return cut[:-1]
    if ending.startswith("ing") and len(cut) > 3 and cut[-1] == "y" and cut[-2] not in "aeiou":
        return cut[:-1]  # "supplying" as "supply"
    return cut[:-1] if cut.endswith("e") and len(cut) > 3 else cut
