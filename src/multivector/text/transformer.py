"""Layers of a transformer like BERT's (the norm after each half), in plain numpy and single precision."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["HEADS", "SHAPES", "WIDTH", "Layer", "gelu", "normed", "run_layer"]

WIDTH, INNER, HEADS = 384, 1536, 12  # of MiniLM-L6
TINY = 1e-12  # added to a variance before its root, as BERT has it
# What a layer consists of, in the order in which it is used: the query, key and value side by side, attention's way
# out and its norm, the inner layer's way in and out and its norm.
SHAPES: Mapping[str, tuple[int, ...]] = {
    "asked": (WIDTH, 3 * WIDTH),
    "asked_bias": (3 * WIDTH,),
    "heard": (WIDTH, WIDTH),
    "heard_bias": (WIDTH,),
    "heard_scale": (WIDTH,),
    "heard_shift": (WIDTH,),
    "inner": (WIDTH, INNER),
    "inner_bias": (INNER,),
    "outer": (INNER, WIDTH),
    "outer_bias": (WIDTH,),
    "outer_scale": (WIDTH,),
    "outer_shift": (WIDTH,),
}

Layer = Mapping[str, "ndarray[Any, Any]"]  # by the names of SHAPES


def run_layer(layer: Layer, hidden: "ndarray[Any, Any]", at: Sequence[int] | None = None) -> "ndarray[Any, Any]":
    """The layer's output for one text: a row of WIDTH numbers a piece, as it came in; of the pieces `at` where given.

    Vaswani et al. 2017, "Attention is all you need", with the norms as in Devlin et al. 2019, "BERT".
    """
    own = hidden if at is None else hidden[list(at)]
    heard = _attended(layer, hidden, own)
    middle = normed(heard @ layer["heard"] + layer["heard_bias"] + own, layer["heard_scale"], layer["heard_shift"])
    inner = gelu(middle @ layer["inner"] + layer["inner_bias"])
    return normed(inner @ layer["outer"] + layer["outer_bias"] + middle, layer["outer_scale"], layer["outer_shift"])


def _attended(layer: Layer, hidden: "ndarray[Any, Any]", own: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """What each of `own` gathers from all pieces, the heads side by side."""
    import numpy as np

    wide = WIDTH // HEADS
    query = _by_head(own @ layer["asked"][:, :WIDTH] + layer["asked_bias"][:WIDTH])
    key = _by_head(hidden @ layer["asked"][:, WIDTH : 2 * WIDTH] + layer["asked_bias"][WIDTH : 2 * WIDTH])
    value = _by_head(hidden @ layer["asked"][:, 2 * WIDTH :] + layer["asked_bias"][2 * WIDTH :])
    scores = query @ key.transpose(0, 2, 1) * np.float32(wide**-0.5)
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    return np.asarray((shares @ value).transpose(1, 0, 2).reshape(len(own), WIDTH))


def _by_head(rows: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    return rows.reshape(len(rows), HEADS, -1).transpose(1, 0, 2)


def normed(rows: "ndarray[Any, Any]", scale: "ndarray[Any, Any]", shift: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """Each row with mean 0 and variance 1, then scaled and shifted (Ba, Kiros and Hinton 2016)."""
    import numpy as np

    centred = rows - rows.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(TINY))
    return np.asarray(centred / spread * scale + shift)


def gelu(x: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """x times the normal distribution's share below x (Hendrycks and Gimpel 2016).

    The error function by Abramowitz and Stegun 7.1.26, off by at most 1.5e-7.
    """
    import numpy as np

    size = np.abs(x) * np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * size)
    terms = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    below = np.sign(x) * (1 - terms * np.exp(-size * size))
    return np.asarray(x * (1 + below) * np.float32(0.5))
