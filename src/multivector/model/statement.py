"""What somebody said about somebody."""

from dataclasses import dataclass

from multivector.model.evidence import Evidence, Origin, Span
from multivector.model.when import When

__all__ = ["Speaker", "Statement", "Tone", "words_of_speech"]

PLAIN = ("say", "tell", "add", "note", "state", "write", "report", "declare", "according to")
OPENERS = tuple("\"“«„‘'—–-")
GAP = 60  # characters between a speaker's name and what is reported: a verb phrase, not another clause


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it. The span is that of the mention, where there is one; `unresolved` says why `actor` is None."""

    name: str
    actor: str | None
    state: str | None
    role: str | None
    start: int | None = None
    end: int | None = None
    unresolved: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Tone:
    """The speaker's stance toward one actor, -1..1, and the words that carry it (none: neutral by default)."""

    actor: str
    value: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed statement. `direct`: the content stands in quotation marks."""

    id: str
    evidence: Evidence
    origin: tuple[Origin, ...]
    confidence: float
    speaker: Speaker
    direct: bool
    cue: str | None
    content: Span
    about: tuple[str, ...]
    stance: tuple[Tone, ...]
    venue: str | None
    audience: str | None
    said_on: When | None
    via: tuple[str, ...] = ()  # the chain: outlet, then those who quoted the speaker


def words_of_speech(statement: Statement) -> str:
    """The words to show: what is quoted, and for reported speech the verb as well ("called for clarification of ...").

    The verb stands between the speaker's name and the content; plain verbs of saying add nothing and are left out.
    """
    speaker, content, evidence = statement.speaker, statement.content, statement.evidence
    if speaker.end is None or (statement.cue or "").casefold() in PLAIN:
        return content.quote
    before = evidence.quote[: content.start - evidence.start].rstrip()
    if statement.direct and before[-1:] in OPENERS:
        return content.quote
    if not evidence.start <= speaker.end <= content.start <= content.end <= evidence.end:
        return content.quote
    if content.start - speaker.end > GAP:
        return content.quote
    return evidence.quote[speaker.end - evidence.start : content.end - evidence.start].strip(" ,;:")
