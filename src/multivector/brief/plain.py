"""Strings from outside made safe to show: without direction marks, control characters and other invisible ones.

Escaping is the template's work. This takes away what escaping leaves: characters that reorder or hide the text around
them.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

__all__ = ["clean", "clip", "one_line", "shown", "token"]

REPLACEMENT = "\ufffd"
LINE_BREAKS = "\x0b\x0c\r\x85\u2028\u2029"
DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u00ad\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
KEPT = "\t\n"


def _table() -> dict[int, str]:
    codes = [*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]
    found = {code: REPLACEMENT for code in codes if chr(code) not in KEPT}
    found |= dict.fromkeys(range(0xE0000, 0xE0080), "")  # tag characters
    found |= dict.fromkeys(map(ord, DIRECTION + INVISIBLE), "")
    return found | dict.fromkeys(map(ord, LINE_BREAKS), " ")


TABLE: Mapping[int, str] = MappingProxyType(_table())
UNSAFE_IN_TOKEN = re.compile(r"[^A-Za-z0-9_-]+")


def clean(text: str) -> str:
    """The text without direction marks; control characters and lone surrogates become U+FFFD."""
    return text.translate(TABLE)


def one_line(text: str) -> str:
    """The cleaned text on one line."""
    return " ".join(clean(text).split())


def clip(text: str, limit: int) -> str:
    """The cleaned text on one line, cut after a whole word (or, where a word is too long, within it) at the limit."""
    flat = one_line(text)
    if len(flat) <= limit:
        return flat
    head = flat[:limit]
    cut = head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head
    return f"{cut.rstrip(',;: ')} …"


def token(text: str) -> str:
    """The text as a part of an HTML id."""
    return UNSAFE_IN_TOKEN.sub("-", text)[:64] or "x"


def shown(value: Any) -> Any:
    """What a template prints: text cleaned; what is escaped already stays so."""
    if isinstance(value, Markup):
        return Markup(clean(str(value)))
    return clean(value) if isinstance(value, str) else value
