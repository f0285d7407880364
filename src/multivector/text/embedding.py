"""Word vectors computed once a word: the lowest layer of spaCy's models looks at each word by itself."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray
    from spacy.tokens import Doc

__all__ = ["MOST_WORDS", "Remembered"]

# Words kept before the memory starts afresh: 96 floats each, so 20 MB; a year of one newspaper has about as many.
MOST_WORDS = 50_000
Rows = Callable[[Sequence["Doc"]], Sequence[Any]]


class Remembered:
    """The rows of an embedding layer by word and following space, each computed the first time it is met.

    Guaranteed: a word's row does not depend on what was read before it, since the layer's own arithmetic (BLIS) gives
    a row the same bits whatever else is in the batch.
    """

    def __init__(self, layer: Rows) -> None:
        self._layer = layer
        self._place: dict[int, int] = {}
        self._rows: ndarray[Any, Any] | None = None

    def __call__(self, docs: Sequence["Doc"]) -> list["ndarray[Any, Any]"]:
        """One array of rows for each document, words in order."""
        from spacy.attrs import ORTH, SPACY  # late: only when a text is parsed

        keys = [((array := doc.to_array([ORTH, SPACY]))[:, 0] * 2 + array[:, 1]).tolist() for doc in docs]
        if len(self._place) > MOST_WORDS:
            self._place, self._rows = {}, None
        self._learn(docs, keys)
        if self._rows is None:  # nothing but empty documents
            return list(self._layer(docs))
        place = self._place
        return [self._rows[[place[key] for key in row]] for row in keys]

    def _learn(self, docs: Sequence["Doc"], keys: Sequence[Sequence[int]]) -> None:
        fresh = {
            key: doc[i] for doc, row in zip(docs, keys, strict=True) for i, key in enumerate(row)
            if key not in self._place
        }  # fmt: skip
        if not fresh:
            return
        import numpy as np
        from spacy.tokens import Doc

        words = [token.text for token in fresh.values()]
        spaces = [bool(token.whitespace_) for token in fresh.values()]
        made = self._layer([Doc(docs[0].vocab, words=words, spaces=spaces)])[0]
        start = len(self._place)
        self._place.update(zip(fresh, range(start, start + len(fresh)), strict=True))
        self._rows = made if self._rows is None else np.concatenate([self._rows, made])
