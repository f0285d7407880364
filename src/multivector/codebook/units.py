"""Units and magnitudes of amounts, as units.yaml lists them, as one pattern."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from multivector.codebook.base import load

__all__ = ["amount_pattern", "magnitudes", "unit_of"]

NUMBER = r"\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = load("units.yaml")
    return table


@cache
def amount_pattern() -> re.Pattern[str]:
    """Groups: sign, number, magnitude, unit; a match has a sign or a unit. Linear in the text's length."""
    signs = _any(sign for row in _table()["units"] for sign in row["signs"])
    sizes = _any(word for row in _table()["magnitudes"] for word in row["words"])
    units = _any(word for row in _table()["units"] for word in row["words"])
    number = rf"(?<![\w.,])(?P<sign>{signs})?\s?(?P<number>{NUMBER})"
    size = rf"(?:[\s-]?(?P<size>{sizes})\b\.?)?"
    return re.compile(rf"{number}{size}(?:\s?(?P<unit>{units})(?!\w))?", re.IGNORECASE)


def _any(words: Any) -> str:
    return "|".join(_word(word) for word in sorted(words, key=len, reverse=True))


def _word(word: str) -> str:
    return re.escape(word[:-1]) + r"[^\W\d_]{0,4}" if word.endswith("*") else re.escape(word)


@cache
def magnitudes() -> Mapping[str, float]:
    """Word (an ending "*" cut off) -> its factor."""
    return MappingProxyType({w.rstrip("*"): row["factor"] for row in _table()["magnitudes"] for w in row["words"]})


def unit_of(words: str) -> str | None:
    """The unit that a sign or word stands for, None where there is none."""
    plain = words.strip().lower()
    for row in _table()["units"]:
        if words.strip() in row["signs"] or any(_fits(plain, word) for word in row["words"]):
            return str(row["unit"])
    return None


def _fits(plain: str, word: str) -> bool:
    return plain.startswith(word[:-1]) if word.endswith("*") else plain == word
