"""A Russian phrase as a subject: "во внешнеполитическом ведомстве" -> "внешнеполитическое ведомство"."""

from collections.abc import Sequence
from typing import Any

from multivector.text.russian import vocabulary

__all__ = ["as_subject"]

# pymorphy's names of numbers and genders -> those of Universal Dependencies, which natasha's forms are inflected by
NUMBERS = {"sing": "Sing", "plur": "Plur"}
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}


def as_subject(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a noun's phrase up to the noun, their last, in the nominative; as they are where they stand in it.

    Words before the noun that are no adjectives stay as they are.
    """
    head = None if words[-1].isupper() else _noun(words[-1])
    if head is None:
        return tuple(words)
    number = next((ud for name, ud in NUMBERS.items() if name in head.tag.grammemes), "Sing")
    gender = next((ud for name, ud in GENDERS.items() if name in head.tag.grammemes), "Masc")
    told = head.inflect({"Nom", number})
    if told is None:
        return tuple(words)
    before = (_agreeing(word, number, gender) for word in words[:-1])
    return (*before, _cased(told.word, words[-1]))


def _noun(word: str) -> Any:
    """The dictionary's reading of the word in another case than the nominative; None where it may stand in that."""
    forms = [p for p in vocabulary()(word) if "NOUN" in p.tag.grammemes]
    return None if not forms or any("nomn" in p.tag.grammemes for p in forms) else forms[0]


def _agreeing(word: str, number: str, gender: str) -> str:
    form = next((p for p in vocabulary()(word) if {"ADJF", "PRTF"} & set(p.tag.grammemes)), None)
    told = form.inflect({"Nom", number} | ({gender} if number == "Sing" else set())) if form is not None else None
    return _cased(told.word, word) if told is not None else word


def _cased(form: str, word: str) -> str:
    return form.capitalize() if word[:1].isupper() else form
