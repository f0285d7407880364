"""Decided, announced, in force, lifted: how far along a thing was on a day, by the words about it."""

import re
from functools import cache
from typing import cast

from multivector.codebook.story import story_words
from multivector.model.story import Phase
from multivector.text.dates import DateMention

__all__ = ["looks_ahead", "phase_at"]

START_WORDS = ("since", "until")  # bounds of a date that is the start or end of something in force
# "Since Friday", "by 2028": no start and no end of a rule. Anchored at the date.
LOOSE = re.compile(r"\b(?:since|after|by|с тех пор|к|после)\s+(?:the\s+|at least\s+)?$", re.I)
BY_THE_END = re.compile(r"(?:the end|конца)\b", re.I)  # "they will meet before the end of the year" is no rule
OPENING = re.compile(r"\W*(?:on|in|at|late|early|earlier|в|во|вечером|утром)?\s*(?:on)?\s*", re.I)
DONE = re.compile(r"\b[a-z]{2,}ed\b|\b[а-яё]{2,}(?:л|ла|ли|ло|лся|лась|лись|лось)\b")
CLOSES = re.compile(r"[,;:]|\s(?:and|or|to|over|after|with|и|после)\s")
REACH = 90  # characters between a cue and the date
SAID_REACH = 34  # the same for "told reporters on Friday", "сообщила пресс-служба ведомства в пятницу"


@cache
def _cues() -> re.Pattern[str]:
    """Every cue of every phase, longest first, each in a group of its own name."""
    words = sorted(
        ((word, phase) for phase, cues in story_words().phases.items() for word in cues if phase != "planned"),
        key=lambda pair: -len(pair[0]),
    )
    parts: dict[str, list[str]] = {}
    for word, phase in words:
        parts.setdefault(phase, []).append(re.escape(word))
    return re.compile("|".join(rf"(?P<{phase}>\b(?:{'|'.join(cues)})\b)" for phase, cues in parts.items()), re.I)


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, story_words().phases['planned']))})\b", re.I)


def phase_at(text: str, span: tuple[int, int], mention: DateMention) -> Phase | None:
    """The phase that the nearest cue of the date's clause names, before the date or, failing that, after it.

    A date that something starts or ends with ("from 20 November", "until March") is in force where a cue says so or
    none speaks of a decision; "since" alone and "by 2028" say no more than a day does. None where nothing says.
    """
    near = _cue_before(text, span[0], mention) or _cue_after(text, span, mention)
    found = cast("Phase | None", near.lastgroup) if near and near.lastgroup != "none" else None
    if found in (None, "announced") and mention.bound in START_WORDS and not LOOSE.search(text, span[0], mention.start):
        return found if BY_THE_END.match(text, mention.start) else "in_force"
    return found


def _cue_before(text: str, start: int, mention: DateMention) -> re.Match[str] | None:
    """The nearest cue of the clause before its date, of those near enough; a verb of saying must stand close to it."""
    cues = _cues().finditer(text, start, mention.start)
    near = [cue for cue in cues if mention.start - cue.end() <= (SAID_REACH if cue.lastgroup == "said" else REACH)]
    return near[-1] if near else None


def _cue_after(text: str, span: tuple[int, int], mention: DateMention) -> re.Match[str] | None:
    """The nearest cue of the clause after its date, of those near enough."""
    opens = OPENING.fullmatch(text, span[0], mention.start) is not None
    cues = _cues().finditer(text, mention.end, span[1])
    return next((cue for cue in cues if _follows(text, cue, mention, opens=opens)), None)


def _follows(text: str, cue: re.Match[str], mention: DateMention, *, opens: bool) -> bool:
    """Whether a cue after a date is near enough; a verb of saying must stand close to it, with nothing that closes the
    date's phrase between, unless it is the first verb of a clause that opens with the date ("On Friday, the ministry's
    spokesman said")."""
    away, between = cue.start() - mention.end, (mention.end, cue.start())
    if cue.lastgroup != "said":
        return away <= REACH
    if opens:
        return away <= (SAID_REACH if DONE.search(text, *between) else REACH)
    return away <= SAID_REACH and CLOSES.search(text, *between) is None


def looks_ahead(text: str, span: tuple[int, int], mention: DateMention) -> bool:
    """Whether the date's clause speaks of what is to come."""
    return _ahead().search(text, span[0], mention.start) is not None
