"""Where an English date can stand: around the words and numbers that its rule asks for.

Most rules have no such word near in most texts, so that they need not be tried there; the others are tried on a short
stretch around it.
"""

import re
from collections.abc import Iterator

from multivector.text.date_rules import RULES
from multivector.text.days import ENGLISH_MONTH, WEEKDAYS

__all__ = ["BEFORE", "BEHIND", "KINDS", "stretches"]

# Characters from the word that a rule asks for to the start of its match ("the very beginning of the previous year")
# and from that word to behind its end ("September 22nd to 23rd of the following year"), with room to spare.
BEFORE, BEHIND = 48, 64

# The words that rules ask for, in lower case; they are looked for one by one, which is many times faster than one
# pattern of them all.
WORDS = {
    "weekday": WEEKDAYS,
    "near": ("today", "yesterday", "tomorrow", "night", "morning", "afternoon", "evening"),
    "season": ("spring", "summer", "autumn", "fall", "winter"),
    "unit": (" day", " week", " month", " quarter", " half", " year", " decade"),
    "end of year": ("year-end", "year's end", "year’s end", "end of the year", "turn of the year"),
    "part": (" half of", " quarter of"),
    "ago": (" ago",),
    "this year": (" year",),
    "month": ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    "digits": ("19", "20"),
    "iso": ("-0", "-1"),
}
# What must stand there, in the text as it is; `unit` is no part of a longer word.
EXACT = {
    "month": re.compile(rf"(?<![A-Za-z]){ENGLISH_MONTH}"),
    "digits": re.compile(r"(?:19|20)\d\d"),
    "weekday": re.compile(r"[MTWFS]"),
    "unit": re.compile(r" \w+s?(?!\w)"),
    "iso": re.compile(r"(?<=(?:19|20)\d\d)-\d\d-\d\d"),
}
# The kinds that each rule asks for one of, by the name of its function; a test holds that none is missing.
KINDS = {
    "_date": ("month",),
    "_iso": ("iso",),
    "_month": ("month",),
    "_year_rule": ("digits", "this year"),
    "_year_end": ("end of year",),
    "_fraction": ("part",),
    "_months_of": ("unit",),
    "_season": ("season",),
    "_decade": ("digits",),
    "_near_day": ("near",),
    "_weekday": ("weekday",),
    "_unit": ("unit",),
    "_ago": ("ago",),
    "rolling": ("unit",),
}
ASKING = {kind: [n for n, (_, rule) in enumerate(RULES) if kind in KINDS[rule.__name__]] for kind in WORDS}


def stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """The number of a rule of date_rules.RULES, and the start and end of a stretch in which it could match.

    Guaranteed: each rule's matches in its stretches are those in the whole text.
    """
    lowered = _lowered(text)
    for kind, words in WORDS.items():
        exact, places = EXACT.get(kind), list[list[int]]()
        for at in sorted(_found(lowered, words)):
            if exact is not None and exact.match(text, at) is None:
                continue
            start, end = max(0, at - BEFORE), min(len(text), at + BEHIND)
            if places and start <= places[-1][1]:
                places[-1][1] = end
            else:
                places.append([start, end])
        for n in ASKING[kind] if places else ():
            yield from ((n, start, end) for start, end in places)


def _found(lowered: str, words: tuple[str, ...]) -> Iterator[int]:
    for word in words:
        at = lowered.find(word)
        while at >= 0:
            yield at
            at = lowered.find(word, at + 1)


def _lowered(text: str) -> str:
    """The text in lower case, letter by letter where the whole would change its length."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
