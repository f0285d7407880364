"""The tone of a bare text toward one of its words, by the lexicon or by the sentence model."""

from dataclasses import dataclass
from typing import Literal

from multivector.extract.stance import stance_hits, stance_toward
from multivector.extract.tone_graded import read_graded
from multivector.extract.tone_russian import read_russian
from multivector.model import Tone
from multivector.text.base import Parse
from multivector.text.russian import LANGUAGE as RUSSIAN

__all__ = ["NEUTRAL", "READERS", "Heard", "ToneReader", "hear", "label_of", "lexicon_tone"]

ToneReader = Literal["lexicon", "embed"]
READERS: tuple[ToneReader, ...] = ("lexicon", "embed")
SHOWN = 4  # words that a tone names
NEUTRAL = 0.15  # a tone nearer to 0 is neutral; of .05, .1, .15 and .2 the best on NewsMTSC's training part, nearly


@dataclass(frozen=True, slots=True)
class Heard:
    """A tone -1..1 with its label, the words of the lexicon that carry it, and which reader says so."""

    label: str
    value: float
    words: tuple[str, ...]
    reader: ToneReader


def hear(parse: Parse, start: int, end: int, reader: ToneReader = "lexicon", *, diplomatic: bool = False) -> Heard:
    """The tone of the parsed text toward text[start:end].

    The lexicon's reader adds learned grades and the target's place (tone_graded) unless the target is `diplomatic`, a
    state or an organisation: of these the lexicon of diplomatic language speaks alone. In Russian it is weighed with
    the words around the target (tone_russian).
    Raises MissingInput where the reader is "embed" and the extra `multivector[embed]` is not installed.
    """
    target, tone = lexicon_tone(parse, start, end)
    if reader == "lexicon" and diplomatic:
        return Heard(label_of(tone.value), tone.value, tone.words, reader)
    if reader == "lexicon":
        read = read_russian if parse.language == RUSSIAN else read_graded
        graded = read(parse, target, tone.value)
        return Heard(graded.label, graded.value, tuple(dict.fromkeys((*tone.words, *graded.words)))[:SHOWN], reader)
    from multivector.extract.tone_embed import read_tone  # late: an extra

    found = read_tone(parse.text, start, end, tone.value)
    return Heard(found.label, found.value, tone.words, reader)


def lexicon_tone(parse: Parse, start: int, end: int) -> tuple[tuple[int, ...], Tone]:
    """The tokens of text[start:end] and the lexicon's tone toward them."""
    target = tuple(t.i for t in parse.tokens if t.start < end and t.end > start)
    return target, stance_toward(parse, [("target", target)], stance_hits(parse, [t.i for t in parse.tokens]))[0]


def label_of(value: float) -> str:
    """Negative, neutral or positive."""
    return "neutral" if abs(value) < NEUTRAL else "positive" if value > 0 else "negative"
