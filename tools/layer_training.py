"""A transformer's layer forth and back on a batch of texts, for fine-tuning (text/transformer.py has the way forth).

Gradients are written out by hand (numpy, single precision), since nothing else of the project needs a library for
them; tests/test_layer_training.py holds them against differences.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import erf

from multivector.text.transformer import HEADS, TINY, WIDTH, Layer

Array = np.ndarray[Any, Any]
Gradients = dict[str, Array]
BELL = np.float32((2 * np.pi) ** -0.5)
HALF = np.float32(0.5**0.5)
STEEP = np.float32((WIDTH // HEADS) ** -0.5)


@dataclass(frozen=True, slots=True)
class Noise:
    """What share of the numbers is dropped (Srivastava et al. 2014), and what draws them."""

    share: float
    drawn: np.random.Generator

    def on(self, x: Array) -> tuple[Array, Array | None]:
        """The numbers with some dropped and the rest made up for it, and by how much each was multiplied."""
        if not self.share:
            return x, None
        kept = np.asarray(self.drawn.random(x.shape, dtype=np.float32) >= self.share, dtype=np.float32)
        kept /= np.float32(1 - self.share)
        return x * kept, kept


@dataclass(frozen=True, slots=True)
class Seen:
    """What one way forth leaves behind for the way back."""

    inputs: tuple[Array, Array, Array | None]  # all pieces, those asked for, and where these stand
    attention: tuple[Any, ...]
    norms: tuple[tuple[Array, Array], tuple[Array, Array]]
    inner: tuple[Any, ...]
    kept: tuple[Array | None, Array | None]


def forth(layer: Layer, x: Array, hush: Array, at: Array | None, noise: Noise) -> tuple[Array, Seen]:
    """The layer's output of a batch (texts, pieces, WIDTH); of the pieces `at` (texts, some) alone where given.

    `hush` (texts, pieces) is 0 for a piece and very low for what only fills a shorter text up.
    """
    own = x if at is None else x[np.arange(len(x))[:, None], at]
    heard, attention = _attend(layer, x, own, hush, noise)
    flat = own.reshape(-1, WIDTH)
    out, kept_out = noise.on(heard @ layer["heard"] + layer["heard_bias"])
    middle, norm = _normed(out + flat, layer["heard_scale"], layer["heard_shift"])
    before = middle @ layer["inner"] + layer["inner_bias"]
    below = 0.5 * (1 + erf(before * HALF))
    after = before * below
    out, kept_inner = noise.on(after @ layer["outer"] + layer["outer_bias"])
    made, last = _normed(out + middle, layer["outer_scale"], layer["outer_shift"])
    inner = (heard, middle, before, below, after)
    return made.reshape(own.shape), Seen((x, own, at), attention, (norm, last), inner, (kept_out, kept_inner))


def back(layer: Layer, seen: Seen, slope: Array) -> tuple[Array, Gradients]:
    """The slope of the loss by the layer's input and by its weights, from that by its output."""
    heard, middle, before, below, after = seen.inner
    made: Gradients = {}
    rest, made["outer_scale"], made["outer_shift"] = _norm_back(
        slope.reshape(-1, WIDTH), layer["outer_scale"], seen.norms[1]
    )
    out = _through(rest, seen.kept[1])
    made["outer"], made["outer_bias"] = after.T @ out, out.sum(axis=0)
    inner = out @ layer["outer"].T * (below + before * np.exp(-0.5 * before * before) * BELL)
    made["inner"], made["inner_bias"] = middle.T @ inner, inner.sum(axis=0)
    rest, made["heard_scale"], made["heard_shift"] = _norm_back(
        rest + inner @ layer["inner"].T, layer["heard_scale"], seen.norms[0]
    )
    out = _through(rest, seen.kept[0])
    made["heard"], made["heard_bias"] = heard.T @ out, out.sum(axis=0)
    asked, whole = _attend_back(layer, seen, out @ layer["heard"].T, made)
    own = asked + rest.reshape(asked.shape)
    if seen.inputs[2] is None:
        return whole + own, made
    np.add.at(whole, (np.arange(len(whole))[:, None], seen.inputs[2]), own)
    return whole, made


def _attend(layer: Layer, x: Array, own: Array, hush: Array, noise: Noise) -> tuple[Array, tuple[Any, ...]]:
    weights, bias = layer["asked"], layer["asked_bias"]
    query = _by_head(own @ weights[:, :WIDTH] + bias[:WIDTH])
    key = _by_head(x @ weights[:, WIDTH : 2 * WIDTH] + bias[WIDTH : 2 * WIDTH])
    value = _by_head(x @ weights[:, 2 * WIDTH :] + bias[2 * WIDTH :])
    scores = query @ key.swapaxes(2, 3) * STEEP + hush[:, None, None, :]
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    taken, kept = noise.on(shares)
    return _flat(taken @ value), (query, key, value, shares, taken, kept)


def _attend_back(layer: Layer, seen: Seen, slope: Array, made: Gradients) -> tuple[Array, Array]:
    """The slopes by the pieces that ask and by all pieces; adds those by the weights."""
    x, own, _ = seen.inputs
    query, key, value, shares, taken, kept = seen.attention
    heads = _by_head(slope.reshape(own.shape))
    by_share = _through(heads @ value.swapaxes(2, 3), kept)
    scores = shares * (by_share - (by_share * shares).sum(axis=-1, keepdims=True)) * STEEP
    asked = _flat(scores @ key)
    given = np.concatenate([_flat(scores.swapaxes(2, 3) @ query), _flat(taken.swapaxes(2, 3) @ heads)], axis=1)
    made["asked"] = np.concatenate([own.reshape(-1, WIDTH).T @ asked, x.reshape(-1, WIDTH).T @ given], axis=1)
    made["asked_bias"] = np.concatenate([asked.sum(axis=0), given.sum(axis=0)])
    weights = layer["asked"]
    return (asked @ weights[:, :WIDTH].T).reshape(own.shape), (given @ weights[:, WIDTH:].T).reshape(x.shape)


def _by_head(rows: Array) -> Array:
    return rows.reshape(*rows.shape[:2], HEADS, -1).transpose(0, 2, 1, 3)


def _flat(heads: Array) -> Array:
    return heads.transpose(0, 2, 1, 3).reshape(-1, WIDTH)


def _through(slope: Array, kept: Array | None) -> Array:
    return slope if kept is None else slope * kept


def _normed(rows: Array, scale: Array, shift: Array) -> tuple[Array, tuple[Array, Array]]:
    centred = rows - rows.mean(axis=-1, keepdims=True)
    steep = 1 / np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(TINY))
    centred *= steep
    return centred * scale + shift, (centred, steep)


def _norm_back(slope: Array, scale: Array, norm: tuple[Array, Array]) -> tuple[Array, Array, Array]:
    centred, steep = norm
    inner = slope * scale
    level = inner.mean(axis=-1, keepdims=True) + centred * (inner * centred).mean(axis=-1, keepdims=True)
    return steep * (inner - level), (slope * centred).sum(axis=0), slope.sum(axis=0)
