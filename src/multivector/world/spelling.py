"""Words that are one slip of the pen away from known ones: "Afganistan", "Phillippines"."""

from collections.abc import Iterable

__all__ = ["Spellings"]

SHORTEST = 5  # letters; of shorter words too many are one letter apart


class Spellings:
    """Known words, to be found by a spelling with one letter more, less, other or two changed about."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_part: dict[str, list[str]] = {}
        for word in sorted({w for w in known if len(w) >= SHORTEST}):
            for part in _parts(word):
                self._by_part.setdefault(part, []).append(word)

    def near(self, word: str) -> tuple[str, ...]:
        """The known words with the same first letter one step away, not the word itself; in alphabetical order."""
        if len(word) < SHORTEST:
            return ()
        found = {known for part in _parts(word) for known in self._by_part.get(part, ())}
        return tuple(sorted(k for k in found if k[0] == word[0] and is_near(word, k)))


def _parts(word: str) -> set[str]:
    """The word, and the word with each of its letters left out."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def is_near(one: str, other: str) -> bool:
    """True for words one step apart (Damerau 1964: a letter added, dropped, replaced, or two neighbours exchanged)."""
    short, long = sorted((one, other), key=len)
    if short == long or len(long) - len(short) > 1:
        return False
    i = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) > len(short):
        return short[i:] == long[i + 1 :]
    swapped = short[i + 1 : i + 2] + short[i : i + 1]
    return short[i + 1 :] == long[i + 1 :] or (swapped == long[i : i + 2] and short[i + 2 :] == long[i + 2 :])
