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
    before = [(mention.start - m.end(), m) for m in _cues().finditer(text, span[0], mention.start)]
    after = [(m.start() - mention.end, m) for m in _cues().finditer(text, mention.end, span[1])
             if m.lastgroup != "said" or _says_then(text, span[0], mention, m.start())]  # fmt: skip
    near = min(filter(_reaches, before), key=lambda pair: pair[0], default=None)
    near = near or min(filter(_reaches, after), key=lambda pair: pair[0], default=None)
    found = cast("Phase | None", near[1].lastgroup) if near else None
    if found in (None, "announced") and mention.bound in START_WORDS and not LOOSE.search(text, span[0], mention.start):
        return "in_force"
    return found


def _says_then(text: str, first: int, mention: DateMention, cue: int) -> bool:
    """Whether a verb of saying behind a date has that date: the clause starts with the date ("On Friday, X said"), or
    nothing stands between the two that closes the date's own clause."""
    if not text[first : mention.start].strip(" \"“«'‘(") or OPENING.fullmatch(text, first, mention.start):
        return True
    return CLOSES.search(text, mention.end, cue) is None


def _reaches(pair: tuple[int, re.Match[str]]) -> bool:
    return pair[0] <= (SAID_REACH if pair[1].lastgroup == "said" else REACH)


def looks_ahead(text: str, span: tuple[int, int], mention: DateMention) -> bool:
    """Whether the date's clause speaks of what is to come."""
    return _ahead().search(text, span[0], mention.start) is not None
