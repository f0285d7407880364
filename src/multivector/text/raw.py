"""What cleaning needs of a source: `multivector.sources.Source` has this shape. Stages do not import one another."""

from collections.abc import Sequence
from typing import Protocol

__all__ = ["RawHints", "RawSource"]


class RawHints(Protocol):
    """What a file says about itself outside its text, as written there."""

    @property
    def title(self) -> str | None: ...
    @property
    def author(self) -> str | None: ...
    @property
    def place(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def retrieved(self) -> str | None: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def language(self) -> str | None: ...


class RawSource(Protocol):
    """A decoded article: `at` has the byte position in the file of each character of `text`."""

    @property
    def name(self) -> str: ...
    @property
    def data_hash(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def at(self) -> Sequence[int]: ...
    @property
    def hints(self) -> RawHints: ...
