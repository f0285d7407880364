"""Bytes -> text, with the byte position of each character; binary and undecodable input is refused with a reason."""

import codecs
import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from multivector.sources.base import MAX_CHARS, Failure

__all__ = ["Decoded", "decode", "decode_utf8", "without_halves"]

HALVES = re.compile("[\ud800-\udfff]")

MAX_CONTROLS = 0.10  # of the bytes: text has tabs and newlines, compiled files far more of the others
MAX_BROKEN = 0.01  # of the bytes: a cut download or a pasted byte, not another encoding
MIN_CYRILLIC = 0.6  # of the letters: Latin names stand in Russian news, but as a minority
MAX_ACCENTED = 0.3  # of the characters: Western European prose has 2-8%, wrongly decoded Asian text over half

CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b")) + b"\x7f"
# In an otherwise pure ASCII file: Windows quotation marks, dashes, ellipsis, and accented letters inside words.
WINDOWS_PROSE = re.compile(
    rb"[\x80\x82\x84\x85\x91-\x97\x99\xa0\xa3\xa7\xab\xb0\xbb]|(?<=[A-Za-z])[\xc0-\xfd]|[\xc0-\xfd](?=[a-z])"
)
HIGH = re.compile(rb"[\x80-\xff]")
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Declared by web pages, and safe to take at their word: no shift states.
DECLARED = (
    "cp1250", "cp1251", "cp1252", "cp1254", "cp1255", "cp1256", "cp1257", "koi8-r", "koi8-u", "iso8859-1", "iso8859-2",
    "iso8859-5", "iso8859-9", "iso8859-15", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip
MEND = "save it as UTF-8 text"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the byte position of each of its characters, the encoding, and what had to be replaced."""

    text: str
    at: Sequence[int]
    encoding: str
    notes: tuple[str, ...] = ()


def decode(name: str, data: bytes, *, declared: str | None = None, limit: int = MAX_CHARS) -> Decoded | Failure:
    """The text of a file.

    Tried in order: a byte order mark, UTF-8, the encoding that the file declares, UTF-8 with under 1% of broken bytes
    (each read as U+FFFD and noted), Windows-1251 when most letters come out Cyrillic, Windows-1252.
    """
    if not data.strip():
        return Failure(name, "the file is empty", "put the article's text into it, or remove it")
    mark, encoding = next(((m, e) for m, e in MARKS if data.startswith(m)), (b"", ""))
    if encoding.startswith("utf-16"):
        found = _strict(data, encoding, len(mark))
    elif _binary(data):
        return Failure(name, "it is binary, not text", "save the article as .txt, .html or .pdf")
    else:
        found = _by_bytes(data, len(mark), declared)
    if found is None:
        return Failure(name, "its encoding is not known: neither UTF-8, UTF-16 nor Windows-1251 or -1252", MEND)
    if len(found.text) > limit:
        return Failure(name, f"it has {len(found.text):,} characters, the limit is {limit:,}", "split it")
    if not found.text.strip():
        return Failure(name, "the file is empty", "put the article's text into it, or remove it")
    return found


def decode_utf8(data: bytes, start: int = 0, base: int = 0) -> tuple[Decoded, int]:
    """UTF-8 from byte `start` on, each byte that is not UTF-8 as U+FFFD, and how many of those there were.

    Positions count from `base`, the place of `data` in its file.
    """
    raw = data[start:].decode("utf-8", "surrogateescape")
    at = _positions(raw, base + start, _utf8_width)
    text = re.sub("[\udc80-\udcff]", "\ufffd", raw)
    broken = sum(1 for was, now in zip(raw, text, strict=True) if was != now) if raw != text else 0
    notes = (f"{broken} bytes are not UTF-8 and stand as U+FFFD",) if broken else ()
    return Decoded(text, at, "utf-8", notes), broken


def _by_bytes(data: bytes, mark: int, declared: str | None) -> Decoded | None:
    utf8, broken = decode_utf8(data, mark)
    if not broken:
        return utf8
    if declared and (found := _declared(data, declared)):
        return found
    few = broken < MAX_BROKEN * len(data)
    mixed = broken < len(HIGH.findall(data))  # some of the high bytes are good UTF-8
    if few and (mixed or len(WINDOWS_PROSE.findall(data)) < broken):
        return utf8
    return _cyrillic(data) or _western(data)


def _declared(data: bytes, label: str) -> Decoded | None:
    try:
        known = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return _strict(data, known, 0) if known in DECLARED else None


def _cyrillic(data: bytes) -> Decoded | None:
    """Windows-1251, unless the capitals outnumber the small letters: that is KOI8-R read wrongly."""
    found = _strict(data, "cp1251", 0)
    if found is None:
        return None
    letters = [c for c in found.text if c.isalpha()]
    cyrillic = [c for c in letters if "\u0400" <= c <= "\u04ff"]
    mostly = len(cyrillic) >= MIN_CYRILLIC * max(1, len(letters))
    small = sum(c.islower() for c in cyrillic)
    return found if mostly and small * 2 > len(cyrillic) else None


def _western(data: bytes) -> Decoded | None:
    """Windows-1252, when no byte is undefined there (those are C1 controls) and accents are a minority."""
    found = _strict(data, "cp1252", 0)
    if found is None or len(HIGH.findall(data)) > MAX_ACCENTED * len(data):
        return None
    return found


def _strict(data: bytes, encoding: str, start: int) -> Decoded | None:
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text, _positions(text, start, lambda c: len(c.encode(encoding))), encoding)


def _positions(text: str, start: int, width: Callable[[str], int]) -> Sequence[int]:
    if text.isascii() and width("a") == 1:
        return range(start, start + len(text))
    return array("q", accumulate(map(width, text[:-1]), initial=start)) if text else range(0)


def _utf8_width(char: str) -> int:
    if char < "\x80" or "\udc80" <= char <= "\udcff":
        return 1
    if char < "\u0800":
        return 2
    return 3 if char < "\U00010000" else 4


def _binary(data: bytes) -> bool:
    controls = len(data) - len(data.translate(None, CONTROLS))
    return b"\0" in data or controls > MAX_CONTROLS * len(data)


def without_halves(text: str) -> str:
    """The text with each half of a surrogate pair as U+FFFD, letter for letter: what cannot be written as UTF-8."""
    return HALVES.sub("\ufffd", text)
