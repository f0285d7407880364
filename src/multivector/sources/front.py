"""Front matter: the block between two lines of dashes at a text's head that says its title, date and outlet."""

import re

__all__ = ["front_matter"]

MAX_FRONT = 8000  # characters: longer is not front matter but a text that starts with a rule
BLOCK = re.compile(r"\s*---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FIELD = re.compile(r"([A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)")
CONTINUED = re.compile(r"\s+\S.*|-[ \t].*|#.*|\s*")


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields of the block and where the text after it starts; ({}, 0) where there is none.

    One "key: value" a line, quotes around a value are dropped; indented lines, list items and comments are passed over.
    A block with any other line is not front matter.
    """
    match = BLOCK.match(text[:MAX_FRONT])
    if match is None:
        return {}, 0
    fields: dict[str, str] = {}
    for line in match[1].splitlines():
        if field := FIELD.fullmatch(line):
            fields[field[1].casefold().replace(" ", "_")] = _unquoted((field[2] or "").strip())
        elif not CONTINUED.fullmatch(line):
            return {}, 0
    return (fields, match.end()) if fields else ({}, 0)


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
