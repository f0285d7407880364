"""Web furniture: what a page adds around an article is taken out line by line, and what it tells is kept.

Body text is never lost: a line goes only when the whole of it is furniture (phrases.py), a byline, or the title again;
within a line only a picture's credit and a dateline go.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from multivector.text.byline import BY, LABEL, OPENING, Byline, read_byline, read_dateline
from multivector.text.credits import credit_start, is_credit
from multivector.text.mastheads import day_in_numbers, is_address, is_hour, is_section, read_masthead
from multivector.text.phrases import EXACT, NOTICES, PLEAS, RELATED, STARTS
from multivector.text.traced import Traced

__all__ = ["Stripped", "is_furniture", "strip_furniture"]

TOP, BOTTOM = 12, 6  # lines in which bylines stand
TAIL = 25  # lines in which a list of related articles stands
SITE_WORDS = 3  # of a site's name that is known by its place alone
MASTHEAD = 5  # lines in which the outlet's name stands
CYRILLIC = re.compile(r"[А-Яа-я]{3}")
MAX_LINE, MAX_NOTICE = 160, 600  # characters
BODY = 80  # characters: a finished line of this length is body text, not part of the head
MAX_TITLE, MAX_TITLE_WORDS = 250, 35
MIN_SENTENCE = 5  # words: what stands below a headline has sentences
CLOSING = " \t:…»›>→|•*!+-–—"
STOPS = re.compile(r"[.!…][\"'”’»)]*$")
EXACT_SET = frozenset(EXACT)
RELATED_SET = frozenset(RELATED)
START = re.compile("|".join(f"(?:{pattern})" for pattern in STARTS), re.IGNORECASE)
PLEA = tuple(re.compile(pattern, re.IGNORECASE) for pattern in PLEAS)
CUES_OF_A_PLEA = 2
OWN_WORDS = (1, 3, 5)  # the rows of PLEAS in which an outlet speaks of itself
QUOTED = re.compile(
    r"[\"“”«»]\s*[,.]?\s*(?:[-–—]\s*)?(?:said|says|he|she|the)\b|\b(?:said|told|заявил\w*|сказал\w*)\b", re.IGNORECASE
)
REACTIONS = re.compile(r"(?:[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+\s*\d[\d.,]*\s?[KkMmКкМм]?\s*)+")  # "👍 1.2K"
NOTICE = re.compile("|".join(f"(?:{pattern})" for pattern in NOTICES), re.IGNORECASE)
SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+.{2,60}")


@dataclass(frozen=True, slots=True)
class Stripped:
    """The lines left (empty ones are blank lines), what was taken away in text order, and what it told."""

    lines: tuple[Traced, ...]
    removed: tuple[str, ...]
    title: str | None
    byline: Byline


@dataclass(slots=True)
class _Page:
    """The lines while furniture is taken from them; a taken line is None."""

    lines: list[Traced | None]
    removed: list[tuple[int, str]] = field(default_factory=list)

    def text(self, i: int) -> str:
        """The text of a line; "" for one that is taken or not there."""
        line = self.lines[i] if 0 <= i < len(self.lines) else None
        return line.text if line else ""

    def take(self, i: int) -> None:
        """Take a line away and note it."""
        self.removed.append((i, self.text(i)))
        self.lines[i] = None

    def full(self) -> list[int]:
        """The indices of lines with text."""
        return [i for i, line in enumerate(self.lines) if line and line.text]


def strip_furniture(lines: Sequence[Traced], *, title: str | None = None, published: str | None = None) -> Stripped:
    """Take the furniture from trimmed lines. `title` and `published` are what the file itself says, where it does."""
    page = _Page(list(lines))
    _take_related(page)
    for i in page.full():
        if is_furniture(page.text(i)) and not _runs_on(page, i):
            page.take(i)
    masthead = _take_masthead(page)
    byline = _take_bylines(page).or_else(masthead)
    found = _take_title(page, title)
    day = published or byline.published
    byline = byline.or_else(_cut_dateline(page, day[:4] if day else None))
    _cut_credits(page)
    left = tuple(line for line in page.lines if line is not None)
    return Stripped(left, tuple(text for _, text in sorted(page.removed)), found, byline)


def is_furniture(line: str) -> bool:
    """Whether the whole line belongs to the page and not to the article."""
    folded = line.casefold().replace("’", "'")
    bare = folded.strip(CLOSING)
    if bare in EXACT_SET or folded in EXACT_SET or (not bare and bool(line)):
        return True
    opened = line.strip(" •*›»→|")
    if len(line) <= MAX_LINE and (START.fullmatch(opened) or is_credit(line) or REACTIONS.fullmatch(line)):
        return True
    return len(line) <= MAX_NOTICE and (NOTICE.fullmatch(line) is not None or _is_plea(line))


def _is_plea(line: str) -> bool:
    """Whether a paragraph asks its readers for support: it is the outlet's, not the article's, and quotes nobody."""
    found = [number for number, cue in enumerate(PLEA) if cue.search(line)]
    return len(found) >= CUES_OF_A_PLEA and any(number in OWN_WORDS for number in found) and not QUOTED.search(line)


def _runs_on(page: _Page, i: int) -> bool:
    """Whether a line goes on with the sentence above it, as in "to see\\nmore": then it is text."""
    above = page.text(i - 1)
    return page.text(i)[:1].islower() and len(above) >= 40 and not STOPS.search(above)


def _take_related(page: _Page) -> None:
    """A heading such as "Related articles" near the foot, with the titles below it when no sentence is among them."""
    full = page.full()
    for k in range(max(1, len(full) - TAIL), len(full)):
        heading = page.text(full[k]).strip(CLOSING).casefold()
        below = [page.text(i) for i in full[k + 1 :]]
        if heading in RELATED_SET and all(len(text) <= MAX_LINE and not STOPS.search(text) for text in below):
            for i in full[k:]:
                page.take(i)
            return


def _take_masthead(page: _Page) -> Byline:
    """The outlet, the section and a date in numbers above and below the headline; a text of one line keeps it."""
    full, outlet, day = page.full(), None, None
    if len(full) <= 2 or not any(_is_sentence(page.text(i)) for i in full[1:]):
        return Byline()
    language = "ru" if CYRILLIC.search(page.text(full[-1])) else None
    if _is_site(page, full, language):
        outlet = page.text(full[0])
        page.take(full[0])
        full = full[1:]
    for place, i in enumerate(full[:MASTHEAD]):
        text = page.text(i)
        if _is_body(text):
            break
        name, alone = read_masthead(text) if outlet is None and place < MASTHEAD - 1 else (None, False)
        said = day_in_numbers(text, outlet, language)
        if alone or said or any(fits(text) for fits in (is_section, is_address, is_hour)):
            outlet, day = outlet or name, day or said
            page.take(i)
    return Byline(published=day, outlet=outlet)


def _is_site(page: _Page, full: Sequence[int], language: str | None) -> bool:
    """Whether the first line is the site's name: a few words above a line that is a date alone, a headline below it."""
    if len(full) < 4 or read_masthead(page.text(full[0]))[1]:
        return False
    name, dated, headline, below = (page.text(i) for i in full[:4])
    said = read_byline(dated)
    is_date = day_in_numbers(dated, None, language) or (said is not None and said == Byline(published=said.published))
    short = name[0].isupper() and name[-1].isalnum() and len(name.split()) <= SITE_WORDS
    return bool(
        short and is_date and len(headline.split()) >= SITE_WORDS and _is_headline(headline) and _is_sentence(below)
    )


def _is_headline(text: str) -> bool:
    return len(text) <= MAX_TITLE and not STOPS.search(text)


def _take_bylines(page: _Page) -> Byline:
    found, body = Byline(), 0
    for i in page.full()[:TOP]:
        text = page.text(i)
        said = read_byline(text)
        if said is not None:
            found = found.or_else(said)
            page.take(i)
        elif _is_body(text):
            body += 1
        if body == OPENING:
            break
    for i in page.full()[-BOTTOM:]:
        text = page.text(i)
        said = read_byline(text) if BY.match(text) or LABEL.match(text.split(":")[0] + ":") else None
        if said is not None:
            found = found.or_else(said)
            page.take(i)
    return found


def _take_title(page: _Page, given: str | None) -> str | None:
    """The title, taken from the text with its repetitions; a text that is one line only keeps it."""
    full = page.full()
    if given is None:
        if len(full) < 2 or not (_is_repeated(page, full) or _is_title(page, full)):
            return None
        given = page.text(full[0])
        page.lines[full[0]] = None
        full = full[1:]
    again = [i for i in full[:6] if _same(page.text(i), given) or _is_without_site(page.text(i), given)]
    title = min((page.text(i) for i in again), key=len, default=given)
    for i in again:
        page.take(i)
    return title if len(title) < len(given) else given


def _is_without_site(text: str, title: str) -> bool:
    """Whether the title is this text and then the site's name."""
    return len(text) >= 15 and title.startswith(text) and SITE_SUFFIX.fullmatch(title[len(text) :]) is not None


def _is_repeated(page: _Page, full: list[int]) -> bool:
    first = page.text(full[0])
    return _is_headline(first) and any(_same(page.text(i), first) for i in full[1:4])


def _is_title(page: _Page, full: list[int]) -> bool:
    """Whether the first line reads as a headline: short, no full stop, set apart from a longer text."""
    first, second = page.text(full[0]), page.text(full[1])
    words = first.split()
    if len(first) > MAX_TITLE or not 2 <= len(words) <= MAX_TITLE_WORDS or first[0].islower():
        return False
    if first[-1] in ".,;:…" or (first[0] in '"“«' and first[-1] in '"”»'):
        return False
    apart = full[1] > full[0] + 1
    text_below = any(_is_sentence(page.text(i)) for i in full[1:6])
    return text_below and (apart or len(second) > 1.5 * len(first))


def _is_body(text: str) -> bool:
    """Whether a line is long and finished: no part of a page's head."""
    return len(text) >= BODY and STOPS.search(text) is not None


def _is_sentence(text: str) -> bool:
    """Whether a line is finished and has a sentence's words."""
    return STOPS.search(text) is not None and len(text.split()) >= MIN_SENTENCE


def _same(one: str, other: str) -> bool:
    return _letters(one) == _letters(other) != ""


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _cut_dateline(page: _Page, year: str | None) -> Byline:
    for i in page.full()[:OPENING]:
        line = page.lines[i]
        found = read_dateline(line.text, year) if line else None
        if line is None or found is None:
            continue
        length, said = found
        bare = said.published is None and said.outlet is None
        if bare and said.place and _recurs(line.text[:length], page, i):
            continue
        page.removed.append((i, line.text[:length].strip()))
        page.lines[i] = line.part(length, len(line.text)).trimmed()
        return said
    return Byline()


def _recurs(head: str, page: _Page, i: int) -> bool:
    """Whether the capitals before the dash come again: cities are shouted once, acronyms always."""
    word = head.split(maxsplit=1)[0].strip("–—-")
    rest: Iterable[str] = (page.text(k)[len(head) if k == i else 0 :] for k in page.full())
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return any(pattern.search(text) for text in rest)


def _cut_credits(page: _Page) -> None:
    for i in page.full():
        line = page.lines[i]
        start = credit_start(line.text) if line else None
        if line is not None and start is not None:
            page.removed.append((i, line.text[start:].strip()))
            page.lines[i] = line.part(0, start).trimmed()
