"""What was read: a document, its sentences, and where it came from."""

from dataclasses import dataclass

from multivector.model.ids import make_id

__all__ = ["Document", "Sentence", "document_id"]


@dataclass(frozen=True, slots=True)
class Document:
    """One article as stored.

    `text` is what every span refers to. `offsets` leads from it back to the source: ascending pairs
    (position in text, byte position in the source), each holding until the next one.
    """

    id: str
    name: str  # file name within the case, or URL
    outlet: str | None
    title: str | None
    author: str | None
    place: str | None
    published: str | None  # ISO day
    retrieved: str | None  # ISO day
    language: str
    text: str
    content_hash: str  # SHA-256 of the source's bytes
    offsets: tuple[tuple[int, int], ...]
    cluster: str  # id of the group of near-copies; its own id where it stands alone
    removed: tuple[str, ...] = ()  # the furniture that cleaning took away, in order


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence's span in its document, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


def document_id(name: str, digest: str) -> str:
    """The id of the document of that name and content hash."""
    return make_id("document", name, digest)
