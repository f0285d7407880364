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
OPENING = re.compile(r"\W*(?:on|in|at|late|early|earlier|в|во|вечером|утром)?\s*(?:on)?\s*", re.I)
DONE = re.compile(r"\b[a-z]{2,}ed\b|\b[а-яё]{2,}(?:л|ла|ли|ло|лся|лась|лись|лось)\b")
CLOSES = re.compile(r"[,;:]|\s(?:and|or|to|over|after|with|и|после)\s")
REACH = 90  # characters between a cue and the date
SAID_REACH = 24  # the same for "told reporters on Friday"


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
    opens = OPENING.fullmatch(text, span[0], mention.start) is not None
    before = [(mention.start - m.end(), m) for m in _cues().finditer(text, span[0], mention.start)]
    after = [(m.start() - mention.end, m) for m in _cues().finditer(text, mention.end, span[1])
             if m.lastgroup != "said" or opens or CLOSES.search(text, mention.end, m.start()) is None]  # fmt: skip
    near = min((pair for pair in before if _reaches(pair)), key=lambda pair: pair[0], default=None)
    reached = (
        pair for pair in after if _reaches(pair, first=opens and not DONE.search(text, mention.end, pair[1].start()))
    )
    near = near or min(reached, key=lambda pair: pair[0], default=None)
    found = cast("Phase | None", near[1].lastgroup) if near else None
    if found in (None, "announced") and mention.bound in START_WORDS and not LOOSE.search(text, span[0], mention.start):
        return "in_force"
    return found


def _reaches(pair: tuple[int, re.Match[str]], *, first: bool = False) -> bool:
    """Whether a cue is near enough; a verb of saying must stand close to its date, unless it is the first verb"
    " of a clause
    that opens with the date ("On Friday, the ministry's spokesman said")."""
    return pair[0] <= (SAID_REACH if pair[1].lastgroup == "said" and not first else REACH)


def looks_ahead(text: str, span: tuple[int, int], mention: DateMention) -> bool:
    """Whether the date's clause speaks of what is to come."""
    return _ahead().search(text, span[0], mention.start) is not None
