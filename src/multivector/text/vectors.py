"""The vector of each word in its text, for many texts at once: spaCy's networks without the steps between layers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from multivector.text.convolution import Encoder
from multivector.text.embedding import Remembered

if TYPE_CHECKING:
    from numpy import ndarray
    from spacy.tokens import Doc

__all__ = ["Vectors"]

EMBEDDING = "extract_features>>list2ragged"  # how spaCy's layer begins that looks at each word by itself


class Vectors:
    """Guaranteed: the rows that the model gives, but for the last bits of a sum.

    Where products are `steady` a group's rows do not depend on other groups.
    """

    def __init__(self, tok2vec: Any) -> None:
        from thinc.api import NumpyOps

        embedding, encoder = tok2vec.layers
        embedding._to_ops(NumpyOps(use_blis=True))
        self._words, self._encoder = Remembered(embedding.predict), Encoder(encoder)

    @staticmethod
    def fits(tok2vec: Any) -> bool:
        """True for an embedding of single words under layers that can be run so."""
        if len(tok2vec.layers) != 2 or not tok2vec.layers[0].name.startswith(EMBEDDING):
            return False
        return Encoder.fits(tok2vec.layers[1])

    def __call__(self, groups: Sequence[Sequence["Doc"]]) -> "list[ndarray[Any, Any]]":
        """The rows of each document, group after group; none is empty, and those of a group may see each other."""
        words = self._words([doc for group in groups for doc in group])
        return self._encoder(words, [len(group) for group in groups])
