"""The words of reports cut down to what they are compared by."""

from functools import cache

from multivector.codebook.story import story_words
from multivector.text.stems import Stemmer
from multivector.world.table import cell_list, rows

__all__ = ["stemmer"]


@cache
def stemmer() -> Stemmer:
    """The stemmer with the codebook's words."""
    words = story_words()
    return Stemmer(words.empty, {**_peoples(), **words.irregular}, words.alike)


def _peoples() -> dict[str, str]:
    """The one-word names of peoples by their state's: "slovak" says what "Slovakia" does."""
    found: dict[str, str] = {}
    for row in rows("states"):
        name = row["name"].casefold()
        if " " not in name:
            found |= dict.fromkeys(filter(str.isalpha, map(str.casefold, cell_list(row["demonyms"]))), name)
    return found
