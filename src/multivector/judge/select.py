"""The choice of evidence, by rule.

What the observer itself, through its officials and bodies, said and did toward the subject is behaviour. What it did
before the trigger, and what the subject did toward it, is baseline. What anybody else says of the two is opinion.
What is denied, only planned or hypothetical, was not done and is set aside. Only behaviour counts; the rest is shown.
"""

from collections.abc import Iterator, Sequence

from multivector.judge.describe import describe, with_article
from multivector.judge.grounds import grounds_said
from multivector.judge.item import Item, Role
from multivector.judge.kinds import ReadAct, event_kinds, measure_kinds, statement_kinds, tone_of
from multivector.judge.placing import placed
from multivector.judge.rank import STATE_SECTORS, rank_of
from multivector.judge.scene import Scene
from multivector.model import Document, Event, Question, Reading, Record, Speaker, Statement, TradeMeasure

__all__ = ["concerns", "select"]

DENIALS = ("deny", "refute", "rebut")  # the content is what the speaker does not say
NOT_DONE = {
    "denied": "the text denies that it happened",
    "planned": "it is announced or planned, not done",
    "hypothetical": "it is only spoken of as possible",
}


def concerns(question: Question, record: Record) -> bool:
    """Whether a judgement can rest on a record by itself: words that touch the observer or the subject, acts between
    the two. `select` passes over every other one."""
    sides = {question.observer, question.subject}
    if None in sides:
        return True
    if isinstance(record, Statement):
        return bool(sides & _touched(record))
    if isinstance(record, Event):
        return sides <= {*record.source, *record.target}
    return isinstance(record, TradeMeasure) and sides <= {record.imposer, *record.target}


def select(scene: Scene, readings: Sequence[Reading], rejected: frozenset[str]) -> list[Item]:
    """One item for each record that concerns the observer and the subject; rejected records are left out."""
    found = (
        _item(scene, record, reading.document, grounds_said(reading, record))
        for reading in readings
        for record in _acts(reading, rejected)
    )
    return placed(scene, readings, [item for item in found if item is not None])


def _acts(reading: Reading, rejected: frozenset[str]) -> Iterator[ReadAct]:
    for record in reading.records:
        if isinstance(record, Statement | Event | TradeMeasure) and record.id not in rejected:
            yield record


def _item(scene: Scene, record: ReadAct, document: Document, said: str) -> Item | None:
    if isinstance(record, Statement):
        return _statement(scene, record, document)
    side = _side(scene, record)
    if side is None:
        return None
    kinds = event_kinds(side, record) if isinstance(record, Event) else measure_kinds(side, record, said)
    role, note = _role_of_act(scene, record, side)
    day, dated = _day(record, document)
    who = _doer(scene, record, side)
    return Item(role, side, kinds, who, describe(record, scene), note, day, dated, (record,), (document,))


def _statement(scene: Scene, record: Statement, document: Document) -> Item | None:
    question, touched = scene.question, _touched(record)
    if not touched & {question.observer, question.subject}:
        return None
    side = _side_of_words(scene, record.speaker)
    toward = question.subject if side == "observer" else question.observer
    tone = tone_of(record, toward or "")
    rank = rank_of(record.speaker, scene.actors) if side != "other" else None
    role, note = _role_of_words(scene, record, (side, rank is not None, toward in touched, tone is not None))
    if role is None:
        return None
    kinds = statement_kinds(side, tone, rank) if tone is not None and rank is not None else ()
    day, dated = _day(record, document)
    who = record.speaker.actor or record.speaker.name.casefold()
    return Item(role, side, kinds, who, describe(record, scene), note, day, dated, (record,), (document,))


def _touched(record: Statement) -> set[str]:
    """Whom the words are about or take a stance toward."""
    return {*record.about, *(tone.actor for tone in record.stance)}


def _side_of_words(scene: Scene, speaker: Speaker) -> str:
    """Whether the speaker belongs to the observer, to the subject, or to neither: observer, subject or other."""
    own = scene.speaks_for(speaker)
    sides = {scene.question.observer: "observer", scene.question.subject: "subject"}
    return sides.get(own, "other") if own else "other"


def _role_of_words(scene: Scene, record: Statement, facts: tuple[str, bool, bool, bool]) -> tuple[Role | None, str]:
    """The role of a statement from (side, speaks for a state, is about the other side, has a tone toward it)."""
    side, official, mutual, toned = facts
    observer = with_article(scene.name(scene.question.observer))
    if side == "other" or not official:
        return (
            "opinion",
            f"an opinion, since no office in which to speak for {observer} was read; shown and not counted",
        )
    if not mutual:
        return None, ""
    if side == "subject":
        return "baseline", f"what {with_article(scene.name(scene.question.subject))} itself says"
    if not toned:
        return "set_aside", f"no stance toward {with_article(scene.name(scene.question.subject))} was read in it"
    if (record.cue or "").partition(" ")[0].casefold() in DENIALS:
        return "set_aside", "the speaker denies it, which shows no stance of its own"
    return "behaviour", ""


def _side(scene: Scene, record: Event | TradeMeasure) -> str | None:
    """Whose act toward the other side it is; None where it is neither's."""
    observer, subject = scene.question.observer, scene.question.subject
    by, to = _ends(record)
    if not record.target and {observer, subject} <= {*by} and not scene.table.asks_observer():
        return "subject"  # a mutual act is each side's own: it goes to the one whose conduct the template judges
    if observer in by and subject in to:
        return "observer"
    return "subject" if subject in by and observer in to else None


def _ends(record: Event | TradeMeasure) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """Who does it and to whom; a mutual act names all its parties as sources, and each does it to the others."""
    if isinstance(record, Event):
        return record.source, record.target or record.source
    return (record.imposer,), record.target


def _role_of_act(scene: Scene, record: Event | TradeMeasure, side: str) -> tuple[Role, str]:
    if record.status in NOT_DONE:
        return "set_aside", f"{NOT_DONE[record.status]}, so it does not count as done"
    if isinstance(record, Event) and _private(scene, record):
        return "set_aside", f"those who did it do not act for {with_article(scene.name(_party(scene, side)))}"
    if side == "subject":
        return "baseline", f"what {with_article(scene.name(scene.question.subject))} itself did"
    return "behaviour", ""


def _private(scene: Scene, event: Event) -> bool:
    """Whether the exact actors behind the source are known and none of them is an arm of a state."""
    behind = [_sector(scene, event, code) for code in event.actors]
    doers = [sector for sector in behind if sector]
    return bool(doers) and all(sector.split(":")[0] not in STATE_SECTORS for sector in doers)


def _sector(scene: Scene, event: Event, code: str) -> str | None:
    """The sector of one of the actors where it is of a source's state: of a known body, or of people as "RUS:JRN"."""
    known = scene.actors.get(code)
    state, _, sector = (known.state, "", known.sector) if known else code.partition(":")
    return sector if state in event.source else None


def _party(scene: Scene, side: str) -> str | None:
    return scene.question.observer if side == "observer" else scene.question.subject


def _doer(scene: Scene, record: Event | TradeMeasure, side: str) -> str:
    """The person behind an event where the text names one of that side, else the side's own code."""
    party = _party(scene, side) or ""
    people = [code for code in getattr(record, "actors", ()) if code.startswith("person:")]
    return next((code for code in people if scene.state_of(code) == party), party)


def _day(record: ReadAct, document: Document) -> tuple[str | None, bool]:
    """The last day that the act may have had, and whether the text gives it.

    A day after that of the report says how long the act is to last ("until the end of the year"), not when it was done.
    """
    if isinstance(record, TradeMeasure):
        days: tuple[str | None, ...] = (record.start,)
    else:
        when = record.said_on if isinstance(record, Statement) else record.date
        days = (when.end, when.start) if when else ()
    own = next((day for day in days if day and day <= (document.published or day)), None)
    return own or document.published, own is not None
