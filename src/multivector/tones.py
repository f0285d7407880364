"""Bare sentences to tones: toward a marked word, and between two marked actors."""

from multivector.extract.directed import Between, between
from multivector.extract.names import find_names
from multivector.extract.tone_target import Heard, ToneReader, hear
from multivector.text.english import parse_english
from multivector.text.paragraphs import paragraphs

__all__ = ["DIPLOMATIC", "tone_between", "tone_of"]

DIPLOMATIC = ("state", "organisation", "body", "group")  # kinds of names that diplomatic language speaks of

Place = tuple[int, int]


def tone_of(text: str, start: int, end: int, reader: ToneReader = "lexicon") -> Heard:
    """The tone of a bare text in English toward text[start:end]: the target is read as it stands, whoever it is."""
    kinds = {h.name.kind for h in find_names(text) if h.start < end and h.end > start}
    parse = parse_english(text, paragraphs(text))
    return hear(parse, start, end, reader, diplomatic=not kinds.isdisjoint(DIPLOMATIC))


def tone_between(text: str, first: Place, second: Place) -> Between:
    """The tone that a bare text in English gives the first marked actor toward the second, and the second toward it."""
    parse = parse_english(text, paragraphs(text))
    touched = (tuple(t.i for t in parse.tokens if t.start < end and t.end > start) for start, end in (first, second))
    return between(parse, *touched)
