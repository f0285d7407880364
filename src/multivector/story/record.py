"""A speaker's record: all that a person or a government said about others, by date, with tone; its discords."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from multivector.model import Evidence, Reading, Statement
from multivector.model.story import Group
from multivector.story.near import days_apart

__all__ = ["Discord", "Said", "discords", "speaker_record"]

DISCORD = 0.4  # between two tones toward one actor: from "regrets" to "condemns", or from friendly to cool
DISCORD_DAYS = 14
Names = Callable[[str | None], str]


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance: who, on which day (that of the report where the text has none), and the tone toward each actor.

    `evidence` has every article's sentence that tells it; `differences` what these have different.
    """

    record: str
    speaker: str
    actor: str | None
    state: str | None
    day: str | None
    dated: bool
    words: str
    direct: bool
    tones: tuple[tuple[str, float], ...]
    evidence: tuple[Evidence, ...]
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discord:
    """Two members of one government about one actor within days, one milder than the other."""

    about: str
    milder: Said
    sharper: Said
    gap: float


def speaker_record(
    readings: Sequence[Reading], groups: Iterable[Group], speaker: str, about: str | None = None
) -> tuple[Said, ...]:
    """What a speaker said, in order of days. `speaker` is an actor's code, a state's code (then all that speak for it),
    or part of a name; `about` keeps what touches that actor. One utterance that several articles tell stands once."""
    told = {record.id: (record, reading) for reading in readings for record in reading.records
            if isinstance(record, Statement)}  # fmt: skip
    heads = {record: group for group in groups if group.kind == "statement" for record in group.records}
    found = []
    for record, reading in told.values():
        group = heads.get(record.id) or Group("", "statement", record.id, (record.id,), "")
        if group.head == record.id and _is_speaker(record, speaker) and (not about or _touches(record, about)):
            also = tuple(told[one][0].evidence for one in group.records if one in told)
            found.append(_said(record, reading, also, group.differences))
    return tuple(sorted(found, key=lambda said: (said.day or "9999", said.evidence[0].document, said.record)))


def discords(found: Sequence[Said]) -> tuple[Discord, ...]:
    """Pairs of different speakers of one state whose tones toward one actor lie far apart, the widest first."""
    pairs = (pair for i, one in enumerate(found) for other in found[i + 1 :] for pair in _discords(one, other))
    return tuple(sorted(pairs, key=lambda d: (-d.gap, d.about, d.milder.record, d.sharper.record)))


def _discords(one: Said, other: Said) -> Iterator[Discord]:
    if not _of_one_government(one, other) or days_apart(one.day, other.day) > DISCORD_DAYS:
        return
    tones = dict(other.tones)
    for actor, value in one.tones:
        if actor in tones and abs(value - tones[actor]) >= DISCORD and actor != one.state:
            milder, sharper = (one, other) if value > tones[actor] else (other, one)
            yield Discord(actor, milder, sharper, round(abs(value - tones[actor]), 2))


def _of_one_government(one: Said, other: Said) -> bool:
    """Whether two people speak for one state; one person may change their mind."""
    people = (one.actor or one.speaker) != (other.actor or other.speaker)
    return people and one.state is not None and one.state == other.state


def _touches(record: Statement, actor: str) -> bool:
    return actor in record.about or any(tone.actor == actor for tone in record.stance)


def _is_speaker(record: Statement, wanted: str) -> bool:
    speaker = record.speaker
    if wanted in (speaker.actor, speaker.state):
        return True
    return len(wanted) > 3 and wanted.casefold() in speaker.name.casefold()


def _said(record: Statement, reading: Reading, evidence: tuple[Evidence, ...], differences: tuple[str, ...]) -> Said:
    when, speaker = record.said_on, record.speaker
    day = when.start if when and when.precision == "day" else None
    return Said(
        record.id, speaker.name, speaker.actor, speaker.state, day or reading.document.published, day is not None,
        record.content.quote, record.direct, tuple((tone.actor, tone.value) for tone in record.stance), evidence,
        differences,
    )  # fmt: skip
