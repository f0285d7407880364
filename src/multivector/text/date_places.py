"""Where an English date can stand: around the words and numbers that its rule asks for.

Most rules have no such word near in most texts, so that they need not be tried there; the others are tried on a short
stretch around it.
"""

import re
from collections.abc import Iterator

from multivector.text.date_rules import RULES
from multivector.text.days import ENGLISH_MONTH

__all__ = ["AROUND", "KINDS", "stretches"]

AROUND = 80  # characters from the word that a rule asks for to the farthest end of its match

# The words that rules ask for, by kind. No word belongs to two kinds; what stands later is only reached by words that
# are none of those before.
WORDS = re.compile(
    rf"(?P<month>(?<![A-Za-z]){ENGLISH_MONTH})"
    r"|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|(?P<near>(?i:today|yesterday|tomorrow|night|morning|afternoon|evening))"
    r"|(?P<season>(?i:spring|summer|autumn|fall|winter))"
    r"|(?P<unit>(?i:day|week|month|quarter|half|year|decade))"
    r"|(?P<digits>(?:19|20)\d\d)"
)
# The kinds that each rule asks for one of, by the name of its function; a test holds that none is missing.
KINDS = {
    "_date": ("month",),
    "_iso": ("digits",),
    "_month": ("month",),
    "_year_rule": ("digits", "unit"),
    "_year_end": ("unit",),
    "_fraction": ("unit",),
    "_season": ("season",),
    "_decade": ("digits",),
    "_near_day": ("near",),
    "_weekday": ("weekday",),
    "_unit": ("unit",),
    "_ago": ("unit",),
    "rolling": ("unit",),
}
ASKING = {kind: [n for n, (_, rule) in enumerate(RULES) if kind in KINDS[rule.__name__]] for kind in WORDS.groupindex}


def stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """The number of a rule of date_rules.RULES, and the start and end of a stretch in which it could match.

    Guaranteed: each rule's matches in its stretches are those in the whole text.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for word in WORDS.finditer(text):
        places = found.setdefault(word.lastgroup or "", [])
        start, end = max(0, word.start() - AROUND), min(len(text), word.end() + AROUND)
        if places and start <= places[-1][1]:
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
    for kind, places in found.items():
        for n in ASKING[kind]:
            yield from ((n, start, end) for start, end in places)
