"""Plain text and Markdown -> Source."""

from dataclasses import replace

from multivector.model import content_hash
from multivector.sources.base import Failure, Source, make_hints
from multivector.sources.decode import decode
from multivector.sources.front import front_matter, labelled_head
from multivector.sources.markdown import cut, marks, title

__all__ = ["read_markdown", "read_plain"]


def read_plain(name: str, data: bytes) -> Source | Failure:
    """A text file; front matter becomes hints and is no part of the text."""
    found = decode(name, data)
    if isinstance(found, Failure):
        return found
    fields, start = front_matter(found.text)
    if not fields:
        fields, start = labelled_head(found.text)
    text, at = found.text[start:], found.at[start:]
    if not text.strip():
        return Failure(name, "there is no text below the front matter", "put the article's text into it, or remove it")
    return Source(name, content_hash(data), text, at, make_hints(fields), found.encoding, found.notes)


def read_markdown(name: str, data: bytes) -> Source | Failure:
    """A Markdown file; its marks are cut out, and a leading heading is the title where no front matter gives one."""
    source = read_plain(name, data)
    if isinstance(source, Failure):
        return source
    hints = replace(source.hints, title=source.hints.title or title(source.text))
    text, at = cut(source.text, source.at, marks(source.text))
    if not text.strip():
        return Failure(name, "it has marks but no words", "put the article's text into it, or remove it")
    return replace(source, text=text, at=at, hints=hints)
