"""What deeds and ties say of their doer's attitude: "nominate" is for somebody, "sue" against (tone/deeds.yaml)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from multivector.codebook.base import load

__all__ = ["Side", "deeds"]

Side = Literal["for", "against"]
SIDES: tuple[Side, ...] = ("for", "against")
PARTS = {"verbs": "VERB", "nouns": "NOUN"}


@cache
def deeds() -> Mapping[tuple[str, str], Side]:
    """(lemma with its particle, part of speech) -> the side that the doer takes."""
    table = load("tone/deeds.yaml")
    return MappingProxyType(
        {(word, pos): side for side in SIDES for name, pos in PARTS.items() for word in table[side][name]}
    )
