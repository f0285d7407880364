"""What reading a file gives: a source, or a failure that says why not and what helps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

__all__ = [
    "MAX_BYTES", "MAX_CHARS", "MAX_DEPTH", "MAX_FILES", "Failure", "Found", "Hints", "Known", "Source", "Unchanged",
    "make_hints", "nothing_known",
]  # fmt: skip

# One article. The longest reports of parliaments and think tanks have below 2 MB of text; a PDF's pictures need room.
MAX_BYTES = 20_000_000
# About a thousand printed pages: beyond it a file is an archive, and parsing it as one text would take minutes.
MAX_CHARS = 2_000_000
# A decade of one outlet; more belongs in .jsonl shards, which are read line by line.
MAX_FILES = 100_000
# Deeper trees are loops or backups: the deepest news archives seen (outlet/year/month/day/section) have six levels.
MAX_DEPTH = 32

# The names under which front matter and JSON rows give a field, the preferred one first.
ALIASES = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "by"),
    "place": ("place", "location", "dateline"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate", "date_published"),
    "retrieved": ("retrieved", "accessed", "retrieved_at"),
    "outlet": ("outlet", "source", "publisher", "site", "sitename"),
    "language": ("language", "lang"),
}
MAX_HINT = 500  # characters: longer values are not a title or a name


@dataclass(frozen=True, slots=True)
class Hints:
    """What the file says about itself outside its text, as written there: a date may still be "22 Oct 2024"."""

    title: str | None = None
    author: str | None = None
    place: str | None = None
    published: str | None = None
    retrieved: str | None = None
    outlet: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One article as decoded, before any cleaning.

    `name` is the POSIX path below the folder that was given, the file's own name, or a row's id. `at` has the byte
    position in the file of each character of `text`; it is exact for plain text and JSON, exact for the words of a page
    where they were found in its markup, and the page's start in a PDF.
    """

    name: str
    data_hash: str  # SHA-256 of the file's bytes, or of the row's
    text: str
    at: Sequence[int] = field(repr=False, hash=False)
    hints: Hints = Hints()
    decoded_as: str = "utf-8"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A file, folder or row that was not read: why, and what the user can do."""

    name: str
    reason: str
    mend: str


@dataclass(frozen=True, slots=True, order=True)
class Unchanged:
    """An article that whoever asked has already, by name and hash; it was not decoded again."""

    name: str


Found = Source | Failure | Unchanged
Known = Callable[[str, str], bool]  # whether the article of that name and hash is there already


def nothing_known(name: str, data_hash: str) -> bool:
    """Every article is new."""
    return False


def make_hints(fields: Mapping[str, object]) -> Hints:
    """The hints among `fields`, whatever their spelling; values that are not text are left out.

    Without an outlet the host of `url` stands in for it.
    """
    lowered = {key.casefold(): value for key, value in fields.items()}
    found = {name: _first(lowered, keys) for name, keys in ALIASES.items()}
    if found["outlet"] is None:
        found["outlet"] = _host(_first(lowered, ("url", "link")))
    return Hints(**found)


def _first(fields: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            value = ", ".join(value)
        if isinstance(value, str) and value.strip() and len(value) <= MAX_HINT:
            return " ".join(value.split())
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
