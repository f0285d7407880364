"""Dates in running text, resolved against the day of publication."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from multivector.model import When
from multivector.text.date_grammar import Bound, DateGrammar
from multivector.text.date_places import stretches
from multivector.text.date_rules import RULES, Setting, rolling

__all__ = ["Bound", "DateMention", "find_dates"]

LEAD = 60  # characters before a mention in which the words stand that bound it: "in the course of its"
LOOK_ON = 90  # and those after one that opens its clause
OPENS = re.compile(
    r"\W*(?:on|from|by|since|in|as of|starting|beginning|с|со|в|во|к|до|уже|начиная с|а|и|но)?\s*(?:on|the|from)?\s*",
    re.I,
)
CLAUSE = re.compile(r"[.;:!?]\s|,\s(?:which|who|котор\w+|что|а|но|but|and)\b")
LOOK_BACK = 200  # characters before a mention in which words that look ahead are sought

# What the words just before a mention make of it; the first that fits. "After Russia's 2014 annexation" is after 2014.
OWNER = r"(?:(?:the|its|his|her|their|[A-Z]\w+['’]s)\s+)?$"
BOUNDS: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"(?:^|[.!?]\s+)(?i:as of)\s+$"), "at"),
    (re.compile(r"\b(?i:since|starting(?: from| on| in)?|effective(?: from| on)?|as (?:from|of)|beginning(?: on| in)?)"
                rf"\s+{OWNER}"), "since"),
    (re.compile(rf"\b(?i:until|till|through|up to|by|no later than|to last to|expires? (?:on|in))\s+(?:at least\s+)?"
                rf"{OWNER}"), "until"),
    (re.compile(rf"\b(?i:before|prior to|ahead of)\s+{OWNER}"), "before"),
    (re.compile(rf"\b(?i:after|following)\s+{OWNER}"), "after"),
    (re.compile(rf"\b(?i:during|throughout|over|within|in the course of)\s+{OWNER}"), "during"),
    (re.compile(r"\b(?i:from)\s+$"), "since"),
)  # fmt: skip
AHEAD = re.compile(
    r"\b(?:will|would|shall|going to|(?:is|are|was|were) to|due|set to|plans?(?= to\b)|planned|planning"
    # "plans a visit on Friday", not "rejected the plan on Friday"
    r"|(?<!the )(?<!a )(?<!this )(?<!that )(?<!its )(?<!his )(?<!her )(?<!their )(?<!'s )(?<!peace )plans?|scheduled"
    r"|expect(?:s|ed)?|upcoming|intends?|hopes? to|slated|next (?:session|meeting|round|summit)"
    r"|(?:(?<=agreed )|(?<=agree )|(?<=vowed )|(?<=pledged )|(?<=promised )|(?<=offered )|(?<=committed ))"
    r"to(?= (?:hold|meet|host|sign|visit|convene|resume|reconvene|launch|start|begin|complete|finish|reopen)\b))\b",
    re.IGNORECASE,
)
# What was said was said: a cue that looks ahead reaches no further than a verb of saying behind it.
SAID = re.compile(
    r"(?<!be )\b(?:said|says|told|announced|reported|wrote|stated|added|noted|declared|warned|met|visited|signed|held"
    r"|took|was|were|imposed|banned|agreed|claimed|confirmed|denied)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|[\"'”’»)]*\s+(?=[A-Z\"“«]))")
JOINED = re.compile(r"\s*(?:to|until|till|through|[-–—])\s*")
BETWEEN = re.compile(r"\s+and\s+")
TO = re.compile(r"\bfrom\s[^.;\n]{4,40}\sto\s+$", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
BETWEEN_LEAD = re.compile(r"\bbetween\s+$", re.IGNORECASE)
YEARS = re.compile(r"((?:19|20)(?<![\w-]..)\d\d)[-–]((?:19|20)?\d\d)(?![\w-])")


def _lead_in(rule: int, match: re.Match[str]) -> tuple[int, Bound] | None:
    """ "within six months": the rule takes the preposition in; the mention leaves it out."""
    if RULES[rule][1] is not rolling:
        return None
    which = match["which"].lower()
    return (len(which) + 1) * (which in ("for", "within")), "for" if which == "for" else "during"


ENGLISH = DateGrammar(RULES, BOUNDS, AHEAD, SAID, _lead_in, FROM, JOINED, stretches)


def _russian() -> DateGrammar:
    from multivector.text.russian_dates import RUSSIAN  # late: its patterns take long to compile

    return RUSSIAN


GRAMMARS = {"en": lambda: ENGLISH, "ru": _russian}


@dataclass(frozen=True, slots=True)
class DateMention:
    """The words that name a time, the preposition left out, and what they mean.

    `bound` says how the time limits what is told: "until" and "before" an end, "since" and "after" a start, "during" a
    stretch, "for" a length that is counted from publication, "at" anything else. With "since", `when` has no end.
    """

    start: int
    end: int
    when: When
    bound: Bound = "at"


def find_dates(text: str, published: str | None, language: str = "en") -> list[DateMention]:
    """The mentions in text order, apart from one another; none in a language without a grammar of dates.

    Without a day of publication (ISO) relative words ("on Tuesday", "last week") and dates without a year give nothing.
    A weekday is the latest up to publication unless its clause looks ahead. A day or month without a year is the
    latest, unless the clause looks ahead or the next one is within a month. "From ... to ..." is one mention.
    """
    if language not in GRAMMARS:
        return []
    grammar = GRAMMARS[language]()
    today = date.fromisoformat(published) if published else None
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
    found = [m for a, b in _apart(text, grammar) if (m := _mention(grammar, a, b, today, ends))]
    return _joined(text, sorted([*found, *_years(text)], key=lambda m: (m.start, -m.end)), grammar)


def _apart(text: str, grammar: DateGrammar) -> list[tuple[int, re.Match[str]]]:
    """The matches of all rules, the first and longest where they overlap, each with the number of its rule."""
    rules = range(len(grammar.rules))
    every = [
        (n, match)
        for n, start, end in (grammar.stretches(text) if grammar.stretches else [(n, 0, len(text)) for n in rules])
        for match in grammar.rules[n][0].finditer(text, start, end)
    ]
    kept: list[tuple[int, re.Match[str]]] = []
    last = 0
    for n, match in sorted(every, key=lambda pair: (pair[1].start(), -pair[1].end(), pair[0])):
        if match.start() >= last and match.end() > match.start():
            kept.append((n, match))
            last = match.end()
    return kept


def _mention(
    grammar: DateGrammar, rule: int, match: re.Match[str], today: date | None, ends: Sequence[int]
) -> DateMention | None:
    start = match.start()
    before = match.string[max(ends[bisect_right(ends, start) - 1], start - LOOK_BACK) : start]
    bound: Bound = next(
        (bound for pattern, bound in grammar.bounds if pattern.search(before, max(0, len(before) - LEAD))), "at"
    )
    ahead = bound == "until" or _looks_ahead(grammar, before) or TO.search(before) is not None
    ahead = ahead or (OPENS.fullmatch(before) is not None and _goes_on_ahead(grammar, match))
    when = grammar.rules[rule][1](match, Setting(today, ahead, bound == "until"))
    if when is None:
        return None
    if lead := grammar.lead_in(rule, match):
        return DateMention(start + lead[0], match.end(), when, lead[1])
    return DateMention(start, match.end(), replace(when, end=None) if bound == "since" else when, bound)


def _looks_ahead(grammar: DateGrammar, before: str) -> bool:
    cues = [match.start() for match in grammar.ahead.finditer(before)]
    said = [match.start() for match in grammar.said.finditer(before)]
    return bool(cues) and cues[-1] > (said[-1] if said else -1)


def _goes_on_ahead(grammar: DateGrammar, match: re.Match[str]) -> bool:
    """Whether the clause that a date opens looks ahead before it tells what was: "From 1 March, Peru will ban ..."."""
    after = match.string[match.end() : match.end() + LOOK_ON].partition("\n")[0]
    after = CLAUSE.split(after, maxsplit=1)[0]
    cue, said = grammar.ahead.search(after), grammar.said.search(after)
    return cue is not None and (said is None or cue.start() < said.start())


def _years(text: str) -> list[DateMention]:
    """Years joined by a dash: 2014-2022, 2014-15."""
    found = []
    for match in YEARS.finditer(text):
        first, last = int(match[1]), int(match[2] if len(match[2]) == 4 else match[1][:2] + match[2])
        if first < last:
            when = When(f"{first}-01-01", f"{last}-12-31", "year")
            found.append(DateMention(match.start(), match.end(), when, "during"))
    return found


def _joined(text: str, mentions: Sequence[DateMention], grammar: DateGrammar) -> list[DateMention]:
    """Overlaps dropped, and "from A to B", "between A and B" made one."""
    out: list[DateMention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if before and mention.start < before.end:
            continue
        if before and _is_range(text, before, mention, grammar):
            when = When(before.when.start, mention.when.end, mention.when.precision)
            out[-1] = DateMention(before.start, mention.end, when, "during")
        else:
            out.append(mention)
    return out


def _is_range(text: str, first: DateMention, second: DateMention, grammar: DateGrammar) -> bool:
    lead, between = text[max(0, first.start - 10) : first.start], text[first.end : second.start]
    if not first.when.start or not second.when.end or first.when.start > second.when.end:
        return False
    if grammar.from_.search(lead):
        return grammar.joined.fullmatch(between) is not None
    return bool(BETWEEN_LEAD.search(lead) and BETWEEN.fullmatch(between))
