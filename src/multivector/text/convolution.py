"""The middle of spaCy's networks: each word's vector read together with its neighbours', four times over.

thinc runs each layer in six steps over all rows. Here a block of rows goes through a whole layer while it lies in the
processor's cache, and the best of a maxout's pieces is taken between columns that lie side by side.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["BLOCK", "Encoder", "encode_faster"]

BLOCK = 256  # rows at once: with their windows and products 0.6 MB, about a core's second cache
SIDES = 3  # a word and its two neighbours
LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
SMALL = 1e-8  # thinc adds it to a variance before it divides by its root


class _Layer(NamedTuple):
    """One layer's weights, the columns of each piece together."""

    weights: "ndarray[Any, Any]"  # window, pieces x width
    bias: "ndarray[Any, Any]"
    scale: "ndarray[Any, Any]"
    shift: "ndarray[Any, Any]"


class Encoder:
    """Guaranteed: the rows that thinc's own layers give, but for the last bits of a sum."""

    def __init__(self, node: Any) -> None:
        self._pad = int(node.attrs["pad"])
        self._layers = [_layer(layer) for layer in _stack(node)]

    @staticmethod
    def fits(node: Any) -> bool:
        """True for layers that can be run so."""
        layers = _stack(node)
        windows = [
            part.attrs["window_size"] for layer in layers for part in layer.walk() if "window_size" in part.attrs
        ]
        return bool(layers) and all(layer.name == LAYER for layer in layers) and set(windows) == {1}

    def __call__(self, texts: Sequence["ndarray[Any, Any]"]) -> list["ndarray[Any, Any]"]:
        """The rows of each text, its words in order; texts do not see one another."""
        import numpy as np

        if not texts:
            return []
        starts, at = [], 1 + self._pad  # a row of zeros before the first, so that every row has two neighbours
        for rows in texts:
            starts.append(at)
            at += len(rows) + self._pad
        whole = np.zeros((at + 1, texts[0].shape[1]), dtype="float32")
        for start, rows in zip(starts, texts, strict=True):
            whole[start : start + len(rows)] = rows
        for layer in self._layers:
            whole = _run(layer, whole)
        return [whole[start : start + len(rows)] for start, rows in zip(starts, texts, strict=True)]


def encode_faster(tok2vec: Any) -> None:
    """Run the encoder of a tok2vec model (its layers are the embedding and the encoder) so, where it fits."""
    from thinc.api import Model

    node = next((n for n in tok2vec.layers[1].walk() if n.attrs.get("pad") is not None), None)
    if node is None or node is not tok2vec.layers[1] or not Encoder.fits(node):
        return
    encoder = Encoder(node)

    def forward(model: Any, texts: Sequence["ndarray[Any, Any]"], is_train: bool) -> tuple[Any, Any]:
        return encoder(texts), None

    tok2vec.layers[1] = Model("encoder", forward)


def _stack(node: Any) -> list[Any]:
    """The layers inside, first to last; thinc keeps a single one without a chain around it."""
    inner = node.layers[0] if node.layers else node
    return [inner] if inner.name == LAYER else list(inner.layers)


def _layer(node: Any) -> _Layer:
    import numpy as np

    parts = {part.name: part for part in node.walk()}
    weights, norm = parts["maxout"].get_param("W"), parts["layernorm"]
    by_piece = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T
    bias = parts["maxout"].get_param("b").T.ravel()
    return _Layer(np.ascontiguousarray(by_piece), bias.copy(), norm.get_param("G"), norm.get_param("b"))


def _run(layer: _Layer, rows: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """One layer over all rows but the first and last, which stay zero."""
    import numpy as np
    from numpy.lib.stride_tricks import as_strided

    width, inner = rows.shape[1], len(rows) - 2
    size = min(BLOCK, inner)
    found = np.zeros_like(rows)
    windows = as_strided(rows, (inner, SIDES * width), rows.strides)  # a row and its neighbours lie one behind another
    seen = np.empty((size, SIDES * width), dtype="float32")
    pieces = np.empty((size, len(layer.bias)), dtype="float32")
    for start in range(0, inner, size):
        end = min(start + size, inner)
        seen[: end - start] = windows[start:end]
        product = pieces[: end - start]
        np.matmul(seen[: end - start], layer.weights, out=product)
        product += layer.bias
        found[start + 1 : end + 1] = _normed(layer, product, width) + rows[start + 1 : end + 1]
    return found


def _normed(layer: _Layer, product: "ndarray[Any, Any]", width: int) -> "ndarray[Any, Any]":
    """The best piece of each unit, each row with mean 0 and variance 1, scaled and shifted."""
    import numpy as np

    best = product[:, :width]
    for start in range(width, product.shape[1], width):
        best = np.maximum(best, product[:, start : start + width])
    best -= (best @ np.full(width, 1 / width, dtype="float32"))[:, None]
    spread = np.einsum("ij,ij->i", best, best) / width
    best /= np.sqrt(spread + np.float32(SMALL))[:, None]
    best *= layer.scale
    best += layer.shift
    return best
