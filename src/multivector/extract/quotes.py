"""Quotations: where they begin and end, in linear time, whatever marks the text uses."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from multivector.codebook.cues import cues
from multivector.codebook.lexicon import lexicon

__all__ = ["Quote", "find_quotes"]

OPENING = {"“": ("”",), "«": ("»",), "„": ("“", "”"), "‹": ("›",), "``": ("''",)}
STRAIGHT = {'"': ('"', "”"), "''": ("''",)}  # marks that open and close alike, and what closes them
MAX_LENGTH = 6000  # characters; a longer "quotation" is an unbalanced mark
MARKS = re.compile(r"``|''|[\"“”„«»‘’‹›]|(?<!\w)'|'(?!\w)")
DIALOGUE = re.compile(r"[—–-]\s+(?=[А-ЯЁ«])")  # a habit of Russian print; elsewhere a dash opens an item of a list
STEMS = sorted(
    lemma.removesuffix("ся").removesuffix("ть")
    for lemma, wordings in lexicon("ru").verbs.items()
    if any(w.says in cues().speech and not w.others for w in wordings)
)
NARRATOR = re.compile(
    rf"[,.!?…]\s+[—–-]\s+(?:[\w-]+\s){{0,2}}?(?:{'|'.join(STEMS)})(?:л|ла|ло|ли|ет|ит|ют|ят)(?:ся|сь)?(?!\w)"
)
TURNS = re.compile(r"[,.!?…]\s+[—–-]\s+")
SINGLE_CLOSE = re.compile(r"[’'](?!\w)")
SINGLE_OPEN = re.compile(r"[\s(\[—–-][‘'](?=\w)")
SPEECH_ENDS = (",", ".", "!", "?", "…", "—")  # what stands before the closing mark of speech, in British print too
OWNERS = 4  # possessives ("the workers' rights") that a quotation in single marks may hold
WORDS = 3  # of a quotation in single marks that is speech and no title or scare word


@dataclass(frozen=True, slots=True)
class Quote:
    """The span between two marks (the marks left out), its paragraph, and whether the closing mark was found.

    `single` marks are ‘ ’ or ' '; they count as speech only where they do not stand inside a double quotation. In print
    that has no other marks ('We agreed,' he said) what closes with a mark of its own is speech like any other.
    """

    start: int
    end: int
    paragraph: int
    closed: bool
    single: bool = False


def find_quotes(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quote, ...]:
    """Outer quotations in text order. A quotation ends with its paragraph; an open one may go on in the next."""
    found: list[Quote] = []
    for number, (start, end) in enumerate(paragraphs):
        spoken = _dialogue(text, start + 1, end, number) if DIALOGUE.match(text, start) else []
        found.extend(spoken or [part for q in _paragraph(text, start, end, number) for part in _interrupted(text, q)])
    return tuple(found)


def _interrupted(text: str, quote: Quote) -> list[Quote]:
    """A quotation less the narrator's words between dashes: "«Мы видим, — сказал он. — Они ...»" are two."""
    if (
        quote.single
        or text[quote.start - 1 : quote.start] not in OPENING
        or not NARRATOR.search(text, quote.start, quote.end)
    ):
        return [quote]
    return _dialogue(text, quote.start, quote.end, quote.paragraph) or [quote]


def _dialogue(text: str, start: int, end: int, number: int) -> list[Quote]:
    """A line of dialogue after a dash: speech and the narrator's words take turns at the dashes.

    "— Мы готовы, — сказал он. — Завтра": without a narrator the line is an item of a list, and no speech.
    """
    found: list[Quote] = []
    at, speech = start, True
    for turn in TURNS.finditer(text, start, end):
        narrator = NARRATOR.match(text, turn.start()) is not None
        if speech and narrator:
            found.append(Quote(_skip(text, at), turn.start() + 1, number, True))
            at, speech = turn.end(), False
        elif not speech and not narrator:
            at, speech = turn.end(), True
    if found and speech:
        found.append(Quote(_skip(text, at), end, number, True))
    return _filled(found)


def _filled(quotes: Iterable[Quote]) -> list[Quote]:
    """Without those that hold nothing."""
    return [q for q in quotes if q.end > q.start]


def _skip(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _paragraph(text: str, start: int, end: int, number: int) -> list[Quote]:
    found: list[Quote] = []
    singles = [m.start() for m in SINGLE_CLOSE.finditer(text, start, end)]
    opened: tuple[int, tuple[str, ...]] | None = None  # where the quotation began, and the marks that close it
    taken = start - 1  # the end of the last quotation in single marks
    for mark in MARKS.finditer(text, start, end):
        at = mark.start()
        if at <= taken and opened is None:
            continue
        if opened is None:
            opened = _opening(text, mark, end)
            close = _single_close(text, at, end, singles) if opened is None else None
            if close is not None:
                found.append(Quote(at + 1, close, number, True, single=not _is_speech(text, at + 1, close)))
                taken = close
        elif _is_closing(text, mark, (start, end), opened[1]):
            found.append(Quote(opened[0], at, number, True))
            opened = None
    if opened is not None and end - opened[0] <= MAX_LENGTH:
        found.append(Quote(opened[0], end, number, False))
    return _filled(found)


def _opening(text: str, mark: "re.Match[str]", end: int) -> tuple[int, tuple[str, ...]] | None:
    """Where the quotation that the mark opens begins, and the marks that close it."""
    if mark.group() in OPENING:
        return mark.end(), OPENING[mark.group()]
    closers = STRAIGHT.get(mark.group())
    return (mark.end(), closers) if closers and _opens(text, mark.start(), mark.end(), end) else None


def _is_closing(text: str, mark: "re.Match[str]", bounds: tuple[int, int], closers: tuple[str, ...]) -> bool:
    sign, at = mark.group(), mark.start()
    opens_anew = sign in STRAIGHT and _opens(text, at, mark.end(), bounds[1]) and not _closes(text, at, bounds[0])
    return sign in closers and not opens_anew


def _opens(text: str, at: int, past: int, end: int) -> bool:
    """True where the mark from `at` to `past` has space or a bracket before it and a word behind it."""
    before, after = text[at - 1 : at] if at else "", text[past : min(end, past + 1)]
    return (not before or before.isspace() or before in "([—–-:/") and bool(after) and not after.isspace()


def _closes(text: str, at: int, start: int) -> bool:
    before = text[at - 1 : at] if at > start else ""
    return bool(before) and not before.isspace()


def _single_close(text: str, at: int, end: int, closes: Sequence[int]) -> int | None:
    """The end of a quotation in single marks that opens at `at`; an apostrophe inside a word is none."""
    if text[at] not in "‘'" or not _opens(text, at, at + 1, end):
        return None
    first = bisect_right(closes, at + 1)
    near = closes[first : first + OWNERS + 1]
    close = next((c for n, c in enumerate(near) if not _owns(text, c, *near[n + 1 : n + 2])), None)
    return close if close is not None and close - at <= MAX_LENGTH else None


def _owns(text: str, at: int, then: int | None = None) -> bool:
    """True for the apostrophe of a plural ("the workers' rights") inside a quotation that `then` closes."""
    if then is None or text[at - 1].lower() != "s" or not text[at + 1 : at + 3].strip().islower():
        return False
    return text[then - 1] in SPEECH_ENDS and SINGLE_OPEN.search(text, at, then) is None


def _is_speech(text: str, start: int, end: int) -> bool:
    words = text[start:end].split()
    titled = not any(word[:1].islower() for word in words)  # 'All Bets Are Off.' is a heading
    return text[end - 1] in SPEECH_ENDS and len(words) >= WORDS and not titled
