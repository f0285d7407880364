"""Closed word lists of the rules."""

from multivector.codebook.base import load

__all__ = ["words"]


def words(reader: str, name: str) -> frozenset[str]:
    """The list of that name for that file of extract/, from grammar.yaml."""
    return frozenset(str(word) for word in load("grammar.yaml")[reader][name])
