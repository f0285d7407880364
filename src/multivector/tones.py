"""Bare sentences to tones: toward a marked word, and between two marked actors."""

import re
from collections.abc import Callable, Iterable

from multivector.codebook.attitudes import Attitudes
from multivector.extract.attitude import Attitude, attitude, seen
from multivector.extract.attitude_fit import Labelled, fit_settled
from multivector.extract.names import find_names
from multivector.extract.tone_target import Heard, ToneReader, hear
from multivector.text.base import Parse
from multivector.text.english import parse_english
from multivector.text.language import detect
from multivector.text.paragraphs import paragraphs
from multivector.text.russian import LANGUAGE as RUSSIAN
from multivector.text.russian import parse_russian

__all__ = ["DIPLOMATIC", "attitude_between", "attitude_features", "fit_attitudes", "tone_of"]

DIPLOMATIC = ("state", "organisation", "body", "group")  # kinds of names that diplomatic language speaks of

NEAR_RUSSIAN = ("und", "bg")  # what a short sentence in Russian is taken for
LETTERS = re.compile("[а-яё]", re.IGNORECASE)

Place = tuple[int, int]


def tone_of(text: str, start: int, end: int, reader: ToneReader = "lexicon") -> Heard:
    """The tone of a bare text toward text[start:end]: the target is read as it stands, whoever it is.

    Russian is read as Russian; whatever else as English.
    """
    if _is_russian(text):
        return hear(parse_russian(text, paragraphs(text)), start, end, reader)
    kinds = {h.name.kind for h in find_names(text) if h.start < end and h.end > start}
    parse = parse_english(text, paragraphs(text))
    return hear(parse, start, end, reader, diplomatic=not kinds.isdisjoint(DIPLOMATIC))


def _is_russian(text: str) -> bool:
    """Whether Russian is the nearest: a sentence may be too short, or too poor in small words, to be known for sure."""
    language = detect(text)
    return language == RUSSIAN or (language in NEAR_RUSSIAN and 2 * len(LETTERS.findall(text)) > len(text))


def attitude_between(text: str, first: Place, second: Place, table: Attitudes | None = None) -> Attitude:
    """Which of two marked actors a bare text has speak or act well or ill of the other, the first before the second;
    by the weights that come with the program, or by others (fit_attitudes).

    Russian is read as Russian; whatever else as English.
    """
    return attitude(*_touched(text, first, second), table)


def fit_attitudes(
    rows: Iterable[tuple[str, Place, Place, int]], step: Callable[[str], None] = lambda text: None
) -> Attitudes:
    """Weights learned on texts with two marked actors and their class (its number in CLASSES); `step` is called with
    each text when it has been read. The same rows give the same weights."""
    seen_rows = []
    for text, first, second, label in rows:
        seen_rows.append(Labelled(*attitude_features(text, first, second, with_runs=True), label))
        step(text)
    return fit_settled(seen_rows)


def attitude_features(
    text: str, first: Place, second: Place, *, with_runs: bool = False
) -> tuple[dict[str, float], dict[str, float]]:
    """The features that this rests on, from either side (tools/fit_directed.py); runs of words are for weights fitted
    on thousands of pairs."""
    return seen(*_touched(text, first, second), with_runs=with_runs)


def _touched(text: str, first: Place, second: Place) -> tuple[Parse, tuple[int, ...], tuple[int, ...]]:
    """The parse, and the tokens of both places; one that both touch is the first's."""
    parse = (parse_russian if _is_russian(text) else parse_english)(text, paragraphs(text))
    one, other = (tuple(t.i for t in parse.tokens if t.start < end and t.end > start) for start, end in (first, second))
    return parse, one, tuple(i for i in other if i not in one)
