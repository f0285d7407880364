"""spaCy's tagger run over many texts at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from multivector.text.products import full, times
from multivector.text.vectors import Vectors

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Tagger"]

LAYERS = ["tok2vec-listener", "with_array(softmax)"]


class Tagger:
    """Guaranteed: the tags and vectors that the two pipes give; a group's do not depend on other groups."""

    def __init__(self, tok2vec: Any, pipe: Any) -> None:
        scores = pipe.model.layers[1].layers[0]
        self._vectors, self._pipe = Vectors(tok2vec.model), pipe
        self._weights, self._bias = full(scores.get_param("W").T, scores.get_param("b"))

    @staticmethod
    def fits(tok2vec: Any, pipe: Any) -> bool:
        """True for pipes that can be run so."""
        return [layer.name for layer in pipe.model.layers] == LAYERS and Vectors.fits(tok2vec.model)

    def tag(self, groups: Sequence[Sequence["Doc"]]) -> None:
        """Give the documents their tags and vectors; none is empty."""
        import numpy as np

        docs = [doc for group in groups for doc in group]
        vectors = self._vectors(groups)
        scores = times(np.concatenate(vectors), self._weights)
        scores += self._bias
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        for doc, rows in zip(docs, vectors, strict=True):
            doc.tensor = rows
        self._pipe.set_annotations(docs, np.split(scores.argmax(axis=1), ends))
