"""The sentence model's tone for statements, where a case or a run asks for it (docs/decisions, two readers of tone)."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from multivector.model import Mention, Origin, Reading, Statement, Tone
from multivector.text.paragraphs import paragraphs
from multivector.text.passages import by_language

__all__ = ["RULE", "with_sentence_model"]

RULE = "tone:embed"
LANGUAGE = "en"  # of the sentence model's head

Places = Mapping[str, Sequence[tuple[int, int]]]


def with_sentence_model(reading: Reading) -> Reading:
    """The reading with the tones of its English statements read by the sentence model.

    A tone keeps the lexicon's words. Where the actor is not named inside the statement's own words the lexicon's tone
    stands. Raises MissingInput where the extra `multivector[embed]` is not installed.
    """
    text, places = reading.document.text, _places(reading.mentions)
    english = by_language(text, paragraphs(text), reading.document.language).get(LANGUAGE, ())
    records = tuple(
        _heard(r, places) if isinstance(r, Statement) and _within(r.content.start, english) else r
        for r in reading.records
    )
    return replace(reading, records=records)


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    after = bisect_right(spans, (at, sys.maxsize))
    return after > 0 and at < spans[after - 1][1]


def _places(mentions: Sequence[Mention]) -> Places:
    """Where each actor is named, and each state by any of its names, officials and bodies, in text order."""
    found: dict[str, list[tuple[int, int]]] = {}
    for mention in mentions:
        for code in {mention.actor, mention.state}:
            if code:
                found.setdefault(code, []).append((mention.start, mention.end))
    return {code: sorted(spans) for code, spans in found.items()}


def _heard(statement: Statement, places: Places) -> Statement:
    tones = tuple(_tone(statement, tone, places.get(tone.actor, ())) for tone in statement.stance)
    if tones == statement.stance:
        return statement
    made = replace(statement.origin[0], rule=RULE) if statement.origin else Origin("multivector", RULE, "")
    return replace(statement, stance=tones, origin=(*statement.origin, made))


def _tone(statement: Statement, tone: Tone, spans: Sequence[tuple[int, int]]) -> Tone:
    from multivector.extract.tone_embed import read_tone  # late: an extra

    content = statement.content
    at = bisect_left(spans, (content.start, 0))
    if at == len(spans) or spans[at][1] > content.end:
        return tone
    start, end = (edge - content.start for edge in spans[at])
    return replace(tone, value=read_tone(content.quote, start, end, tone.value).value)
