"""Where a sentence surely ends, by its letters alone; what is doubtful is no cut."""

import re

__all__ = ["cuts"]

# A full stop behind a small word or a number, or a question or exclamation mark, then white space and a capital.
# A word of three small letters is no initial and none of the abbreviations that a capital follows in running text but
# for these. The mark stands first in the pattern, so that the search leaps from mark to mark.
ABBREVIATIONS = ("etc", "dept", "est", "approx", "vs", "viz", "no", "nos", "fig", "vol")
WORDS_STOP = r"(?<=[^\W\d_A-Z]{3}\.)" + "".join(rf"(?<!\b{word}\.)" for word in ABBREVIATIONS)
END = re.compile(
    rf"[.?!](?:(?<=\w[?!])|{WORDS_STOP}|(?<=\d{{2}}\.)|(?<=[)\"”»%]\.))[\"”’»)]{{0,2}}\s+"
    r"(?=[\"“‘«(]{0,2}[A-ZÀ-ÞА-Я])"
)


def cuts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentences between two places, in order, white space left out; several in one where in doubt."""
    found, begin = [], start
    for mark in END.finditer(text, start, end):
        stop = len(text[begin : mark.end()].rstrip()) + begin
        found.append((begin, stop))
        begin = mark.end()
    if begin < end:
        found.append((begin, end))
    return found
