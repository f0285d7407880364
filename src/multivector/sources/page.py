"""A web page -> Source: the article's own text and what the page says about it. Nothing is fetched, nothing runs."""

import logging
import re
from dataclasses import dataclass, replace

from multivector.model import content_hash
from multivector.sources.base import MAX_BYTES, MAX_CHARS, Failure, Hints, Source, make_hints
from multivector.sources.decode import Decoded, decode
from multivector.sources.markup import Visible, align, visible

__all__ = ["read_page"]

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
HTML_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z-]{2,12})", re.IGNORECASE)
TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)
BODY = re.compile(r"<body\b", re.IGNORECASE)
DATA_URL = re.compile(r"data:[\w/+.;=-]{0,100};base64,[A-Za-z0-9+/=%]*")  # pictures inside a saved page
HEAD = 4096  # bytes: where browsers look for the charset
# The date a page states, not one guessed from its text; the last day is fixed so that a page reads the same next year.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    hints: Hints


def read_page(name: str, data: bytes) -> Source | Failure:
    """The article of an HTML file: its text, and title, author, date, outlet and language as the page states them."""
    charset = CHARSET.search(data[:HEAD])
    decoded = decode(name, data, declared=charset[1].decode("ascii") if charset else None, limit=MAX_BYTES)
    if isinstance(decoded, Failure):
        return decoded
    body = BODY.search(decoded.text)
    seen = visible(decoded.text)
    found = _article(DATA_URL.sub("data:,", decoded.text))
    if found is None or not found.text.strip():
        found = _Found(_blocks(seen), found.hints if found else make_hints({}))
    if not found.text.strip():
        return Failure(name, "the page has no text; it may need a browser to build it", "save it as text or PDF")
    if len(found.text) > MAX_CHARS:
        return Failure(name, f"it has {len(found.text):,} characters, the limit is {MAX_CHARS:,}", "split it")
    return _source(name, data, decoded, found, body.start() if body else 0)


def _source(name: str, data: bytes, decoded: Decoded, found: _Found, body: int) -> Source:
    places = align(found.text, _from(visible(decoded.text, skip=("script", "style", "head")), body))
    last = len(decoded.at) - 1
    at = [decoded.at[min(place, last)] for place in places]
    hints = found.hints
    if hints.title is None and (title := TITLE.search(decoded.text)):
        hints = replace(hints, title=" ".join(visible(title[1]).text.split()) or None)
    if language := HTML_LANGUAGE.search(decoded.text):
        hints = replace(hints, language=hints.language or language[1])
    return Source(name, content_hash(data), found.text, at, hints, decoded.encoding, decoded.notes)


def _from(seen: Visible, start: int) -> Visible:
    """What stands after a place in the markup."""
    skip = next((i for i, place in enumerate(seen.places) if place >= start), 0)
    return Visible([seen.text[skip:]], seen.places[skip:])


def _article(markup: str) -> _Found | None:
    """The main text and metadata by trafilatura; None where it finds no article or gives up."""
    if len(markup) > MAX_CHARS:  # the extraction's time grows faster than the page
        return None
    # Late, because it takes a third of a second and only pages need it.
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # it warns on stderr about what we report
    try:
        page = bare_extraction(
            markup, include_comments=False, deduplicate=False, with_metadata=True, date_extraction_params=DATES
        )
    except (LxmlError, ValueError, TypeError, LookupError, AttributeError, RecursionError):  # hostile markup
        return None
    if page is None:
        return None
    fields = page if isinstance(page, dict) else page.as_dict()
    hints = make_hints({
        "title": fields.get("title"), "author": fields.get("author"), "published": fields.get("date"),
        "outlet": fields.get("sitename") or fields.get("hostname"), "language": fields.get("language"),
    })  # fmt: skip
    return _Found(str(fields.get("text") or "").replace("\n", "\n\n"), hints)


def _blocks(seen: Visible) -> str:
    """The page's lines of text, for pages that are too short or too odd to have a recognisable article."""
    lines = (" ".join(line.split()) for line in seen.text.splitlines())
    return "\n\n".join(line for line in lines if line)
