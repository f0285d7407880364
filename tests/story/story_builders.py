"""Articles for the story's tests, read by the project's own spine."""

from dataclasses import replace
from functools import cache

from multivector.model import Link, Reading, Review
from multivector.model.story import Contradiction
from multivector.pipeline import bare_document, code_row, read_article
from multivector.story.contradictions import contradictions


@cache
def told(name: str, text: str, published: str = "2025-03-04", outlet: str = "Post") -> Reading:
    """A reading of that text, alone in its cluster."""
    reading = code_row(name, text, published)
    return replace(reading, document=replace(reading.document, outlet=outlet))


@cache
def told_in_russian(name: str, text: str, published: str = "2025-03-04", outlet: str = "Вестник") -> Reading:
    """The same of a Russian text."""
    document = replace(bare_document(name, text, published), language="ru", outlet=outlet)
    return read_article(document)


def pairs(*readings: Reading) -> set[tuple[str, str, str]]:
    """Each contradiction as (kind, one side, other side), the sides in order of their words."""
    return {(one.kind, *sides_of(one)) for one in contradictions(readings)}


def sides_of(found: Contradiction) -> tuple[str, str]:
    """What the two sides say, in order."""
    first, second = sorted((found.one.said, found.other.said))
    return first, second


def rejection(link: Link, when: str = "2025-03-05T00:00:00+00:00") -> Review:
    """A person's rejection of a link."""
    return Review("rev-1", link.id, "reject", "ann", when, "these are two visits")
