"""The words of reports cut down to what they are compared by."""

from functools import cache

from multivector.codebook.story import story_words
from multivector.text.stems import Stemmer

__all__ = ["stemmer"]


@cache
def stemmer() -> Stemmer:
    """The stemmer with the codebook's words."""
    words = story_words()
    return Stemmer(words.empty, words.irregular, words.alike)
