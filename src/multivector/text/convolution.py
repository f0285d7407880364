"""The middle of spaCy's networks: each word's vector read together with its neighbours', four times over.

thinc runs each layer in six steps over all rows, and multiplies three rows to make one. Here four rows in a line are
made of six products in place of twelve (Winograd's minimal filtering F(4, 3): Lavin and Gray 2016, "Fast Algorithms for
Convolutional Neural Networks", CVPR), and a block of rows goes through a whole layer while it lies in the processor's
cache. Rows are kept in four lanes, every fourth in the same one, so that what is added up lies side by side.
"""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["BLOCK", "Encoder"]

LANES = 4
BLOCK = 128  # fours of rows at once: with their products 1.2 MB, about a core's second cache
SIDES = 3  # a word and its two neighbours
LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
SMALL = 1e-8  # thinc adds it to a variance before it divides by its root
# The points of F(4, 3) and what the weights of the word before, of the word and of the one behind bring to each's
# product: first those that stand alone, then what is added up, then what is added and taken away.
POINTS = {
    "0": (1 / 4, 0, 0), "infinity": (0, 0, 1),
    "1": (-1 / 6, -1 / 6, -1 / 6), "2": (1 / 24, 1 / 12, 1 / 6),
    "-1": (-1 / 6, 1 / 6, -1 / 6), "-2": (1 / 24, -1 / 12, 1 / 6),
}  # fmt: skip


class _Layer(NamedTuple):
    """One layer's weights, the columns of each piece together."""

    weights: "ndarray[Any, Any]"  # points, width, pieces x width
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
        # with each layer what stands beyond the rows of zeros between texts comes one row nearer
        apart = LANES >= len(layers) <= node.attrs.get("pad", 0)
        return bool(layers) and apart and all(layer.name == LAYER for layer in layers) and set(windows) == {1}

    def __call__(self, texts: Sequence["ndarray[Any, Any]"], groups: Sequence[int] = ()) -> list["ndarray[Any, Any]"]:
        """The rows of each text, its words in order; texts do not see one another.

        `groups` tells how many texts belong together, by default all: the last bits of one's rows do not depend on
        other groups.
        """
        import numpy as np

        if not texts:
            return []
        starts, openings = self._places([len(rows) for rows in texts], groups or [len(texts)])
        width = texts[0].shape[1]
        whole = np.zeros((openings[-1] + 1, LANES, width), dtype="float32")
        flat = whole.reshape(-1, width)
        for start, rows in zip(starts, texts, strict=True):
            flat[start : start + len(rows)] = rows
        lanes = np.ascontiguousarray(whole.transpose(1, 0, 2))
        for layer in self._layers:
            lanes = _run(layer, lanes)
            lanes[0, openings] = 0
        flat = lanes.transpose(1, 0, 2).reshape(-1, width)
        return [flat[start : start + len(rows)] for start, rows in zip(starts, texts, strict=True)]

    def _places(self, lengths: Sequence[int], groups: Sequence[int]) -> tuple[list[int], list[int]]:
        """The row at which each text starts, and the four of rows at which each group does and the last one ends.

        The first row of such a four stays zero. What is seen of the one behind it, the next group's, goes into that
        row alone.
        """
        starts: list[int] = []
        openings = [0]
        given = iter(lengths)
        for size in groups:
            at = (openings[-1] + 1) * LANES
            for length in islice(given, size):
                starts.append(at)
                at += length + self._pad
            openings.append((at - 2) // LANES + 1)
        return starts, openings


def _stack(node: Any) -> list[Any]:
    """The layers inside, first to last; thinc keeps a single one without a chain around it."""
    inner = node.layers[0] if node.layers else node
    return [inner] if inner.name == LAYER else list(inner.layers)


def _layer(node: Any) -> _Layer:
    import numpy as np

    parts = {part.name: part for part in node.walk()}
    weights, norm = parts["maxout"].get_param("W"), parts["layernorm"]
    by_piece = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])
    by_side = by_piece.reshape(len(by_piece), SIDES, -1).astype("float64")
    by_point = np.einsum("ps,csw->pwc", np.array(list(POINTS.values())), by_side)
    bias = parts["maxout"].get_param("b").T.ravel()
    return _Layer(
        np.ascontiguousarray(by_point, dtype="float32"), bias.copy(), norm.get_param("G"), norm.get_param("b")
    )


def _run(layer: _Layer, lanes: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """One layer over all rows but the first and what lies behind the last whole four, which become zero."""
    import numpy as np

    fours, width = lanes.shape[1] - 1, lanes.shape[2]
    size = min(BLOCK, fours)
    found = np.zeros_like(lanes)
    seen = np.empty((len(POINTS) + LANES) * size * width, dtype="float32")
    room = np.empty((len(POINTS) + 2) * size * len(layer.bias), dtype="float32")
    for start in range(0, fours, size):
        end = min(start + size, fours)
        mixed = _mixed(lanes[:, start : end + 1], seen[: (len(POINTS) + LANES) * (end - start) * width])
        products = room[: (len(POINTS) + 2) * (end - start) * len(layer.bias)].reshape(-1, end - start, len(layer.bias))
        np.matmul(mixed, layer.weights, out=products[: len(POINTS)])
        made = _normed(layer, _unmixed(products, layer.bias), width)
        for n, lane in enumerate((1, 0, 2, 3)):
            behind = lane == 0
            rows = slice(start + behind, end + behind)
            np.add(made[n], lanes[lane, rows], out=found[lane, rows])
    return found


def _mixed(rows: "ndarray[Any, Any]", room: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """What is multiplied for each point, of six rows in a line each: lanes, fours and one more, width."""
    import numpy as np

    (x0, x1, x2, x3), (x4, x5) = rows[:, :-1], rows[:2, 1:]
    both = room.reshape(-1, *x0.shape)
    found, even, odd = both[:6], both[6:8], both[8:]
    np.multiply(x2, 4, out=even[0])
    np.subtract(x4, even[0], out=even[0])
    np.subtract(x4, x2, out=even[1])
    np.multiply(x1, 4, out=odd[0])
    np.subtract(x3, odd[0], out=odd[0])
    np.subtract(x3, x1, out=odd[1])
    odd[1] *= 2
    np.add(even, odd, out=found[2:4])
    np.subtract(even, odd, out=found[4:])
    np.subtract(x0, x2, out=found[0])
    found[0] *= 4
    found[0] += even[1]
    np.subtract(x5, x3, out=found[1])
    odd[1] *= 2
    found[1] -= odd[1]
    return found


def _unmixed(products: "ndarray[Any, Any]", bias: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """The sums of the first, fourth, second and third row of each four, in the place of the first products."""
    import numpy as np

    first, fourth, second, third = products[:4]
    second += bias
    plus = np.add(products[2:4], products[4:6], out=products[6:])
    minus = np.subtract(products[2:4], products[4:6], out=products[2:4])
    first += plus[0]
    first += plus[1]
    twice, eightfold = products[4:6]
    np.multiply(minus[1], 2, out=twice)
    np.multiply(twice, 4, out=eightfold)
    fourth += minus[0]
    fourth += eightfold
    second += twice
    np.multiply(plus[1], 4, out=third)
    third += plus[0]
    return products[:4]


def _normed(layer: _Layer, product: "ndarray[Any, Any]", width: int) -> "ndarray[Any, Any]":
    """The best piece of each unit, each row with mean 0 and variance 1, scaled and shifted."""
    import numpy as np

    rows = product.reshape(-1, product.shape[-1])
    best = rows[:, :width].copy()
    for start in range(width, rows.shape[1], width):
        np.maximum(best, rows[:, start : start + width], out=best)
    best -= (np.einsum("ij->i", best) / width)[:, None]  # row by row: a product's last bits would depend on the others
    spread = np.einsum("ij,ij->i", best, best) / width
    best /= np.sqrt(spread + np.float32(SMALL))[:, None]
    best *= layer.scale
    best += layer.shift
    return best.reshape(*product.shape[:-1], width)
