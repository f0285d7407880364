"""Lines -> paragraphs: a line end is a wrap, a new paragraph, or neither is sure; line lengths tell."""

import re
from collections.abc import Sequence
from itertools import pairwise

from multivector.text.traced import Traced, join

__all__ = ["assemble", "is_wrapped"]

MIN_WIDTH, MAX_WIDTH = 30, 120  # columns of hard-wrapped text: half a page of print to a wide terminal
MIN_FULL = 0.6  # of the line ends inside blocks: the next word would not have fitted
MIN_UNFINISHED = 0.4  # of them: the line stops inside a sentence
MIN_PAIRS = 2  # fewer line ends than this show no habit
LONG_LINE = 40  # columns: a shorter line that stops without a full stop is a heading or a list item
MAX_WORD = 60  # characters
FINISHED = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[.!?…][\"'”’»)\]]*\s*\d{0,3}$")
SMALL = re.compile(r"[\"'“‘«(]*[a-zà-ÿа-яёәіңғүұқөһїєґ]")
DANGLING = re.compile(  # no paragraph of text ends with these
    r"\b(?:on|in|at|of|to|for|from|with|by|the|a|an|and|or|that|which|into|against|between|under|its|their|his|her|в|на|с|по|из|от|для"
    r"|к|о|и|или|что|при|за|под)$"
)
HYPHEN = re.compile(r"(\w+(?:-\w+)*)-$")
HYPHENATED = re.compile(r"(?<!\w)\w+(?:-\w+)+")
FIRST_WORD = re.compile(r"\w+(?:-\w+)*")
NEXT_WORD = re.compile(r"\S+")


def assemble(lines: Sequence[Traced]) -> Traced:
    """The stored text: paragraphs of one line each, a blank line between them. An empty line ends a paragraph.

    Hard wraps become a space, or nothing where they part a hyphenated word.
    """
    blocks = _blocks(lines)
    width = _width(blocks)
    wrapped = is_wrapped(blocks, width)
    hyphenated = {word for line in lines for word in HYPHENATED.findall(line.text.casefold())}
    parts: list[Traced] = []
    glues: list[str] = []
    for block in blocks:
        for number, line in enumerate(block):
            if number and _continues(block[number - 1].text, line.text, wrapped=wrapped, width=width):
                parts[-1], glue = _glue(parts[-1], line, hyphenated)
                glues.append(glue)
            elif parts:
                glues.append("\n\n")
            parts.append(line)
    return join(parts, glues) if parts else Traced("", ())


def is_wrapped(blocks: Sequence[Sequence[Traced]], width: int) -> bool:
    """Whether a text was broken into lines of about `width` columns rather than into paragraphs."""
    pairs = [(a.text, b.text) for block in blocks for a, b in pairwise(block)]
    if len(pairs) < MIN_PAIRS or not MIN_WIDTH <= width <= MAX_WIDTH:
        return False
    full = sum(_full(a, b, width) for a, b in pairs)
    unfinished = sum(not FINISHED.search(a) for a, _ in pairs)
    return full >= MIN_FULL * len(pairs) and unfinished >= MIN_UNFINISHED * len(pairs)


def _blocks(lines: Sequence[Traced]) -> list[list[Traced]]:
    blocks: list[list[Traced]] = [[]]
    for line in lines:
        if line.text:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _width(blocks: Sequence[Sequence[Traced]]) -> int:
    """The column at which lines were broken: the length that 19 of 20 lines with a follower keep to."""
    lengths = sorted(len(line.text) for block in blocks for line in block[:-1])
    return lengths[int(0.95 * (len(lengths) - 1))] if lengths else 0


def _full(line: str, following: str, width: int) -> bool:
    word = NEXT_WORD.search(following)
    return len(line) + 1 + (len(word[0]) if word else 0) > width


def _continues(line: str, following: str, *, wrapped: bool, width: int) -> bool:
    if wrapped:
        return _full(line, following, width) or (not FINISHED.search(line) and bool(SMALL.match(following)))
    unfinished = not FINISHED.search(line) and len(line) >= LONG_LINE
    return unfinished and bool(SMALL.match(following) or DANGLING.search(line))


def _glue(before: Traced, line: Traced, hyphenated: set[str]) -> tuple[Traced, str]:
    """What goes before a continuing line. A word broken at its hyphen is made whole unless it has one elsewhere."""
    broken = HYPHEN.search(before.text[-MAX_WORD:])
    word = FIRST_WORD.match(line.text)
    if broken is None or word is None or not SMALL.match(line.text):
        return before, " "
    if f"{broken[1]}-{word[0]}".casefold() in hyphenated:
        return before, ""
    return before.part(0, len(before.text) - 1), ""
