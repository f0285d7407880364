"""States whose name the text spells with a slip: "Afganistan", "the Phillippines"."""

from collections.abc import Sequence
from functools import cache

from multivector.extract.names import Hit
from multivector.extract.surnames import is_surname
from multivector.text.base import Parse, Token
from multivector.text.word_forms import is_common
from multivector.world.names import Name, names
from multivector.world.spelling import Spellings

__all__ = ["slips"]

PLACES = ("GPE", "LOC", "NORP")  # what the parser's name finder takes the word for,
UNSURE = ("", "ORG", "PRODUCT")  # or what it may be taken for where no other name stands beside it
LONG_ENOUGH = 6  # letters


def slips(parse: Parse, hits: Sequence[Hit]) -> list[Hit]:
    """Hits for words that the name finder takes for a place or people, and that only one state's name is near to."""
    if parse.language != "en":
        return []
    found, known = [], names()
    for token in parse.tokens:
        word = token.text
        if word in known or not _is_word(word) or not _is_place(parse, token) or is_surname(word):
            continue  # "Cameron" is no slip for Cameroon
        if any(h.start <= token.start < h.end for h in hits):
            continue
        near = [known[w] for w in _spellings().near(word)]
        if len({name.actor for name in near}) == 1:
            found.append(Hit(token.start, token.end, near[0]))
    return found


def _is_word(word: str) -> bool:
    return len(word) >= LONG_ENOUGH and word.isalpha() and not is_common(word.lower())


def _is_place(parse: Parse, token: Token) -> bool:
    if token.entity in PLACES:
        return True
    beside = parse.tokens[max(0, token.i - 1) : token.i] + parse.tokens[token.i + 1 : token.i + 2]
    return token.tag in ("NNP", "NNPS") and token.entity in UNSURE and not any(t.tag in ("NNP", "NNPS") for t in beside)


@cache
def _spellings() -> Spellings:
    return Spellings(phrase for phrase, name in names().items() if _is_one_word(phrase, name))


def _is_one_word(phrase: str, name: Name) -> bool:
    return name.kind == "state" and name.via in ("name", "demonym") and phrase.isalpha() and len(phrase) >= LONG_ENOUGH
