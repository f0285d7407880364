"""Front matter: what a text's head says of its title, date and outlet, between lines of dashes or as plain labels."""

import re

from multivector.sources.base import ALIASES

__all__ = ["front_matter", "labelled_head"]

MAX_FRONT = 8000  # characters: longer is not front matter but a text that starts with a rule
BLOCK = re.compile(r"\s*---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FIELD = re.compile(r"([A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)")
CONTINUED = re.compile(r"\s+\S.*|-[ \t].*|#.*|\s*")
LABEL = re.compile(r"([^\W\d_][\w -]{0,30}?)[ \t]*:[ \t]+(\S.*)")
BLANK = re.compile(r"\s*\n")
RUSSIAN = {
    "заголовок": "title", "автор": "author", "авторы": "author", "источник": "source", "издание": "source",
    "дата": "date", "дата публикации": "date", "место": "place", "ссылка": "url", "язык": "language", "url": "url",
}  # fmt: skip
ENGLISH = {alias.replace("_", " ") for aliases in ALIASES.values() for alias in aliases} | {"url", "link"}
FEWEST = 2  # labelled lines that make a head: one alone may be the text's first sentence


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


def labelled_head(text: str) -> tuple[dict[str, str], int]:
    """As front_matter, for a head without dashes: at least two lines "Title: ...", "Date: ..." and then an empty line.

    The labels may be English or Russian; a head with any other line is none.
    """
    fields: dict[str, str] = {}
    at = len(text) - len(text.lstrip())
    for line in text[at:MAX_FRONT].splitlines(keepends=True):
        if not line.strip():
            break
        match = LABEL.fullmatch(line.strip())
        label = match[1].casefold() if match else ""
        if match is None or not (label in ENGLISH or label in RUSSIAN):
            return {}, 0
        fields[RUSSIAN.get(label, label.replace(" ", "_"))] = _unquoted(match[2])
        at += len(line)
    blank = BLANK.match(text, at)
    return (fields, blank.end()) if len(fields) >= FEWEST and blank else ({}, 0)


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
