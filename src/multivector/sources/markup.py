"""HTML -> what of it is text, with the place of each character: one linear scan that trusts nothing."""

import html
import re
from array import array
from dataclasses import dataclass, field

__all__ = ["Visible", "align", "visible"]

UNSEEN = (
    "script", "style", "template", "noscript", "svg", "head", "nav", "footer", "aside", "form", "button", "iframe",
)  # fmt: skip
BLOCKS = (
    "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "td", "th", "table", "section",
    "article", "header", "main", "blockquote", "pre", "figure", "figcaption", "dd", "dt", "hr", "body", "html",
)  # fmt: skip
TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,15})")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
MARKUP = re.compile(r"[<&]")
NOT_SPACE = re.compile(r"\S+")
CHUNK = 16  # characters: long enough to be rare, short enough to stand between two inline tags
REACH = 4_000  # how far ahead a chunk is looked for
LINE_REACH = 200_000  # how far ahead a line is looked for


@dataclass(slots=True)
class Visible:
    """Text pieces and the place of each character in the markup, while they are collected."""

    pieces: list[str] = field(default_factory=list)
    places: "array[int]" = field(default_factory=lambda: array("q"))
    unclosed: set[str] = field(default_factory=set)  # elements known to have no end from here on

    def add(self, text: str, start: int, *, step: int = 1) -> None:
        """Append text that stands at `start`; with step 0 all of it stands there."""
        self.pieces.append(text)
        self.places.extend(range(start, start + len(text)) if step else [start] * len(text))

    @property
    def text(self) -> str:
        """All pieces in order."""
        return "".join(self.pieces)


def visible(markup: str, *, skip: tuple[str, ...] = UNSEEN) -> Visible:
    """The text of a page without tags, comments and the elements in `skip`; block elements start a new line.

    Every character of the markup is looked at once, whatever is left unclosed.
    """
    found, i = Visible(), 0
    while match := MARKUP.search(markup, i):
        found.add(markup[i : match.start()], i)
        i = _entity(markup, match.start(), found) if match[0] == "&" else _tag(markup, match.start(), found, skip)
    found.add(markup[i:], i)
    return found


def _entity(markup: str, i: int, found: Visible) -> int:
    match = ENTITY.match(markup, i)
    piece = match[0] if match else "&"
    found.add(html.unescape(piece), i, step=0)
    return i + len(piece)


def _tag(markup: str, i: int, found: Visible, skip: tuple[str, ...]) -> int:
    if markup.startswith("<!--", i):
        return _past(markup, "-->", i + 4)
    name = TAG_NAME.match(markup, i)
    if name is None:
        if markup.startswith(("<!", "<?"), i):
            return _past(markup, ">", i)
        found.add("<", i)
        return i + 1
    tag = name[1].lower()
    end = _past(markup, ">", i)
    if tag in BLOCKS or tag in skip:
        found.add("\n", i)
    if tag not in skip or markup[i + 1] == "/" or markup[end - 2 : end] == "/>":
        return end
    return _element_end(markup, tag, end, found)


def _element_end(markup: str, tag: str, i: int, found: Visible) -> int:
    """Behind the element's end tag. One left open: scripts and styles run to the end, others are not skipped."""
    closing = None
    if tag not in found.unclosed:
        closing = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(markup, i)
    if closing is not None:
        return _past(markup, ">", closing.start())
    found.unclosed.add(tag)
    return len(markup) if tag in ("script", "style") else i


def _past(markup: str, mark: str, i: int) -> int:
    found = markup.find(mark, i)
    return len(markup) if found < 0 else found + len(mark)


def align(text: str, seen: Visible) -> "array[int]":
    """For each character of `text`, which was extracted from the markup, its place there, or the nearest one known.

    White space is left out of the comparison. A line that does not stand in one piece is looked up in chunks.
    """
    squeezed, places = _squeezed(seen)
    out, cursor, here = array("q"), 0, 0
    for line in text.splitlines(keepends=True):
        bare = "".join(line.split())
        at = squeezed.find(bare, cursor, cursor + LINE_REACH) if bare else -1
        if at >= 0:
            spots, cursor = list(places[at : at + len(bare)]), at + len(bare)
        else:
            spots, cursor = _by_chunks(bare, squeezed, places, cursor)
        spot = iter(spots)
        for char in line:
            here = here if char.isspace() else next(spot, here)
            out.append(here)
    return out


def _squeezed(seen: Visible) -> tuple[str, "array[int]"]:
    places = array("q")
    words = []
    for match in NOT_SPACE.finditer(seen.text):
        words.append(match[0])
        places.extend(seen.places[match.start() : match.end()])
    return "".join(words), places


def _by_chunks(bare: str, squeezed: str, places: "array[int]", cursor: int) -> tuple[list[int], int]:
    spots: list[int] = []
    for start in range(0, len(bare), CHUNK):
        chunk = bare[start : start + CHUNK]
        at = squeezed.find(chunk, cursor, cursor + REACH)
        if at >= 0:
            spots.extend(places[at : at + len(chunk)])
            cursor = at + len(chunk)
        else:
            nearest = places[min(cursor, len(places) - 1)] if places else 0
            spots.extend([nearest] * len(chunk))
    return spots, cursor
