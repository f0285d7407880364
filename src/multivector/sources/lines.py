"""JSON lines -> one Source a line."""

import json
import re
from array import array
from collections.abc import Iterator, Mapping
from typing import IO

from multivector.model import content_hash
from multivector.sources.base import (
    MAX_BYTES,
    MAX_CHARS,
    MAX_HINT,
    Failure,
    Found,
    Known,
    Source,
    Unchanged,
    make_hints,
    nothing_known,
)  # fmt: skip
from multivector.sources.decode import MARKS, MAX_BROKEN, Decoded, decode_utf8

__all__ = ["read_lines", "row_name", "text_field"]

TEXT_FIELDS = ("text", "body", "content")
NAME_FIELDS = ("id", "url")
ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
MEND = 'give each line one JSON object with a "text" field'


def read_lines(name: str, file: IO[bytes], known: Known = nothing_known) -> Iterator[Found]:
    """The articles of an open .jsonl file, of any size; MAX_BYTES holds for each line.

    A source is named by its `id`, else its `url`, else "file:line". Blank lines are passed over; a bad line is a
    Failure named "file:line". Positions count from the start of the file, the hash is that of the line.
    """
    start, number, rows = 0, 0, 0
    while data := file.readline(MAX_BYTES + 1):
        number += 1
        where = f"{name}:{number}"
        if number == 1 and data.startswith((MARKS[1][0], MARKS[2][0])):
            yield Failure(name, "it is UTF-16, JSON lines are UTF-8", "save it as UTF-8 text")
            return
        size = len(data)
        if size > MAX_BYTES:
            size += _skip_line(file, data)
            reason = f"the line has {size / 1e6:.1f} MB, the limit is {MAX_BYTES // 1_000_000} MB"
            yield Failure(where, reason, "split it")
            rows += 1
        elif data.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _read_line(where, data, start, known)
            rows += 1
        start += size
    if not rows:
        yield Failure(name, "the file is empty", "put articles into it, one JSON object a line, or remove it")


def _skip_line(file: IO[bytes], data: bytes) -> int:
    """How many more bytes belong to a line that was cut."""
    more = 0
    while not data.endswith(b"\n") and (data := file.readline(MAX_BYTES)):
        more += len(data)
    return more


def _read_line(where: str, data: bytes, start: int, known: Known) -> Found:
    mark = len(MARKS[0][0]) if data.startswith(MARKS[0][0]) else 0
    line, broken = decode_utf8(data, mark, start)
    if broken >= max(1, MAX_BROKEN * len(data)):
        return Failure(where, "the line is not UTF-8", "save it as UTF-8 text")
    try:
        row = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "numbers or nesting beyond reason"
        return Failure(where, f"the line is not JSON: {reason}", MEND)
    if not isinstance(row, dict):
        return Failure(where, "the line is not a JSON object", MEND)
    key = text_field(row)
    if key is None:
        return Failure(where, f"the line has no text: none of {', '.join(TEXT_FIELDS)}", MEND)
    text: str = row[key]
    if len(text) > MAX_CHARS:
        return Failure(where, f"its text has {len(text):,} characters, the limit is {MAX_CHARS:,}", "split it")
    name = row_name(row) or where
    digest = content_hash(data.rstrip(b"\r\n"))
    if known(name, digest):
        return Unchanged(name)
    at = _text_positions(line, key, text)
    return Source(name, digest, text, at, make_hints(row), "utf-8", line.notes)


def text_field(row: Mapping[str, object]) -> str | None:
    """The field of a row that holds the article's text."""
    return next((key for key in TEXT_FIELDS if isinstance(value := row.get(key), str) and value.strip()), None)


def row_name(row: Mapping[str, object]) -> str | None:
    """The name that a row gives itself: its id, else its url."""
    for key in NAME_FIELDS:
        value = row.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return " ".join(str(value).split())[:MAX_HINT]
    return None


def _text_positions(line: Decoded, key: str, text: str) -> "array[int]":
    """The byte position of each character of the field's value; the line's start where it cannot be found."""
    visible, places = _unescaped(line.text)
    found = visible.find(text, max(0, visible.find(f'"{key}"')))
    if found < 0:
        return array("q", [line.at[0]]) * len(text)
    return array("q", (line.at[i] for i in places[found : found + len(text)]))


def _unescaped(raw: str) -> tuple[str, "array[int]"]:
    """JSON source with its escapes resolved, and the place in `raw` of each character."""
    pieces: list[str] = []
    places, last = array("q"), 0
    for match in ESCAPE.finditer(raw):
        pieces.append(raw[last : match.start()])
        places.extend(range(last, match.start()))
        piece = _resolve(match[0])
        pieces.append(piece)
        places.extend([match.start()] * len(piece))
        last = match.end()
    pieces.append(raw[last:])
    places.extend(range(last, len(raw)))
    return "".join(pieces), places


def _resolve(escape: str) -> str:
    try:
        return str(json.loads(f'"{escape}"'))
    except ValueError:
        return escape
