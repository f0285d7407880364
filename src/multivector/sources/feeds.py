"""feeds.toml: the feeds and pages that a case watches; and a feed's bytes -> its entries. Nothing is fetched here."""

import calendar
import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from multivector.errors import CaseError
from multivector.sources.base import MAX_HINT
from multivector.sources.markup import visible

__all__ = ["FEEDS_FILE", "Entry", "Watched", "load_feeds", "parse_feed"]

FEEDS_FILE = "feeds.toml"
KEYS = {"url", "outlet", "follow"}
MOST_ENTRIES = 1000  # of one feed
EXAMPLE = 'write [[feed]] or [[page]] with url = "https://..."'


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed or a single page. `follow`: the pages that the feed's entries lead to are fetched as well, if they lie on
    the feed's own host; otherwise an entry's text is what the feed itself says."""

    url: str
    outlet: str | None = None
    follow: bool = False
    page: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. `text` is what the feed itself has of the article, without markup."""

    url: str
    title: str
    published: str | None
    text: str


def load_feeds(case: Path) -> tuple[Watched, ...]:
    """What the case's feeds.toml names, in its order, each address once; raises CaseError naming what is wrong."""
    file = case / FEEDS_FILE
    try:
        raw = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise CaseError(f"{file}: is not there; make it and {EXAMPLE}") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CaseError(f"{file}: cannot be read ({error}); {EXAMPLE}") from error
    for key in raw:
        if key not in ("feed", "page"):
            raise CaseError(f"{file}: {key}: is no key of feeds.toml; {EXAMPLE}")
    found = [_watched(file, row, page=key == "page") for key in ("feed", "page") for row in _rows(file, raw, key)]
    return tuple({one.url: one for one in found}.values())


def _rows(file: Path, raw: dict[str, Any], key: str) -> list[Any]:
    rows = raw.get(key, [])
    if not isinstance(rows, list):
        raise CaseError(f"{file}: {key}: each must stand under its own [[{key}]]")
    return rows


def _watched(file: Path, row: Any, *, page: bool) -> Watched:
    if not isinstance(row, dict) or not isinstance(row.get("url"), str) or set(row) - KEYS:
        raise CaseError(f"{file}: {row!r}: needs url, and may have outlet and follow; {EXAMPLE}")
    url, outlet, follow = row["url"].strip(), row.get("outlet"), row.get("follow", False)
    if urlsplit(url).scheme not in ("http", "https"):
        raise CaseError(f"{file}: {url}: only http and https addresses are fetched")
    if not isinstance(follow, bool) or not isinstance(outlet, str | None):
        raise CaseError(f"{file}: {url}: follow is true or false, outlet a text")
    return Watched(url, outlet, follow, page)


def parse_feed(data: bytes, url: str) -> tuple[str | None, tuple[Entry, ...]] | None:
    """The feed's title and its entries, those with an http(s) address; None where the bytes are no feed.

    The parser gets bytes only, so that it can neither fetch nor open a file.
    """
    import feedparser  # late: only watching needs it

    found = feedparser.parse(data, response_headers={"content-location": url}, sanitize_html=True)
    if not found.get("version"):
        return None
    entries = (_entry(one) for one in found.entries[:MOST_ENTRIES])
    kept = {entry.url: entry for entry in entries if entry is not None}
    return _line(found.feed.get("title", "")) or None, tuple(kept.values())


def _entry(raw: Any) -> Entry | None:
    url = str(raw.get("link", "")).strip()
    if urlsplit(url).scheme not in ("http", "https") or len(url) > 2000:
        return None
    parts = [str(one.get("value", "")) for one in raw.get("content", [])] or [str(raw.get("summary", ""))]
    text = re.sub(r"\n{3,}", "\n\n", visible(max(parts, key=len)).text).strip()
    return Entry(url, _line(str(raw.get("title", ""))), _day(raw), text)


def _line(text: str) -> str:
    return " ".join(visible(text).text.split())[:MAX_HINT]


def _day(raw: Any) -> str | None:
    """The day of publication, in UTC as the parser gives it."""
    told = raw.get("published_parsed") or raw.get("updated_parsed")
    if told is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(told), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None
